import { unzipSync, zipSync } from 'fflate';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { arxivSite, pagesOf, SAMPLE } from '../browser/arxiv-site';
import { build } from '../browser/build';
import { readDigests } from '../browser/digest-files';
import type { BrowserName } from '../browser/find-browser';
import { BUILD, launch } from '../browser/launch';
import { type Network, startNetwork } from '../browser/network';
import { openOptionsPage, type OptionsPage } from '../browser/pages/options-page';
import { openPopup } from '../browser/pages/popup-page';
import { openYourData } from '../browser/pages/your-data';
import { storedRecords } from '../browser/stored-records';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { isAtWork } from '../kill/kill';
import { answeringExtension } from './floor';
import { timeMark, withStopwatch } from './mark';
import { peakOfExtension, peakOwn } from './peak-memory';
import { inTurn, median, overFloor, type Row, type Times, timesRow } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const TRACK = new URL('../../../shared/digests/archive-ir.zip', import.meta.url).pathname;
const PATIENCE_MS = 30 * 60_000;

const DAYS = [100, 200, 400];
const GROWTHS = 3;
const BROWSERS = ['chromium', 'firefox'] as const;

/**
 * As multiples of the raw records, as they always were. A mark beside that of an extension that only answers: 300 ms,
 * where that took 55 in Firefox and 20 in Chromium, and we 190 and 170. Growth is 1 where twice the days take twice as
 * long, and would be 2 where they took four times as long.
 */
const GOALS = { storing: 2.5, backup: 2, restore: 2, mark: 10, growth: 1.3 };
const PUTS = 'the same records put into IndexedDB';

type Use<T> = (browser: BrowserUnderTest) => Promise<T>;

