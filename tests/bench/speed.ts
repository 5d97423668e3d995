import { unzipSync, zipSync } from 'fflate';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../browser/build';
import type { BrowserName } from '../browser/find-browser';
import { BUILD, launch } from '../browser/launch';
import { startNetwork } from '../browser/network';
import { openOptionsPage } from '../browser/pages/options-page';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { keyTimes } from './library';
import { median, type Row } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const PATIENCE_MS = 20 * 60_000;
const QUESTIONS = 30;
const STARTS = 9;

/** How many papers are in the browser when it is asked: the archive, then the archive again under other ids. */
const SIZES = [1000, 10_000, 47_000, 100_000];

/** What a page of the extension has of the browser's own API. */
interface Api {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}

interface Asked {
  id: string;
  title: string;
  abstract?: string;
  authors: string[];
}

/** How long related papers and search take in real browsers, by the number of papers that are stored. */
export async function benchSpeed(): Promise<Row[]> {
  if (!existsSync(ARCHIVE)) {
    console.error('speed: skipped, for it needs ../shared/digests/archive-ir-nlp.zip.');
    return [];
  }
  const archives = growingArchives();
  const rows: Row[] = [];
  for (const name of ['chromium', 'firefox'] as const) rows.push(...(await benchBrowser(name, archives)));
  return rows;
}

async function benchBrowser(name: BrowserName, archives: readonly string[]): Promise<Row[]> {
  build(name);
  const network = await startNetwork(() => undefined);
  const browser = await launch(name, { extension: BUILD[name], network, headless: true });
  const bare = await launch(name, { extension: bareExtension(), network, headless: true });
  const rows: Row[] = [];
  const related: number[] = [];
  try {
    for (const [i, archive] of archives.entries()) {
      const options = await openOptionsPage(browser, PATIENCE_MS);
      await options.import(archive);
      const { tab } = options;
      // What an import leaves to the background is merged before the clock starts.
      await until('the index is merged', async () => (await unitsOfIndex(tab)) === 1, PATIENCE_MS);
      const papers = await storedPapers(tab);
      const row = (what: string, value: number, beside: string): void => {
        rows.push({ name: `${name}, ${SIZES[i]} papers: ${what}`, value, unit: 'ms', beside });
      };
      const awake = await relatedTimes(tab, papers.slice(0, QUESTIONS));
      related.push(awake);
      row('related, worker awake', awake, 'at most 30 at 100,000');
      const starts = await startTimes([browser, bare], papers);
      row('related, worker stopped before', starts[0] ?? 0, 'at most 150 at 100,000');
      row('beside it: an extension that only answers, stopped', starts[1] ?? 0, 'what no extension is below');
      const library = await browser.openTab();
      row('search while typing in the library', median(await keyTimes(browser, library)), 'at most 50');
      await library.close();
      await tab.close();
    }
  } finally {
    await browser.close();
    await bare.close();
    await network.close();
  }
  const growth = (related[3] ?? 0) / (related[1] ?? 1);
  return [
    ...rows,
    {
      name: `${name}: growth of related, 10,000 to 100,000`,
      value: growth,
      unit: '×',
      beside: 'less than 4',
    },
  ];
}

async function relatedTimes(tab: Tab, papers: readonly Asked[]): Promise<number> {
  // The first question warms what a worker that is awake has warm.
  for (const paper of papers.slice(0, 1)) await askRelated(tab, paper);
  const measured: number[] = [];
  for (const paper of papers) measured.push(await askRelated(tab, paper));
  return median(measured);
}

/** Each browser in turn, so that whatever else the machine does falls on all alike. */
async function startTimes(browsers: BrowserUnderTest[], papers: readonly Asked[]): Promise<number[]> {
  const tabs: Tab[] = [];
  for (const browser of browsers) {
    const tab = await browser.openTab();
    await tab.goto(browser.extensionUrl('manifest.json'));
    tabs.push(tab);
  }
  const measured: number[][] = browsers.map(() => []);
  for (const paper of papers.slice(-STARTS)) {
    for (const [i, browser] of browsers.entries()) {
      const tab = tabs[i];
      if (!tab) continue;
      await browser.stopWorker();
      measured[i]?.push(await askRelated(tab, paper));
    }
  }
  for (const tab of tabs) await tab.close();
  return measured.map(median);
}

/** A worker of one line, by which one sees what starting any worker and sending it a message takes. */
function bareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-bare-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    manifest_version: 3,
    name: 'bare',
    version: '1',
    background: { service_worker: 'worker.js', scripts: ['worker.js'] },
    browser_specific_settings: { gecko: { id: 'bare@example.org' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'worker.js'),
    `(globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, reply) => {
      reply({ ok: true });
      return true;
    });`,
  );
  return folder;
}

/** The time from a page's question to its answer, in milliseconds. */
function askRelated(tab: Tab, paper: Asked): Promise<number> {
  return tab.evaluate(async (question) => {
    const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const runtime = (firefox ?? chrome)?.runtime;
    if (!runtime) throw new Error('This is no page of the extension.');
    const start = performance.now();
    const reply = await runtime.sendMessage({ name: 'related', question });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return performance.now() - start;
  }, paper);
}

function unitsOfIndex(tab: Tab): Promise<number> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('digest-lens');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.addEventListener('success', () => resolve(open.result));
    });
    const request = db.transaction('indexState').objectStore('indexState').getAll();
    const [state] = await new Promise<{ units: unknown[] }[]>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    db.close();
    return state?.units.length ?? 0;
  });
}

/** Papers from all over what is stored. */
function storedPapers(tab: Tab): Promise<Asked[]> {
  return tab.evaluate(async (count) => {
    const open = indexedDB.open('digest-lens');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.addEventListener('success', () => resolve(open.result));
    });
    const request = db.transaction('papers').objectStore('papers').getAll(null, 20_000);
    const papers = await new Promise<Asked[]>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    db.close();
    const step = Math.floor(papers.length / count);
    return Array.from({ length: count }, (_, i) => papers[i * step]).filter((paper) => paper !== undefined);
  }, QUESTIONS + STARTS);
}

/** Archives that, imported one after the other, make as many papers as `SIZES` says. */
function growingArchives(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lens-speed-'));
  const days = Object.entries(unzipSync(readFileSync(ARCHIVE)));
  const rounds = [0, 1, 2].map((round) =>
    days.map(([path, bytes]): [string, Uint8Array] => [`${round}/${path}`, underOtherIds(bytes, round)]),
  );
  const files = rounds.flat();
  const ids = new Set<string>();
  let at = 0;
  return SIZES.map((size) => {
    const chosen: [string, Uint8Array][] = [];
    while (ids.size < size) {
      const file = files[at];
      if (!file) throw new Error(`There are no more than ${ids.size} papers.`);
      chosen.push(file);
      for (const [, id = ''] of text(file[1]).matchAll(/arxiv\.org\/pdf\/([\d.]+)/g)) ids.add(id);
      at += 1;
    }
    const path = join(folder, `${size}.zip`);
    writeFileSync(path, zipSync(Object.fromEntries(chosen), { level: 1 }));
    return path;
  });
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The same papers, each round twenty years later. */
function underOtherIds(bytes: Uint8Array, round: number): Uint8Array {
  return new TextEncoder().encode(
    text(bytes).replaceAll(
      /(arxiv\.org\/pdf\/)(\d)(\d{3}\.)/g,
      (_all, start: string, tens: string, rest: string) =>
        `${start}${(Number(tens) + 2 * round) % 10}${rest}`,
    ),
  );
}
