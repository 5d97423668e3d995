import { unzipSync, zipSync } from 'fflate';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openOptionsPage } from '../browser/pages/options-page';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { floorOf } from './floor';
import { inTurn, type Row, type Times, timesRow } from './row';
import { PATIENCE_MS, withArchive } from './with-archive';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const OPENINGS = 15;
const TYPINGS = 2;
const TYPED = 'retrieval aug';
/** Long after the list is painted: a driver that asks the page before has the page read the driver's own script first. */
const UNTOUCHED_MS = 500;

/** As multiples of an empty page: 100, 150 and 50 ms on a quiet machine, where that took 35 and a keystroke in it 10. */
const GOALS = { few: 3, many: 4, typed: 3 };

/** How long the popup takes from being opened to its list being painted, and from a keystroke to the changed list. */
export const benchPopup = (): Promise<Row[]> => withArchive('archive-ir-nlp', benchBrowser);

async function benchBrowser(browser: BrowserUnderTest): Promise<Row[]> {
  const few = await measure(browser);
  const options = await openOptionsPage(browser, PATIENCE_MS);
  await options.import(longDay());
  const many = await measure(browser);
  const row = (what: string, times: Times, goal: number): Row =>
    timesRow(`${browser.name}: ${what}`, times, goal, 'an empty page of the extension');
  return [
    row(`opened to painted, ${few.papers} papers`, few.opened, GOALS.few),
    row(`opened to painted, ${many.papers} papers`, many.opened, GOALS.many),
    row(`keystroke to list, ${many.papers} papers`, many.typed, GOALS.typed),
  ];
}

async function measure(browser: BrowserUnderTest): Promise<{ papers: number; opened: Times; typed: Times }> {
  const tab = await browser.openTab();
  await tab.resize(400, 600);
  const open = (page: string) => firstPaint(browser, tab, page);
  const type = async (page: string): Promise<number[]> => {
    await open(page);
    const times: number[] = [];
    for (let length = 1; length <= TYPED.length; length += 1)
      times.push(await keystroke(tab, TYPED.slice(0, length)));
    // The popup opens again as it was left.
    await keystroke(tab, '');
    return times;
  };
  const empty = floorOf('popup.html');
  // The first of each warms what a browser that has run for a while has warm.
  await open('popup.html');
  await open(empty);
  const opened = await inTurn(
    OPENINGS,
    () => open('popup.html'),
    () => open(empty),
  );
  const typed = await inTurn(
    TYPINGS,
    () => type('popup.html'),
    () => type(empty),
  );
  await open('popup.html');
  const papers = await tab.evaluate(() =>
    Number(document.querySelector('article')?.getAttribute('aria-setsize')),
  );
  await tab.close();
  return { papers, opened, typed };
}

/** Nothing is painted before the list is: what the browser notes as the first paint with content is that of the list. */
async function firstPaint(browser: BrowserUnderTest, tab: Tab, page: string): Promise<number> {
  await tab.goto('about:blank');
  await tab.goto(browser.extensionUrl(page));
  await wait(UNTOUCHED_MS);
  await until('the list is there', () =>
    tab.evaluate(() => document.querySelector('main[data-report-date] article') !== null),
  );
  return until('it is painted', () =>
    tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
  );
}

/** From the letter standing in the field to the frame that shows what is left of the list. */
function keystroke(tab: Tab, text: string): Promise<number> {
  return tab.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('.filter input');
    if (!field) throw new Error('The popup has no filter.');
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { port1, port2 } = new MessageChannel();
    const painted = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }));
    port1.start();
    port2.postMessage(undefined);
    await painted;
    return performance.now() - start;
  }, text);
}

/** Two of the archive's days as one of three subjects, the latest of all: some 700 papers. */
function longDay(): string {
  const files = unzipSync(readFileSync(ARCHIVE));
  const of = (path: string): Uint8Array => files[`${path}/README.md`] ?? new Uint8Array();
  const path = join(mkdtempSync(join(tmpdir(), 'lens-popup-')), 'long-day.zip');
  const day = {
    '24-Nov-2026/IR/README.md': of('27-May-2025/IR'),
    '24-Nov-2026/NLP/README.md': of('27-May-2025/NLP'),
    '24-Nov-2026/AI/README.md': of('21-Apr-2026/NLP'),
  };
  writeFileSync(path, zipSync(day, { level: 1 }));
  return path;
}
