import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openOptionsPage } from '../browser/pages/options-page';
import { openYourData } from '../browser/pages/your-data';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { seededRandom } from '../training/random';
import { type DatabaseDigest, digestOf } from './database-digest';

/** The last kill comes when there is still something to do. */
const LATEST_KILL = 0.9;
/** About as long as a worker takes to start and to store a few digests. */
const LONGEST_DELAY_MS = 200;
const PATIENCE_MS = 30 * 60_000;

/** What the reader does to the imports there are; when it is over, none is under way. */
export type Doing = 'import' | 'undo' | 'merge' | 'restore';

export interface Killing {
  kills: number;
  /** The worker alone, or the whole browser. */
  victim: 'worker' | 'browser';
  seed: number;
}

export interface Killed {
  digest: DatabaseDigest;
  /** Kills that came while there was something to do. */
  hits: number;
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

interface Job {
  state: string;
  progress?: { papers: number; papersStored: number };
  records?: number;
  written?: number;
}

/** Runs in the page: which part is done of what is being stored or taken back; null where there is nothing to do. */
export async function shareDone(): Promise<number | null> {
  const open = indexedDB.open('digest-lens');
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.addEventListener('success', () => resolve(open.result));
  });
  const jobsIn = async (name: string): Promise<Job[]> => {
    const request = db.transaction(name).objectStore(name).getAll();
    return new Promise((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
  };
  const jobs = [...(await jobsIn('imports')), ...(await jobsIn('restores'))];
  db.close();
  const job = jobs.find(({ state }) => ['running', 'undoing', 'checking', 'writing'].includes(state));
  if (!job) return null;
  const { papers = 0, papersStored = 0 } = job.progress ?? {};
  const done = job.progress ? papersStored / Math.max(1, papers) : (job.written ?? 0) / (job.records || 1);
  return job.state === 'undoing' ? 1 - done : done;
}

/** Whether something is being stored or taken back. */
export async function isAtWork(tab: Tab): Promise<boolean> {
  return (await tab.evaluate(shareDone)) !== null;
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
  await until('the worker is at it', () => isAtWork(options.tab));
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
  { kills, victim, seed }: Killing,
): Promise<Killed> {
  const random = seededRandom(seed);
  const shares = Array.from({ length: kills }, () => random() * LATEST_KILL).toSorted((a, b) => a - b);
  await begin(browser, doing, files);
  let tab = await openBarePage(browser);
  let hits = 0;
  for (const share of shares) {
    // Not asked while the worker writes: the answer would come when that is done, and so would every kill.
    const before = await tab.evaluate(shareDone);
    if (before === null) break;
    await tab.evaluate(wake);
    if (before < share)
      await until(
        'so much is done',
        async () => ((await tab.evaluate(shareDone)) ?? 1) >= share,
        PATIENCE_MS,
      );
    await wait(random() * LONGEST_DELAY_MS);
    if (victim === 'worker') {
      await browser.stopWorker();
    } else {
      await browser.crash();
      tab = await openBarePage(browser);
    }
    if (await isAtWork(tab)) hits += 1;
  }
  await tab.evaluate(wake);
  await until('all is done', async () => !(await isAtWork(tab)), PATIENCE_MS);
  return { digest: await quietDigest(tab), hits };
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
