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
import type { Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { median, type Row } from './row';

const LOADS = 15;

/** How long a reader sees the page without its mark, and what the page has to load for it. */
export async function benchMark(): Promise<Row[]> {
  build('chromium');
  const digests = await readDigests([SAMPLE]);
  const ids = digests.flatMap(({ entries }) => entries.map(({ id }) => id));
  const network = await startNetwork(withStopwatch(arxivSite(pagesOf(digests))));
  const browser = await launch('chromium', { extension: BUILD.chromium, network, headless: true });
  try {
    const options = await openOptionsPage(browser);
    await options.import(SAMPLE);
    await options.tab.close();
    const tab = await browser.openTab();
    const awake: number[] = [];
    const stopped: number[] = [];
    await timeMark(tab, ids, 0);
    for (let i = 0; i < LOADS; i += 1) {
      awake.push(await timeMark(tab, ids, i));
      await tab.goto('about:blank');
      await browser.stopWorker();
      stopped.push(await timeMark(tab, ids, i));
    }
    return [
      { name: 'mark, worker awake', value: median(awake), unit: 'ms', beside: 'at most 50' },
      { name: 'mark, worker stopped before', value: median(stopped), unit: 'ms', beside: 'at most 250' },
      ...scriptSize(),
    ];
  } finally {
    await browser.close();
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
    return { name: `${js.join(', ')}, gzip`, value: kilobytes, unit: 'kB', beside: 'at most 10' };
  });
}
