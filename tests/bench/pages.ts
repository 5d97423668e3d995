import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from '../browser/build';
import { findBrowser } from '../browser/find-browser';
import { BUILD } from '../browser/launch';
import { type Site, startNetwork } from '../browser/network';
import { savedArxivPages, savedSite } from '../browser/saved-site';
import { callSource } from '../browser/under-test';
import { answeringExtension } from './floor';
import { median, overFloor, type Row } from './row';

const LOADS = 9;
/** As many as a day of all of computer science. */
const LONG_LIST = 311;
/** As many as arXiv puts on one page: of a month, without abstracts. */
const LONGEST_LIST = 2000;

/**
 * What is added, as multiples of the page alone: 10 and 50 ms on a quiet machine, where that worked 28 and 210. A first
 * mark, as multiples of an extension that only answers: 50 ms, where that took 30 on the list.
 */
const GOALS = { abs: 0.4, list: 0.25, marked: 1.7, longest: 0.15 };

interface Load {
  /** Time of the page's main thread, in ms. */
  busy: number;
  shift: number;
  /** From the navigation to the content being there, in ms. */
  ready: number;
  /** The longest task of the page that a reader could notice, in ms; 0 where each took less than 50. */
  longest: number;
  /** The same of those that began when the content was there: marks are put then. */
  longestAfter: number;
  /** From the content being there to the first mark. */
  marked?: number;
  /** How many marks the page has in the end. */
  marks: number;
}

/** What the extension costs arXiv's pages: each loaded with and without it in turn, measured by the browser's trace. */
export async function benchPages(): Promise<Row[]> {
  const abs = savedArxivPages.find(({ kind }) => kind === 'abs');
  const list = savedArxivPages.find(({ kind }) => kind === 'list-new');
  const month = savedArxivPages.find(({ kind }) => kind === 'list-month');
  if (!abs?.id || !list || !month) {
    console.error('pages: skipped, for it needs ../shared/arxiv-pages.');
    return [];
  }
  build('chromium');
  const pages = [
    { name: 'abs', url: abs.url, html: abs.html, count: 1, goal: GOALS.abs },
    {
      name: `list of ${LONG_LIST}`,
      url: 'https://arxiv.org/list/cs/new',
      html: longList(list.html, LONG_LIST),
      count: LONG_LIST,
      goal: GOALS.list,
    },
    {
      name: `list of ${LONGEST_LIST}`,
      url: 'https://arxiv.org/list/cs/2026-07?skip=0&show=2000',
      html: longList(month.html, LONGEST_LIST),
      count: LONGEST_LIST,
    },
  ];
  const site: Site = (url) => {
    const page = pages.find((each) => each.url === url.href);
    return page
      ? { status: 200, type: 'text/html; charset=utf-8', body: page.html }
      : savedSite(() => undefined)(url);
  };
  const network = await startNetwork((url) =>
    url.host === 'arxiv.org' ? (site(url) ?? { status: 404, type: 'text/plain', body: '' }) : undefined,
  );
  const [bare, answering, lens] = await Promise.all([
    start(network),
    start(network, answeringExtension()),
    start(network, BUILD.chromium),
  ]);
  const rows: Row[] = [];
  try {
    await fill(lens.page, [...new Set([abs.id, ...pages.slice(1).flatMap(({ html }) => idsIn(html))])]);
    for (const { name, url, count, goal } of pages) {
      const without: Load[] = [];
      const withAnswer: Load[] = [];
      const withLens: Load[] = [];
      for (let i = 0; i < LOADS; i += 1) {
        without.push(await load(bare, url));
        withAnswer.push(await load(answering, url));
        withLens.push(await load(lens, url, count));
      }
      const alone = median(without.map(({ busy }) => busy));
      const added = median(withLens.map(({ busy }) => busy)) - alone;
      const shift =
        Math.max(...withLens.map((each) => each.shift)) - Math.max(...without.map((each) => each.shift));
      const longest = (loads: Load[]) => median(loads.map((each) => each.longest));
      const marked = (loads: Load[]) => median(loads.flatMap((each) => each.marked ?? []));
      const fewest = Math.min(...withLens.map(({ marks }) => marks));
      if (fewest < count) throw new Error(`${name}: only ${fewest} of ${count} papers were marked.`);
      rows.push(
        overFloor({
          name: `${name}: added to the main thread`,
          value: added,
          unit: 'ms',
          floor: alone,
          ...(goal && { goal }),
          beside: 'the main thread with the page alone',
        }),
        {
          name: `${name}: added layout shift`,
          value: Number(shift.toFixed(3)),
          unit: '',
          goal: 0,
          beside: '',
        },
        overFloor({
          name: `${name}: first mark after the content`,
          value: marked(withLens),
          unit: 'ms',
          floor: marked(withAnswer),
          goal: GOALS.marked,
          beside: 'an extension that only answers',
        }),
        {
          name: `${name}: longest task`,
          value: longest(withLens),
          unit: 'ms',
          beside: `without us ${longest(without).toFixed(1)}`,
        },
        overFloor({
          name: `${name}: longest task once the page is there`,
          value: median(withLens.map((each) => each.longestAfter)),
          unit: 'ms',
          // Work is counted without what else the machine does, a task is not: both sides have to be of one clock.
          floor: median(without.map(({ ready }) => ready)),
          goal: GOALS.longest,
          beside: 'the page alone until its content is there',
        }),
      );
    }
  } finally {
    await Promise.all([bare.close(), answering.close(), lens.close()]);
    await network.close();
  }
  return rows;
}

