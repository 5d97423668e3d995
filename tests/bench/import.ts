import { existsSync } from 'node:fs';
import { build } from '../browser/build';
import type { BrowserName } from '../browser/find-browser';
import { BUILD, launch } from '../browser/launch';
import { startNetwork } from '../browser/network';
import { openOptionsPage } from '../browser/pages/options-page';
import type { Row } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const PATIENCE_MS = 30 * 60_000;

/** How long the archive of IR and NLP takes to be imported, beside putting the same records straight into IndexedDB. */
export async function benchImport(): Promise<Row[]> {
  if (!existsSync(ARCHIVE)) {
    console.error('import: skipped, for it needs ../shared/digests/archive-ir-nlp.zip.');
    return [];
  }
  const rows: Row[] = [];
  for (const name of ['chromium', 'firefox'] as const) rows.push(...(await benchBrowser(name)));
  return rows;
}

async function benchBrowser(name: BrowserName): Promise<Row[]> {
  build(name);
  const network = await startNetwork(() => undefined);
  const browser = await launch(name, { extension: BUILD[name], network, headless: true });
  try {
    const options = await openOptionsPage(browser, PATIENCE_MS);
    const start = performance.now();
    await options.choose(ARCHIVE);
    const read = performance.now();
    await options.confirm();
    await options.done();
    const stored = performance.now();
    const floor = await options.tab.evaluate(putAgain);
    const seconds = (what: string, milliseconds: number, beside: string): Row => ({
      name: `${name}: ${what}`,
      value: milliseconds / 1000,
      unit: 's',
      beside,
    });
    return [
      seconds('reading for the preview', read - start, ''),
      seconds('storing and indexing', stored - read, ''),
      seconds('the same records put straight into IndexedDB', floor, 'the floor'),
      {
        name: `${name}: storing beside the floor`,
        value: (stored - read) / floor,
        unit: '×',
        beside: 'at most 2.5',
      },
    ];
  } finally {
    await browser.close();
    await network.close();
  }
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
