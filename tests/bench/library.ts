import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { median, type Row } from './row';
import { withArchive } from './with-archive';

const LOADS = 9;
const TYPED = 'generative recommendation with language model';
/** As fast as one scrolls with a wheel that is turned all the time. */
const PIXELS_A_FRAME = 60;
const FRAMES = 600;

/** How soon the library of 47,388 papers is painted, changed by a key, and whether it scrolls without a pause. */
export const benchLibrary = (): Promise<Row[]> => withArchive('archive-ir-nlp', benchBrowser);

async function benchBrowser(browser: BrowserUnderTest): Promise<Row[]> {
  const tab = await browser.openTab();
  await tab.resize(1440, 900);
  const paints = await paintTimes(browser, tab);
  const keys = await keyTimes(browser, tab);
  await tab.goto(browser.extensionUrl('library.html'));
  await untilListed(tab);
  const still = await droppedShare(tab, 0);
  const scrolling = await droppedShare(tab, PIXELS_A_FRAME);
  const row = (what: string, value: number, unit: string, beside: string): Row => ({
    name: `${browser.name}: ${what}`,
    value,
    unit,
    beside,
  });
  return [
    row('first paint of the list', median(paints.library), 'ms', 'at most 300'),
    row('the same of a page without anything', median(paints.empty), 'ms', 'the floor'),
    row('keystroke to changed list, median', median(keys), 'ms', 'at most 50'),
    row('keystroke to changed list, worst', Math.max(...keys), 'ms', ''),
    row('frames dropped while scrolling', scrolling * 100, '%', 'at most 1'),
    row('frames dropped while nothing moves', still * 100, '%', 'the floor'),
  ];
}

function untilListed(tab: Tab): Promise<unknown> {
  return until('papers are listed', () =>
    tab.evaluate(() => document.querySelector('article[data-arxiv-id]') !== null),
  );
}

/** From the navigation to the first paint, which shows the list; and that of a page of the extension with one line. */
async function paintTimes(
  browser: BrowserUnderTest,
  tab: Tab,
): Promise<Record<'library' | 'empty', number[]>> {
  const painted = (): Promise<number> =>
    until('something is painted', () =>
      tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
    );
  const times = { library: [] as number[], empty: [] as number[] };
  for (let load = 0; load <= LOADS; load += 1) {
    await tab.goto(browser.extensionUrl('library.html'));
    await untilListed(tab);
    const library = await painted();
    await tab.goto(browser.extensionUrl('manifest.json'));
    const empty = await tab.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domComplete,
    );
    // The first warms what a browser that has run for a while has warm.
    if (load === 0) continue;
    times.library.push(library);
    times.empty.push(empty);
  }
  return times;
}

/** From each key to the frame after the list is that of what then stands in the field. */
export async function keyTimes(browser: BrowserUnderTest, tab: Tab): Promise<number[]> {
  await tab.goto(browser.extensionUrl('library.html'));
  await untilListed(tab);
  await tab.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')?.focus());
  const times: number[] = [];
  for (let length = 1; length <= TYPED.length; length += 1) {
    const typed = TYPED.slice(0, length).trim();
    // A space asks for nothing else.
    if (typed.length < length) {
      await tab.press(' ');
      continue;
    }
    // What one call leaves in the global object another does not see in Firefox: the page's element carries the time.
    await tab.evaluate((query) => {
      const { dataset } = document.documentElement;
      const list = document.querySelector<HTMLElement>('.list-room');
      delete dataset['changed'];
      const listen = () => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (list?.dataset['query']?.trim() !== query) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            dataset['changed'] = `${performance.now() - start}`;
          });
        });
        if (list) observer.observe(list, { attributeFilter: ['data-query'] });
      };
      document.addEventListener('keydown', listen, { once: true, capture: true });
    }, typed);
    await tab.press(TYPED[length - 1] ?? '');
    const time = await until('the list has changed', () =>
      tab.evaluate(() => document.documentElement.dataset['changed']),
    );
    times.push(Number(time));
  }
  return times;
}

/** The share of frames that came later than one and a half of the usual distance between two. */
function droppedShare(tab: Tab, pixels: number): Promise<number> {
  return tab.evaluate(
    async (step, frames) => {
      const list = document.querySelector('.list');
      const times: number[] = [];
      await new Promise<void>((resolve) => {
        const next = (time: number) => {
          times.push(time);
          if (list) list.scrollTop += step;
          if (times.length > frames) resolve();
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      });
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
      const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
      const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0);
      return missed / (gaps.length + missed);
    },
    pixels,
    FRAMES,
  );
}
