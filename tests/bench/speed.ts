import { unzipSync, zipSync } from 'fflate';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../browser/build';
import type { BrowserName } from '../browser/find-browser';
import { BUILD, launch } from '../browser/launch';
import { startNetwork } from '../browser/network';
import { openBarePage } from '../kill/kill';
import { openOptionsPage } from '../browser/pages/options-page';
import type { BrowserUnderTest, Tab } from '../browser/under-test';
import { until } from '../browser/until';
import { answeringExtension, withFloorPages } from './floor';
import { keyRow, keyTimes } from './library';
import { inTurn, median, type Row, type Times, timesRow } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const PATIENCE_MS = 20 * 60_000;
const QUESTIONS = 30;
const STARTS = 9;
/** A single answer takes no longer than Firefox's clock, which ticks once a millisecond. */
const ANSWERS = 20;

/** As multiples of an extension that only answers: 30 and 150 ms at 100,000, where that took 0.7 and 12. */
const GOALS = { awake: 45, stopped: 12 };
const ANSWERING = 'an extension that only answers';

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
  const browser = await launch(name, { extension: withFloorPages(BUILD[name]), network, headless: true });
  const bare = await launch(name, { extension: answeringExtension(), network, headless: true });
  const rows: Row[] = [];
  const related: Times[] = [];
  try {
    for (const [i, archive] of archives.entries()) {
      const options = await openOptionsPage(browser, PATIENCE_MS);
      await options.import(archive);
      const { tab } = options;
      // What an import leaves to the background is merged before the clock starts.
      await until('the index is merged', async () => (await unitsOfIndex(tab)) === 1, PATIENCE_MS);
      const papers = await storedPapers(tab);
      const at = (what: string) => `${name}, ${SIZES[i]} papers: ${what}`;
      const bareTab = await openBarePage(bare);
      const awake = await relatedTimes(tab, bareTab, papers.slice(0, QUESTIONS));
      related.push(awake);
      rows.push(timesRow(at('related, worker awake'), awake, GOALS.awake, ANSWERING));
      const ownTab = await openBarePage(browser);
      const afterStop = async (of: BrowserUnderTest, inTab: Tab, round: number): Promise<number> => {
        const paper = papers[QUESTIONS + round];
        if (!paper) throw new Error('There are too few papers to ask about.');
        await of.stopWorker();
        return askRelated(inTab, paper);
      };
      const stopped = await inTurn(
        STARTS,
        (round) => afterStop(browser, ownTab, round),
        (round) => afterStop(bare, bareTab, round),
      );
      rows.push(timesRow(at('related, worker stopped before'), stopped, GOALS.stopped, ANSWERING));
      for (const each of [ownTab, bareTab, tab]) await each.close();
      const library = await browser.openTab();
      rows.push(keyRow(at('search while typing in the library'), await keyTimes(browser, library)));
      await library.close();
    }
  } finally {
    await browser.close();
    await bare.close();
    await network.close();
  }
  // They are minutes apart, in which the machine may have become another: each is held against its own floor.
  const [, small, , large] = related.map(({ ours, floor }) => median(ours) / median(floor));
  return [
    ...rows,
    {
      name: `${name}: growth of related, 10,000 to 100,000`,
      value: (large ?? 0) / (small ?? 1),
      unit: '×',
      goal: 4,
      beside: '',
    },
  ];
}

async function relatedTimes(tab: Tab, bareTab: Tab, papers: readonly Asked[]): Promise<Times> {
  const ask = async (inTab: Tab, round: number, times?: number): Promise<number> => {
    const paper = papers[round];
    if (!paper) throw new Error('There are too few papers to ask about.');
    return askRelated(inTab, paper, times);
  };
  // The first question warms what a worker that is awake has warm.
  await ask(tab, 0);
  await ask(bareTab, 0);
  return inTurn(
    papers.length,
    (round) => ask(tab, round),
    (round) => ask(bareTab, round, ANSWERS),
  );
}

/** The time from a page's question to its answer, in milliseconds; where it is asked again and again, of one of them. */
function askRelated(tab: Tab, paper: Asked, times = 1): Promise<number> {
  return tab.evaluate(
    async (question, count) => {
      const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
      const runtime = (firefox ?? chrome)?.runtime;
      if (!runtime) throw new Error('This is no page of the extension.');
      const start = performance.now();
      for (let i = 0; i < count; i += 1) {
        const reply = await runtime.sendMessage({ name: 'related', question });
        if (!reply.ok) throw new Error(JSON.stringify(reply));
      }
      return (performance.now() - start) / count;
    },
    paper,
    times,
  );
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
