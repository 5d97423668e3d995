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
import { timeMark, withStopwatch } from './mark';
import { peakOfExtension, peakOwn } from './peak-memory';
import { median, type Row } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const TRACK = new URL('../../../shared/digests/archive-ir.zip', import.meta.url).pathname;
const PATIENCE_MS = 30 * 60_000;

const DAYS = [100, 200, 400];
const BROWSERS = ['chromium', 'firefox'] as const;

type Use<T> = (browser: BrowserUnderTest) => Promise<T>;

/** A browser in which nothing was ever imported. */
async function inBrowser<T>(name: BrowserName, network: Network, use: Use<T>): Promise<T> {
  const browser = await launch(name, { extension: BUILD[name], network, headless: true });
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
  const row = (what: string, value: number, unit: string, beside = ''): Row => ({
    name: `${name}: ${what}`,
    value,
    unit,
    beside,
  });
  try {
    const copy = join(folder, 'backup.jsonl.gz');
    const stored = await inBrowser(name, network, async (browser) => {
      const options = await openOptionsPage(browser, PATIENCE_MS);
      const before = peakOfExtension();
      let [reading, storing] = [0, 0];
      const own = await peakOwn(async () => {
        reading = await timed(() => options.choose(ARCHIVE));
        storing = await timed(() => storeChosen(options));
      });
      const peak = peakOfExtension();
      // The floor is not to wait for work of ours.
      await until('the index is merged', () => isMerged(options.tab), PATIENCE_MS);
      const floor = await options.tab.evaluate(putAgain);
      const data = await openYourData(browser, PATIENCE_MS);
      let path = '';
      const saving = await timed(async () => (path = await data.backUp()));
      writeFileSync(copy, readFileSync(path));
      return { reading, storing, before, own, peak, floor, saving };
    });
    const restoring = await inBrowser(name, network, async (browser) => {
      const data = await openYourData(browser, PATIENCE_MS);
      return timed(() => data.restore(copy));
    });
    const seen = await inBrowser(name, network, (browser) => lookDuringImport(browser, ids));
    const text = gunzipSync(readFileSync(copy)).length;
    const { reading, storing, before, own, peak, floor, saving } = stored;
    return [
      row('reading for the preview', reading / 1000, 's'),
      row('storing and indexing', storing / 1000, 's'),
      row('the same records put into IndexedDB', floor / 1000, 's', 'the floor'),
      row('storing beside the floor', storing / floor, '×', 'at most 2.5'),
      row('peak memory, pages included', peak / 1e6, 'MB', 'at most 400'),
      row('of it, without the files of the browser', own / 1e6, 'MB', 'at most 400'),
      row('the whole before the import', before / 1e6, 'MB', 'the floor'),
      row('backup beside the floor', saving / floor, '×', 'at most 2'),
      row('restore beside the floor', restoring / floor, '×', 'at most 2'),
      row('backup, of the stored text', (100 * statSync(copy).size) / text, '%', 'at most 40'),
      row('mark during an import', median(seen.marks), 'ms', 'at most 300'),
      row('popup during an import', seen.popup, 'ms', 'opens'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PAGES = 9;

/** Opens abstract pages and the popup while an archive is being stored. */
async function lookDuringImport(
  browser: BrowserUnderTest,
  ids: readonly string[],
): Promise<{ marks: number[]; popup: number }> {
  const options = await openOptionsPage(browser, PATIENCE_MS);
  await options.import(SAMPLE);
  await options.choose(ARCHIVE);
  const tab = await browser.openTab();
  await timeMark(tab, ids, 0);
  await options.confirm();
  const marks: number[] = [];
  for (let i = 1; i <= PAGES; i += 1) marks.push(await timeMark(tab, ids, i));
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
    const times: number[] = [];
    for (const days of DAYS) {
      const path = join(folder, `${days}.zip`);
      writeFileSync(path, zipSync(Object.fromEntries(files.slice(0, days)), { level: 1 }));
      const time = await inBrowser(name, network, async (browser) => {
        const options = await openOptionsPage(browser, PATIENCE_MS);
        await options.choose(path);
        return timed(() => storeChosen(options));
      });
      times.push(time);
      const grown =
        times.length < 2 ? '' : `${(time / (times.at(-2) ?? time)).toFixed(2)} × as long as half of it`;
      rows.push({ name: `${name}: ${days} days`, value: time / 1000, unit: 's', beside: grown });
    }
  }
  await network.close();
  rmSync(folder, { recursive: true });
  return rows;
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

/** Runs in the page: copies every record into another database of the same shape, 500 a transaction, from memory. */
async function putAgain(): Promise<number> {
  const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
  const answered = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
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
  return took;
}
