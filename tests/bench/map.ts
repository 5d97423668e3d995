import type { BrowserUnderTest } from '../browser/under-test';
import { until } from '../browser/until';
import { median, type Row } from './row';
import { withArchive } from './with-archive';

const ROUNDS = 5;

/** What of the archive's 7,642 papers is drawn, and how many papers that are. */
const DRAWN: readonly [papers: number, query: string][] = [
  [50, '"query rewriting"'],
  [300, '"sequential recommendation"'],
  [1000, ''],
];

/** How long a reader waits for a map, and how long the page stands still meanwhile. */
export const benchMap = (): Promise<Row[]> =>
  withArchive('archive-ir', async (browser) => {
    const rows: Row[] = [];
    for (const [papers, query] of DRAWN) rows.push(...(await benchQuery(browser, papers, query)));
    return rows;
  });

interface Drawing {
  papers: number;
  drawn: number;
  still: number;
}

async function benchQuery(browser: BrowserUnderTest, papers: number, query: string): Promise<Row[]> {
  const drawings: Drawing[] = [];
  for (let i = 0; i < ROUNDS; i += 1) drawings.push(await draw(browser, query));
  const at = `${browser.name}, ${drawings[0]?.papers} papers`;
  return [
    {
      name: `${at}: map drawn`,
      value: median(drawings.map(({ drawn }) => drawn)),
      unit: 'ms',
      beside: `from the click, in a new page; for ${papers}`,
    },
    {
      name: `${at}: longest freeze`,
      value: median(drawings.map(({ still }) => still)),
      unit: 'ms',
      beside: 'of the page meanwhile',
    },
  ];
}

async function draw(browser: BrowserUnderTest, query: string): Promise<Drawing> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl(`library.html?q=${encodeURIComponent(query)}`));
  await until('the library is there', () =>
    tab.evaluate(
      () => document.querySelector('[data-shows=map]') !== null && document.querySelector('article') !== null,
    ),
  );
  const drawing = await tab.evaluate(async () => {
    const start = performance.now();
    let [last, still] = [start, 0];
    document.querySelector<HTMLElement>('[data-shows=map]')?.click();
    const map = () => document.querySelector('.map-plane .region-name');
    // A timer is late by as long as the page stands still.
    while (!map()) {
      if (last - start > 60_000) throw new Error('No map was drawn.');
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      const now = performance.now();
      still = Math.max(still, now - last);
      last = now;
    }
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    const end = performance.now();
    const papers = Number(document.querySelector<HTMLElement>('.map-plane')?.dataset['papers']);
    return { papers, drawn: end - start, still: Math.max(still, end - last) };
  });
  await tab.close();
  return drawing;
}