interface Measured {
  page: Page;
  session: CDPSession;
  close(): Promise<void>;
}

async function start(
  network: { port: number; certificateHash: string },
  extension?: string,
): Promise<Measured> {
  const profile = mkdtempSync(join(tmpdir(), 'lens-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium').path,
    headless: false,
    viewport: { width: 1280, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--proxy-server=http://127.0.0.1:${network.port}`,
      `--ignore-certificate-errors-spki-list=${network.certificateHash}`,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  if (extension && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const page = await context.newPage();
  await page.addInitScript(callSource(watch, []));
  return {
    page,
    session: await context.newCDPSession(page),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a page knows of its own load; moments in ms from its beginning. */
interface Seen {
  shift: number;
  /** When the content was there. */
  ready: number;
  marked?: number;
  /** Those of 50 ms and more. */
  tasks: [from: number, duration: number][];
}

/** Runs in the page before its own scripts: notes shifts, and when the first mark was painted. */
function watch(): void {
  const seen: Omit<Seen, 'ready'> & { ready?: number } = { shift: 0, tasks: [] };
  Object.assign(globalThis, { seen });
  document.addEventListener('DOMContentLoaded', () => {
    seen.ready = performance.now();
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('digest-lens, digest-lens-mark')) return;
    observer.disconnect();
    // What a frame holds is on screen when the task after it runs.
    requestAnimationFrame(() => {
      setTimeout(() => {
        seen.marked = performance.now() - (seen.ready ?? 0);
      });
    });
  }).observe(document, { childList: true, subtree: true });
}

async function load({ page, session }: Measured, url: string, count = 0): Promise<Load> {
  await page.goto('about:blank');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskTime(session);
  await page.goto(url, { waitUntil: 'load' });
  // Long enough for marks in idle slices and for related papers; a busy machine needs longer.
  const marked = () => page.locator('digest-lens:not([data-part]), digest-lens-mark').count();
  let busy = 0;
  for (let waits = 0; waits < 20; waits += 1) {
    await page.waitForTimeout(1500);
    // Counting is work too.
    busy = (await taskTime(session)) - before;
    if ((await marked()) >= count) break;
  }
  const seen = await page.evaluate<Seen>('seen');
  const longest = (tasks: Seen['tasks']) => Math.max(0, ...tasks.map(([, duration]) => duration));
  const marks = await marked();
  const longestAfter = longest(seen.tasks.filter(([from]) => from >= seen.ready));
  const { ready, shift, tasks } = seen;
  return {
    busy,
    ready,
    marks,
    shift,
    longest: longest(tasks),
    longestAfter,
    ...(seen.marked !== undefined && { marked: seen.marked }),
  };
}

/** How long the main thread of the page has worked, in ms. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const idsIn = (html: string) => [...html.matchAll(/\/abs\/(\d{4}\.\d{5})/g)].map(([, id]) => id ?? '');

/** The list again and again under other ids, until it is long. */
function longList(html: string, length: number): string {
  const items = html.match(/<dt>[\s\S]*?<\/dd>/g) ?? [];
  const many = Array.from({ length }, (_, i) =>
    (items[i % items.length] ?? '').replaceAll(/2607\.\d{5}/g, `2606.${String(10_000 + i)}`),
  );
  const [first = ''] = items;
  const end = html.lastIndexOf('</dd>') + '</dd>'.length;
  return html.slice(0, html.indexOf(first)) + many.join('\n') + html.slice(end);
}

const STORED = 100_000;

/** Writes papers into the extension's database as an import leaves them: those of the pages, and many others. */
async function fill(page: Page, ids: readonly string[]): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  await page.goto(`${worker?.url().replace(/background\.js$/, '')}options.html`);
  await page.waitForTimeout(1000);
  const write = async (own: readonly string[], count: number): Promise<void> => {
    const open = indexedDB.open('digest-lens');
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.addEventListener('success', () => resolve(open.result));
    });
    const other = (i: number) => `${2001 + Math.floor(i / 9000)}.${String(10_000 + (i % 9000))}`;
    const all = [...own, ...Array.from({ length: count }, (_, i) => other(i))];
    for (let from = 0; from < all.length; from += 5000) {
      const work = db.transaction(['papers', 'digests', 'entries'], 'readwrite');
      const key = `2025-04-10|report|${from}`;
      work
        .objectStore('digests')
        .put({ key, date: '2025-04-10', title: 'Report', subject: `${from}`, path: 'r.md', importId: 1 });
      all.slice(from, from + 5000).forEach((id, position) => {
        work
          .objectStore('papers')
          .put({ id, title: `About ${id}`, authors: ['Ada Example'], abstract: 'Told. '.repeat(200) });
        work.objectStore('entries').put({ digest: key, id, date: '2025-04-10', position, importId: 1 });
      });
      await new Promise((resolve) => {
        work.addEventListener('complete', resolve);
      });
    }
    db.close();
  };
  await page.evaluate(callSource(write, [ids, STORED]));
}
