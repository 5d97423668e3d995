import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { currentDay, localToday } from '../../lib/days/calendar';
import { printDay } from '../../lib/days/print';
import type { Digest } from '../../lib/paper';
import '../speak-english';
import { arxivSite, pagesOf, SAMPLE } from './arxiv-site';
import { build } from './build';
import { readDigests } from './digest-files';
import type { BrowserName } from './find-browser';
import { BUILD, launch } from './launch';
import { type Network, startNetwork } from './network';
import { type AbsPage, absPageIn, type RelatedPaper } from './pages/abs-page';
import { openOptionsPage } from './pages/options-page';
import { openPopup } from './pages/popup-page';
import { absUrl } from './story';
import type { BrowserUnderTest, Tab } from './under-test';
import { until } from './until';

/** The sample's paper to be opened: the one on generative recommendation is related to it. */
const SHOWN = '2504.05730';
const PICTURES = '.output/tour';
const IMPORT_PATIENCE_MS = 3_600_000;
const REACH_PATIENCE_MS = 5_000;

export interface TourOptions {
  name: BrowserName;
  files: string[];
  headless: boolean;
}

interface Tour {
  browser: BrowserUnderTest;
  network: Network;
  headless: boolean;
  files: string[];
  digests: Digest[];
}

/** The main job from end to end. Says what each step saw, and throws at the first that did not see what it should. */
export async function tour({ name, files, headless }: TourOptions): Promise<void> {
  const chosen = (files.length > 0 ? files : [SAMPLE]).map((path) => resolve(path));
  const digests = await readDigests(chosen);
  console.log('Building the extension.');
  build(name);
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const network = await startNetwork(arxivSite(pagesOf(digests)));
  const browser = await launch(name, { extension: BUILD[name], network, headless });
  const closed = browser.untilClosed();
  console.log(`Opened ${name} ${browser.version}${headless ? ', without a window' : ''}.`);
  try {
    const scene = { browser, network, headless, files: chosen, digests };
    await showImport(scene);
    await showAbsPage(scene);
    await showPopup(scene);
    assert.equal(await browser.workerHealth(), 'well', 'the worker answers');
    if (headless) {
      console.log(`\nPictures are in ${PICTURES}/.`);
      return;
    }
    console.log('\nLook around; the tour ends when you close the browser.');
    await closed;
  } finally {
    await browser.close();
    await network.close();
  }
}

async function showImport(scene: Tour): Promise<void> {
  const { browser, files, digests } = scene;
  console.log('\nOptions page');
  const options = await openOptionsPage(browser, IMPORT_PATIENCE_MS);
  await options.choose(...files);
  await photograph(scene, options.tab, 'options-preview', 1280, 800);
  const asked = await options.acceptProposedDates();
  if (asked > 0)
    console.log(`  Files that name no day: ${asked}. The day on which each was changed is taken.`);
  await options.confirm();
  const status = await options.done();
  console.log(`  ${status}`);
  const papers = new Set(digests.flatMap(idsOf)).size;
  assert.match(status, new RegExp(`^Imported ${papers.toLocaleString('en')} papers\\b`));
  await photograph(scene, options.tab, 'options', 1280, 800);
  await photographDark(scene, options.tab, 'options-dark');
}

async function showAbsPage(scene: Tour): Promise<void> {
  const { browser, digests } = scene;
  console.log('\nAbstract page');
  const digest = digestToShow(digests);
  const id = idsOf(digest).find((each) => each === SHOWN) ?? idsOf(digest)[0];
  assert.ok(id !== undefined && digest.date !== undefined, 'the files hold a paper of some day');
  const page = absPageIn(await browser.openTab());
  await gotoArxiv(scene, page, absUrl(id));
  const mark = await page.mark();
  console.log(`  paper: ${(await page.title()).replace(/^Title:\s*/, '')}`);
  console.log(`  mark: ${mark.text}`);
  assert.match(mark.text, /^In digest/);
  assert.ok(mark.text.includes(printDay(digest.date)), `the mark names ${printDay(digest.date)}`);
  assert.equal(mark.after, 'H1.title', 'the mark stands right after the title');
  const related = await relatedOf(scene, page);
  for (const { title, reason } of related) console.log(`  related: ${title} (${reason})`);
  assert.ok(
    related.every(({ url }) => !url.endsWith(id)),
    'a paper is not related to itself',
  );
  await photograph(scene, page.tab, 'abs-wide', 1280, 900);
  await photograph(scene, page.tab, 'abs-narrow', 500, 1800);
}