/** A browser in which nothing was ever imported. */
async function inBrowser<T>(
  name: BrowserName,
  network: Network,
  use: Use<T>,
  extension = BUILD[name],
): Promise<T> {
  const browser = await launch(name, { extension, network, headless: true });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * How long the archive of IR and NLP takes to be imported, saved and restored, beside putting the same records
 * straight into IndexedDB; what that needs of memory, and what a reader notices meanwhile.
 */
export async function benchImport(): Promise<Row[]> {
  if (!existsSync(ARCHIVE)) {
    console.error('import: skipped, for it needs ../shared/digests/archive-ir-nlp.zip.');
    return [];
  }
  const digests = await readDigests([SAMPLE]);
  const network = await startNetwork(withStopwatch(arxivSite(pagesOf(digests))));
  const ids = digests.flatMap(({ entries }) => entries.map(({ id }) => id));
  const rows: Row[] = [];
  for (const name of BROWSERS) {
    build(name);
    rows.push(...(await benchArchive(name, network, ids)));
  }
  await network.close();
  return rows;
}

async function benchArchive(name: BrowserName, network: Network, ids: readonly string[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lens-bench-'));
  const row = (what: string, value: number, unit: string, goal?: number, beside = ''): Row => ({
    name: `${name}: ${what}`,
    value,
    unit,
    ...(goal !== undefined && { goal }),
    beside,
  });
  const overPuts = (what: string, took: number, floor: number, goal: number): Row =>
    overFloor({ ...row(what, took / 1000, 's', goal, PUTS), floor: floor / 1000 });
  try {
    const copy = join(folder, 'backup.jsonl.gz');
    const stored = await inBrowser(name, network, async (browser) => {
      const options = await openOptionsPage(browser, PATIENCE_MS);
      const idle = peakOfExtension();
      let [reading, storing] = [0, 0];
      const own = await peakOwn(async () => {
        reading = await timed(() => options.choose(ARCHIVE));
        storing = await timed(() => storeChosen(options));
      });
      const peak = peakOfExtension();
      const before = await timePuts(options.tab);
      const data = await openYourData(browser, PATIENCE_MS);
      let path = '';
      const saving = await timed(async () => (path = await data.backUp()));
      writeFileSync(copy, readFileSync(path));
      // An import is too long to be done again and again: the floor stands on both sides of what is held against it.
      const floor = median([before, await timePuts(options.tab)]);
      return { reading, storing, idle, own, peak, floor, saving };
    });
    const restoring = await inBrowser(name, network, async (browser) => {
      const data = await openYourData(browser, PATIENCE_MS);
      const took = await timed(() => data.restore(copy));
      return { took, floor: await timePuts(data.tab) };
    });
    const seen = await inBrowser(name, network, (browser) =>
      inBrowser(name, network, (bare) => lookDuringImport(browser, bare, ids), answeringExtension()),
    );
    const text = gunzipSync(readFileSync(copy)).length;
    const { reading, storing, idle, own, peak, floor, saving } = stored;
    return [
      row('reading for the preview', reading / 1000, 's'),
      overPuts('storing and indexing', storing, floor, GOALS.storing),
      row(
        'peak memory, pages included',
        peak / 1e6,
        'MB',
        400,
        `before the import ${(idle / 1e6).toFixed(0)}`,
      ),
      row('of it, without the files of the browser', own / 1e6, 'MB', 400),
      overPuts('backup', saving, floor, GOALS.backup),
      overPuts('restore', restoring.took, restoring.floor, GOALS.restore),
      row('backup, of the stored text', (100 * statSync(copy).size) / text, '%', 40),
      timesRow(
        `${name}: mark during an import`,
        seen.marks,
        GOALS.mark,
        'an extension that only answers, meanwhile',
      ),
      row('popup during an import', seen.popup, 'ms', undefined, 'opens'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PAGES = 9;

/** Opens abstract pages and the popup while an archive is being stored; the pages in another browser too. */
async function lookDuringImport(
  browser: BrowserUnderTest,
  bare: BrowserUnderTest,
  ids: readonly string[],
): Promise<{ marks: Times; popup: number }> {
  const options = await openOptionsPage(browser, PATIENCE_MS);
  await options.import(SAMPLE);
  await options.choose(ARCHIVE);
  const [tab, bareTab] = [await browser.openTab(), await bare.openTab()];
  await timeMark(tab, ids, 0);
  await timeMark(bareTab, ids, 0);
  await options.confirm();
  const marks = await inTurn(
    PAGES,
    (i) => timeMark(tab, ids, i + 1),
    (i) => timeMark(bareTab, ids, i + 1),
  );
  const popup = await timed(() => openPopup(browser));
  if (!(await isAtWork(options.tab))) throw new Error('The import was over before all was looked at.');
  return { marks, popup };
}

/** Whether the time of an import grows with the number of its days, and no faster. */
export async function benchGrowth(): Promise<Row[]> {
  if (!existsSync(TRACK)) {
    console.error('growth: skipped, for it needs ../shared/digests/archive-ir.zip.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'lens-bench-'));
  const files = Object.entries(unzipSync(readFileSync(TRACK))).filter(([, { length }]) => length > 0);
  const network = await startNetwork(() => undefined);
  const rows: Row[] = [];
  for (const name of BROWSERS) {
    build(name);
    const times = new Map(DAYS.map((days) => [days, { ours: [], floor: [] } as Times]));
    for (let round = 0; round < GROWTHS; round += 1) {
      for (const [days, { ours, floor }] of times) {
        const path = join(folder, `${days}.zip`);
        writeFileSync(path, zipSync(Object.fromEntries(files.slice(0, days)), { level: 1 }));
        await inBrowser(name, network, async (browser) => {
          const options = await openOptionsPage(browser, PATIENCE_MS);
          await options.choose(path);
          ours.push(await timed(() => storeChosen(options)));
          floor.push(await timePuts(options.tab));
        });
      }
    }
    rows.push(...growthRows(name, times));
  }
  await network.close();
  rmSync(folder, { recursive: true });
  return rows;
}

/** Each number of days has a floor of its own, for in the minutes between the machine may have become another. */
function growthRows(name: BrowserName, times: ReadonlyMap<number, Times>): Row[] {
  const rows = [...times].map(([days, { ours, floor }]) =>
    overFloor({
      name: `${name}: ${days} days`,
      value: median(ours) / 1000,
      unit: 's',
      floor: median(floor) / 1000,
      beside: PUTS,
    }),
  );
  const grown = rows.slice(1).map(({ ratio = 0 }, i) => ({
    name: `${name}: ${DAYS[i + 1]} days beside ${DAYS[i]}, each over its floor`,
    value: ratio / (rows[i]?.ratio ?? 1),
    unit: '×',
    goal: GOALS.growth,
    beside: '',
  }));
  return [...rows, ...grown];
}

async function storeChosen(options: OptionsPage): Promise<void> {
  await options.confirm();
  await options.done();
}

async function isMerged(tab: Tab): Promise<boolean> {
  const { indexState = '' } = await storedRecords(tab, ['indexState']);
  const { units } = JSON.parse(indexState) as { units: unknown[] };
  return units.length === 1;
}

/** How long the same records take to be put into IndexedDB once nothing of ours is left to do. */
async function timePuts(tab: Tab): Promise<number> {
  await until('the index is merged', () => isMerged(tab), PATIENCE_MS);
  await tab.evaluate(putAgain);
  // Firefox ends a script that keeps its driver waiting for half a minute.
  const took = () => tab.evaluate(() => document.documentElement.dataset['puts']);
  return Number(await until('the records are put', took, PATIENCE_MS));
}

/**
 * Runs in the page: copies every record into another database of the same shape, 500 a transaction, from memory. The
 * page's element carries the milliseconds.
 */
function putAgain(): void {
  const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
  const answered = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
  const copyAll = async (): Promise<number> => {
    const ours = await opened(indexedDB.open('digest-lens'));
    const names = [...ours.objectStoreNames];
    const stores = ours.transaction(names);
    const shapes = names.map((name) => {
      const { keyPath, autoIncrement, indexNames } = stores.objectStore(name);
      const indexes = [...indexNames].map((each) => stores.objectStore(name).index(each));
      return { name, keyPath, autoIncrement, indexes };
    });
    const making = indexedDB.open('floor');
    making.addEventListener('upgradeneeded', () => {
      for (const { name, keyPath, autoIncrement, indexes } of shapes) {
        const copy = making.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) {
          copy.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry, unique: index.unique });
        }
      }
    });
    const floor = await opened(making);
    let took = 0;
    for (const name of names) {
      const store = ours.transaction(name).objectStore(name);
      const [rows, keys] = await Promise.all([answered(store.getAll()), answered(store.getAllKeys())]);
      const isKeyInside = store.keyPath !== null;
      const start = performance.now();
      for (let at = 0; at < rows.length; at += 500) {
        const transaction = floor.transaction(name, 'readwrite');
        const target = transaction.objectStore(name);
        for (let i = at; i < Math.min(at + 500, rows.length); i += 1)
          target.put(rows[i], isKeyInside ? undefined : keys[i]);
        await new Promise((resolve) => {
          transaction.addEventListener('complete', resolve);
        });
      }
      took += performance.now() - start;
    }
    ours.close();
    floor.close();
    const removal = indexedDB.deleteDatabase('floor');
    await new Promise((resolve) => {
      removal.addEventListener('success', resolve);
    });
    return took;
  };
  const { dataset } = document.documentElement;
  delete dataset['puts'];
  void copyAll().then((took) => {
    dataset['puts'] = `${took}`;
  });
}
