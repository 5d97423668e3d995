import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arxivSite, inventedPapers, pagesOf, SAMPLE } from './arxiv-site';
import { readDigests } from './digest-files';
import type { BrowserName } from './find-browser';
import { BUILD, launch } from './launch';
import { type Network, type Site, startNetwork } from './network';
import { savedSite } from './saved-site';
import { stories } from './stories';
import type { Story } from './story';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tells every story whose title holds `only`, each in a browser of its own. */
export async function tellStories(name: BrowserName, only = ''): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const site = savedSite(arxivSite([...pagesOf(await readDigests([SAMPLE])), ...inventedPapers]));
  for (const story of stories.filter(({ title }) => title.includes(only))) {
    const start = Date.now();
    if (story.skip !== undefined) {
      counts.skipped += 1;
      console.log(`  skip  ${name}: ${story.title} (${story.skip})`);
      continue;
    }
    try {
      await tell(story, name, site);
      counts.passed += 1;
      console.log(`  ok    ${name}: ${story.title} (${seconds(start)})`);
    } catch (error) {
      counts.failed += 1;
      console.log(`  FAIL  ${name}: ${story.title} (${seconds(start)})`);
      console.log(error);
    }
  }
  return counts;
}

const seconds = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`;

async function tell(story: Story, name: BrowserName, site: Site): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lens-story-'));
  const network = await startNetwork(site);
  try {
    const browser = await launch(name, { extension: BUILD[name], network, headless: true });
    try {
      await story.tell({ browser, network, folder });
      assert.equal(await browser.workerHealth(), 'well', 'the worker answers');
      assertNothingElseLeft(network, browser.asked);
    } finally {
      await browser.close();
    }
  } finally {
    await network.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function assertNothingElseLeft(network: Network, asked: readonly string[]): void {
  assert.deepEqual(network.strangers(asked), [], 'nothing is asked for but the pages themselves');
  const pages = asked.filter((url) => url.startsWith('https:'));
  const missing = pages.filter((url) => !network.requests.includes(url));
  assert.deepEqual(missing, [], 'the network sees the pages');
}