/** The sample's papers have some; among a few papers of one's own there may be none. */
async function relatedOf({ files }: Tour, page: AbsPage): Promise<RelatedPaper[]> {
  if (files.includes(SAMPLE)) return page.related();
  return page.related().catch(() => {
    console.log('  related: none');
    return [];
  });
}

async function showPopup(scene: Tour): Promise<void> {
  const { browser, digests } = scene;
  console.log('\nPopup');
  const digest = digestToShow(digests);
  const popup = await openPopup(browser);
  const papers = await popup.papers();
  console.log(`  heading: ${await popup.heading()}`);
  console.log(`  papers: ${papers.length}`);
  const missing = /No digest for [^\n]*/.exec(await popup.text())?.[0];
  if (missing) console.log(`  says: ${missing}`);
  assert.equal(await popup.day(), digest.date);
  assert.equal(
    missing === undefined,
    digest.date === localToday(new Date()),
    'a missing day is said to be missing',
  );
  const expected = new Set(digests.filter(({ date }) => date === digest.date).flatMap(idsOf));
  assert.ok(papers.length > 0 && papers.every((id) => expected.has(id)), 'all papers are of that day');
  if (digests.length === 1) assert.equal(papers.length, expected.size);
  await photograph(scene, popup.tab, 'popup', 400, 600);
  await photographDark(scene, popup.tab, 'popup-dark');
}

/** The one that the popup opens with. */
function digestToShow(digests: readonly Digest[]): Digest {
  const days = digests.flatMap(({ date, entries }) =>
    date !== undefined && entries.length > 0 ? [date] : [],
  );
  const day = currentDay(days.toSorted(), localToday(new Date()));
  const digest = digests.find(({ date, entries }) => date === day && entries.length > 0);
  if (!digest || day === undefined) throw new Error('None of these files holds a paper of a known day.');
  return digest;
}

const idsOf = ({ entries }: Digest): string[] => entries.map(({ id }) => id);

/** arxiv.org itself, or where it cannot be reached, a stand-in page. */
async function gotoArxiv({ network }: Tour, page: AbsPage, url: string): Promise<void> {
  if (await canReach('arxiv.org')) {
    network.passThrough(true);
    try {
      await page.tab.goto(url);
      await until('arXiv shows the paper', async () => (await page.title()) !== '');
      console.log(`  ${url}`);
      return;
    } catch {
      network.passThrough(false);
    }
  }
  console.log(`  arxiv.org cannot be reached from here: a stand-in page is served for ${url}`);
  await page.tab.goto(url);
}

function canReach(host: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host, port: 443, timeout: REACH_PATIENCE_MS });
    const end = (reached: boolean) => (): void => {
      socket.destroy();
      answer(reached);
    };
    socket.once('connect', end(true));
    socket.once('error', end(false));
    socket.once('timeout', end(false));
  });
}

/** Colours fade into each other, and what lies on a page is put in its place anew. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 500));

async function photograph(
  { headless }: Tour,
  tab: Tab,
  name: string,
  width: number,
  height: number,
): Promise<void> {
  if (!headless) return;
  await tab.resize(width, height);
  await settled();
  await tab.screenshot(join(PICTURES, `${name}.png`));
}

async function photographDark({ headless }: Tour, tab: Tab, name: string): Promise<void> {
  if (!headless) return;
  await tab.dark(true);
  await settled();
  await tab.screenshot(join(PICTURES, `${name}.png`));
  await tab.dark(false);
}
