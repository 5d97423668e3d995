import type { BrowserUnderTest } from '../browser/under-test';
import { until } from '../browser/until';
import { floorOf } from './floor';
import { median, overFloor, type Row } from './row';
import { withArchive } from './with-archive';

const ROUNDS = 5;

/** What of the archive's 7,642 papers is drawn: 48, 308 and, as many as a map shows, 1,000. */
const QUERIES = ['"query rewriting"', '"sequential recommendation"', ''];

/**
 * What a map and the longest freeze may take, as multiples of the time in which a worker lays out as many points and
 * the page draws them. There was no goal in ms: half as much again as what the slowest row took when this was written,
 * 3 to 5 times and 0.1 to 0.6 times.
 */
const GOALS = { drawn: 7, still: 0.9 };

/** How long a reader waits for a map, and how long the page stands still meanwhile. */
export const benchMap = (): Promise<Row[]> =>
  withArchive('archive-ir', async (browser) => {
    const rows: Row[] = [];
    for (const query of QUERIES) rows.push(...(await benchQuery(browser, query)));
    return rows;
  });

interface Drawing {
  papers: number;
  drawn: number;
  still: number;
}

async function benchQuery(browser: BrowserUnderTest, query: string): Promise<Row[]> {
  const ours: Drawing[] = [];
  const plain: Drawing[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const drawing = await draw(browser, `library.html?q=${encodeURIComponent(query)}`);
    ours.push(drawing);
    plain.push(await draw(browser, `${floorOf('library.html')}?papers=${drawing.papers}`));
  }
  const floor = median(plain.map(({ drawn }) => drawn));
  const row = (what: string, goal: number, of: (drawing: Drawing) => number): Row =>
    overFloor({
      name: `${browser.name}, ${ours[0]?.papers} papers: ${what}`,
      value: median(ours.map(of)),
      unit: 'ms',
      floor,
      goal,
      beside: 'as many points laid out by d3-force',
    });
  return [
    row('from the click to the map', GOALS.drawn, ({ drawn }) => drawn),
    row('longest freeze meanwhile', GOALS.still, ({ still }) => still),
  ];
}

async function draw(browser: BrowserUnderTest, page: string): Promise<Drawing> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl(page));
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
