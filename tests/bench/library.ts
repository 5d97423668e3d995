import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { floorOf } from './floor';
import { inTurn, median, overFloor, type Row, type Times, timesRow } from './row';
import { withArchive } from './with-archive';

const LOADS = 9;
const TYPINGS = 2;
const TYPED = 'generative recommendation with language model';
/** As fast as one scrolls with a wheel that is turned all the time. */
const PIXELS_A_FRAME = 60;
const FRAMES = 300;
const SCROLLS = 3;

/** As multiples of an empty page: 300 and 50 ms on a quiet machine, where that took 37 and a keystroke in it 9. */
const PAINT_GOAL = 8;
const KEY_GOAL = 6;
const EMPTY = 'an empty page of the extension';

/** How soon the library of 47,388 papers is painted, changed by a key, and whether it scrolls without a pause. */
export const benchLibrary = (): Promise<Row[]> => withArchive('archive-ir-nlp', benchBrowser);

async function benchBrowser(browser: BrowserUnderTest): Promise<Row[]> {
  const tab = await browser.openTab();
  await tab.resize(1440, 900);
  const empty = floorOf('library.html');
  const paint = (page: string) => firstPaint(browser, tab, page);
  // The first of each warms what a browser that has run for a while has warm.
  await paint('library.html');
  await paint(empty);
  const paints = await inTurn(
    LOADS,
    () => paint('library.html'),
    () => paint(empty),
  );
  const keys = await keyTimes(browser, tab);
  await tab.goto(browser.extensionUrl('library.html'));
  await untilListed(tab);
  const dropped = await inTurn(
    SCROLLS,
    () => droppedShare(tab, PIXELS_A_FRAME),
    () => droppedShare(tab, 0),
  );
  const [scrolling, still] = [100 * median(dropped.ours), 100 * median(dropped.floor)];
  const name = (what: string) => `${browser.name}: ${what}`;
  return [
    timesRow(name('first paint of the list'), paints, PAINT_GOAL, EMPTY),
    keyRow(name('keystroke to changed list, median'), keys),
    overFloor({
      name: name('keystroke to changed list, worst'),
      value: Math.max(...keys.ours),
      unit: 'ms',
      floor: Math.max(...keys.floor),
      beside: EMPTY,
    }),
    {
      name: name('frames dropped because it scrolls'),
      value: scrolling - still,
      unit: '%',
      goal: 1,
      beside: `while it scrolls ${scrolling.toFixed(1)} %, while nothing moves ${still.toFixed(1)} %`,
    },
  ];
}

function untilListed(tab: Tab): Promise<unknown> {
  return until('papers are listed', () =>
    tab.evaluate(() => document.querySelector('article[data-arxiv-id]') !== null),
  );
}

/** From the navigation to the first paint, which shows the list. */
async function firstPaint(browser: BrowserUnderTest, tab: Tab, page: string): Promise<number> {
  await tab.goto(browser.extensionUrl(page));
  await untilListed(tab);
  return until('something is painted', () =>
    tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
  );
}

/** From a key to the changed list in the library, and to the changed line in an empty page. */
export const keyTimes = (browser: BrowserUnderTest, tab: Tab): Promise<Times> =>
  inTurn(
    TYPINGS,
    () => typedTimes(browser, tab, 'library.html'),
    () => typedTimes(browser, tab, floorOf('library.html')),
  );

export const keyRow = (name: string, times: Times): Row => timesRow(name, times, KEY_GOAL, EMPTY);

/** From each key to the frame after the list is that of what then stands in the field. */
async function typedTimes(browser: BrowserUnderTest, tab: Tab, page: string): Promise<number[]> {
  await tab.goto(browser.extensionUrl(page));
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
