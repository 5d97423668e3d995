import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { arxivSite, pagesOf, SAMPLE } from '../browser/arxiv-site';
import { build } from '../browser/build';
import { readDigests } from '../browser/digest-files';
import { BUILD, launch } from '../browser/launch';
import { type Site, startNetwork } from '../browser/network';
import { openOptionsPage } from '../browser/pages/options-page';
import { absUrl } from '../browser/story';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { answeringExtension } from './floor';
import { inTurn, type Row, timesRow } from './row';

const LOADS = 15;

/**
 * As multiples of an extension that only answers: 50 ms on a quiet machine, where that took 13. The 250 ms of a stopped
 * worker were 5 times the floor of 50, of which we took 1.8 to 2.2: it is twice that.
 */
const GOALS = { awake: 4, stopped: 4 };

/** How long a reader sees the page without its mark, and what the page has to load for it. */
export async function benchMark(): Promise<Row[]> {
  build('chromium');
  const digests = await readDigests([SAMPLE]);
  const ids = digests.flatMap(({ entries }) => entries.map(({ id }) => id));
  const network = await startNetwork(withStopwatch(arxivSite(pagesOf(digests))));
  const browser = await launch('chromium', { extension: BUILD.chromium, network, headless: true });
  const bare = await launch('chromium', { extension: answeringExtension(), network, headless: true });
  try {
    const options = await openOptionsPage(browser);
    await options.import(SAMPLE);
    await options.tab.close();
    const [tab, bareTab] = [await browser.openTab(), await bare.openTab()];
    await timeMark(tab, ids, 0);
    await timeMark(bareTab, ids, 0);
    const awake = await inTurn(
      LOADS,
      (i) => timeMark(tab, ids, i),
      (i) => timeMark(bareTab, ids, i),
    );
    const afterStop = async (of: BrowserUnderTest, inTab: Tab, i: number): Promise<number> => {
      await inTab.goto('about:blank');
      await of.stopWorker();
      return timeMark(inTab, ids, i);
    };
    const stopped = await inTurn(
      LOADS,
      (i) => afterStop(browser, tab, i),
      (i) => afterStop(bare, bareTab, i),
    );
    const beside = 'an extension that only answers';
    return [
      timesRow('mark, worker awake', awake, GOALS.awake, beside),
      timesRow('mark, worker stopped before', stopped, GOALS.stopped, beside),
      ...scriptSize(),
    ];
  } finally {
    await browser.close();
    await bare.close();
    await network.close();
  }
}

/** Opens the page of a paper, one after the other; gives the milliseconds until its mark is painted. */
export async function timeMark(tab: Tab, ids: readonly string[], i: number): Promise<number> {
  await tab.goto(absUrl(ids[i % ids.length] ?? ''));
  return until('the mark is painted', () =>
    tab.evaluate(() => {
      const { marked } = document.documentElement.dataset;
      return marked === undefined ? undefined : Number(marked);
    }),
  );
}

/** Pages that note by themselves, in `data-marked`, how many milliseconds after DOMContentLoaded the mark was painted. */
export function withStopwatch(site: Site): Site {
  const script = `<script>
    let ready;
    document.addEventListener('DOMContentLoaded', () => { ready = performance.now(); });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('digest-lens:not([data-part])')) return;
      observer.disconnect();
      // What a frame holds is on screen when the task after it runs.
      requestAnimationFrame(() => setTimeout(() => {
        document.documentElement.dataset.marked = performance.now() - ready;
      }));
    }).observe(document, { childList: true, subtree: true });
  </script>`;
  return (url) => {
    const answer = site(url);
    if (!answer?.type.startsWith('text/html')) return answer;
    return { ...answer, body: String(answer.body).replace('<head>', `<head>${script}`) };
  };
}

interface Manifest {
  content_scripts: { js?: string[]; css?: string[] }[];
}

/** What one page has to load, by content script. */
function scriptSize(): Row[] {
  const manifest = JSON.parse(readFileSync(join(BUILD.chromium, 'manifest.json'), 'utf8')) as Manifest;
  return manifest.content_scripts.map(({ js = [], css = [] }) => {
    const sizes = [...js, ...css].map(
      (file) => gzipSync(readFileSync(join(BUILD.chromium, file)), { level: 9 }).length,
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return { name: `${js.join(', ')}, gzip`, value: kilobytes, unit: 'kB', goal: 10, beside: '' };
  });
}
