import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { openOptionsPage } from '../browser/pages/options-page';
import { openYourData } from '../browser/pages/your-data';
import { until } from '../browser/until';
import { seededRandom } from '../training/random';
import { type DatabaseDigest, digestOf } from './database-digest';

/** Under this a worker has hardly started. */
const SHORTEST_LIFE_MS = 50;
const PATIENCE_MS = 30 * 60_000;

/** What the reader does to the imports there are; when it is over, none is under way. */
export type Doing = 'import' | 'undo' | 'merge' | 'restore';

export interface Killing {
  kills: number;
  /** The worker alone, or the whole browser. */
  victim: 'worker' | 'browser';
  seed: number;
  /** Milliseconds that it takes undisturbed: the kills are spread over as long. */
  length: number;
}

export interface Killed {
  digest: DatabaseDigest;
  /** Kills that came while there was something to do. */
  hits: number;
  /** Milliseconds until all was done. */
  took: number;
}

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** A page of the extension that does nothing by itself. */
export async function openBarePage(browser: BrowserUnderTest): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl('manifest.json'));
  return tab;
}

/** Runs in the page: what the reader's next click on anything would do. */
async function wake(): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  await (browser ?? chrome)?.runtime.sendMessage({ name: 'wake' }).catch(() => undefined);
}

/** Runs in the page: whether something is being stored or taken back. */
export async function isAtWork(): Promise<boolean> {
  const open = indexedDB.open('digest-lens');
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.addEventListener('success', () => resolve(open.result));
  });
  const statesIn = async (name: string): Promise<string[]> => {
    const request = db.transaction(name).objectStore(name).getAll();
    const rows = await new Promise<{ state: string }[]>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    return rows.map(({ state }) => state);
  };
  const states = [...(await statesIn('imports')), ...(await statesIn('restores'))];
  db.close();
  return states.some((state) => ['running', 'undoing', 'checking', 'writing'].includes(state));
}

/**
 * Imports the first files and, to be merged with them, all; to undo, the second import is then taken back. To restore,
 * the second file is a backup.
 */
async function begin(browser: BrowserUnderTest, doing: Doing, files: readonly string[]): Promise<void> {
  const options = await openOptionsPage(browser, PATIENCE_MS);
  const [first = '', second = ''] = files;
  if (doing !== 'import') await options.import(first);
  if (doing === 'undo') await options.import(...files);
  if (doing === 'undo') {
    await options.tab.click(() => document.querySelector('button[aria-label^="Undo "]'));
  } else if (doing === 'restore') {
    const data = await openYourData(browser, PATIENCE_MS);
    await data.beginRestore(second);
    await data.tab.close();
  } else {
    await options.choose(...files);
    await options.confirm();
  }
  await until('the worker is at it', () => options.tab.evaluate(isAtWork));
  await options.tab.close();
}

/** Imports files and saves a backup of them in a folder; the answer is its path. */
export async function backupOf(
  browser: BrowserUnderTest,
  files: readonly string[],
  folder: string,
): Promise<string> {
  const options = await openOptionsPage(browser, PATIENCE_MS);
  await options.import(...files);
  const path = join(folder, 'backup.jsonl.gz');
  copyFileSync(await (await openYourData(browser, PATIENCE_MS)).backUp(), path);
  return path;
}

/** Does it while the worker or the browser is killed at random moments, and says what is then in the database. */
export async function killed(
  browser: BrowserUnderTest,
  doing: Doing,
  files: readonly string[],
  { kills, victim, seed, length }: Killing,
): Promise<Killed> {
  const random = seededRandom(seed);
  await begin(browser, doing, files);
  const start = performance.now();
  // On average as much as keeps the last kill before the end, for what a killed worker was at is done again.
  const longestLife = SHORTEST_LIFE_MS + (2 * length) / Math.max(1, kills);
  let tab = await openBarePage(browser);
  let hits = 0;
  for (let kill = 0; kill < kills && (await tab.evaluate(isAtWork)); kill += 1) {
    await tab.evaluate(wake);
    await wait(SHORTEST_LIFE_MS + random() * (longestLife - SHORTEST_LIFE_MS));
    if (await tab.evaluate(isAtWork)) hits += 1;
    if (victim === 'worker') {
      await browser.stopWorker();
    } else {
      await browser.crash();
      tab = await openBarePage(browser);
    }
  }
  await tab.evaluate(wake);
  await until('all is done', async () => !(await tab.evaluate(isAtWork)), PATIENCE_MS);
  const took = performance.now() - start;
  return { digest: await quietDigest(tab), hits, took };
}

/** What is merged when an import is over changes the tables of the index, though not what they say. */
async function quietDigest(tab: Tab): Promise<DatabaseDigest> {
  let before = '';
  return until(
    'the database is at rest',
    async () => {
      const digest = await digestOf(tab);
      const now = JSON.stringify(digest);
      const isQuiet = now === before;
      before = now;
      return isQuiet && digest;
    },
    PATIENCE_MS,
  );
}
