import browser from 'webextension-polyfill';
import { ARXIV_HOSTS } from '../arxiv/address';
import type { DigestReader, digestReader } from '../digest/digest-reader';
import { spoken } from '../i18n/translate';
import { type Markup, PLAIN_TEXT, type Suggestion, XML } from '../find/suggestions';

/** Below the 30 s after which both browsers end a worker that only computes or writes. */
const HEARTBEAT_MS = 20_000;

/** Keeps the worker alive while `work` runs: only calls of the browser's own API count as a sign of life. */
export async function stayAlive<T>(work: () => Promise<T>): Promise<T> {
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Runs when the browser starts, and when the extension was installed or updated. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
}

const ALARM = 'go on';
/** As often as Chrome allows. */
const ALARM_MINUTES = 0.5;

/** While there is work, the browser starts the worker again and again, should it have ended. */
export async function keepWaking(isAtWork: boolean): Promise<void> {
  if (isAtWork) await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  else await browser.alarms.clear(ALARM);
}

export function onWaking(run: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) run();
  });
}

const BADGE_COLOUR = '#0b6b5e';

/** A few letters upon the toolbar icon; none to take them away. */
export async function showBadge(text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  await browser.action.setBadgeText({ text });
}

const ORIGINS = ARXIV_HOSTS.map((host) => `*://${host}/*`);

/** Whether the reader lets us see arXiv's pages: in Firefox, and by site in Chrome, they can take that back. */
export async function maySeeArxiv(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Only in answer to a click. */
export async function askToSeeArxiv(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}

/** Hears of each page of arXiv that a tab goes to. Of other pages the browser does not tell us the address. */
export function onArxivPage(heard: (tab: number, address: string) => void): void {
  // Firefox need not even start the worker for other pages; Chrome knows no such filter.
  const filter = import.meta.env.FIREFOX ? ([{ urls: ORIGINS, properties: ['status'] }] as const) : [];
  browser.tabs.onUpdated.addListener(
    (id, { status }, { url }) => {
      if (status !== undefined && url !== undefined) heard(id, url);
    },
    // The list of properties is writable in the types alone.
    ...(filter as unknown as []),
  );
}

/** The filled icon and a title for one tab, until it goes elsewhere. */
export async function showFound(tabId: number, title: string): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ tabId, path: { 16: '/icon-16.png', 32: '/icon-32.png' } }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/**
 * The address of the page that the reader looks at, undefined where it is none of arXiv's. Where the popup stands in
 * a tab of its own, that of the page of arXiv that they looked at last.
 */
export async function addressInView(): Promise<string | undefined> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  if (own === undefined) return tabs.find(({ active }) => active)?.url;
  const others = tabs.filter(({ url }) => url?.startsWith('http'));
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.url;
}

/** Another tab is in view, or the one in view went elsewhere. */
export function onViewChange(heard: () => void): void {
  browser.tabs.onActivated.addListener(heard);
  browser.tabs.onUpdated.addListener((_id, { status, url }) => {
    if (status === 'complete' || url !== undefined) heard();
  });
}

export function report(error: unknown): void {
  console.error('Digest Lens:', error);
}

/** One of the extension's own pages in a new tab, such as `options.html#sample`, which previews the sample. */
export async function openPage(page: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** The report that comes with the extension, for a first look. */
export async function sampleReport(): Promise<{ path: string; content: Blob; modifiedAt: number }> {
  const path = 'sample-10-Apr-2025.md';
  const answer = await fetch(browser.runtime.getURL(path));
  return { path, content: await answer.blob(), modifiedAt: Date.now() };
}

/** The term vectors that come with the extension, as they are on disk. */
export async function termVectorBytes(): Promise<Uint8Array> {
  const answer = await fetch(browser.runtime.getURL('term-vectors.bin'));
  return new Uint8Array(await answer.arrayBuffer());
}

/** Where the reader wants a page: here, or in a new tab, in sight or not. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** A page of the extension, such as `library.html?q=…`, or an address of arXiv. */
export async function goTo(page: string, disposition: Disposition): Promise<void> {
  const url = page.startsWith('https:') ? page : browser.runtime.getURL(page);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** The keyword in the address bar: what it offers while the reader types, and where it leads. */
export function onOmnibox(box: {
  hint: () => string;
  suggest: (text: string) => Promise<Suggestion[]>;
  enter: (text: string, disposition: Disposition) => void;
}): void {
  const { omnibox } = browser;
  omnibox.onInputStarted.addListener(() =>
    omnibox.setDefaultSuggestion({ description: suggestionMarkup.text(box.hint()) }),
  );
  omnibox.onInputChanged.addListener((text, show) => void box.suggest(text).then(show));
  omnibox.onInputEntered.addListener(box.enter);
}

export const suggestionMarkup: Markup = import.meta.env.FIREFOX ? PLAIN_TEXT : XML;

const PAPER_LINKS = ORIGINS.flatMap((origin) =>
  ['abs', 'pdf', 'html'].map((kind) => origin.replace(/\*$/, `${kind}/*`)),
);

/** The items in the menu of a link to a paper and of selected text; the browser keeps them from one start to the next. */
export async function showMenu(titles: { paper: string; selection: string }): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'paper',
    title: titles.paper,
    contexts: ['link'],
    targetUrlPatterns: PAPER_LINKS,
  });
  browser.contextMenus.create({ id: 'selection', title: titles.selection, contexts: ['selection'] });
}

export function onMenu(chosen: {
  paper: (address: string) => void;
  selection: (text: string) => void;
}): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, selectionText }) => {
    if (menuItemId === 'paper' && linkUrl !== undefined) chosen.paper(linkUrl);
    if (menuItemId === 'selection' && selectionText !== undefined) chosen.selection(selectionText);
  });
}

/** The commands of the manifest, but for the popup, which the browser opens itself. */
export function onCommand(run: (command: string) => void): void {
  browser.commands.onCommand.addListener(run);
}

export type Shortcut = readonly [command: string, keys: string];

/** The keys of the extension's commands as the reader has set them; none where another extension has them. */
export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => [name, shortcut] as const);
}

/** Opens the browser's own page for them. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has it from 137 on, and the polyfill's types not yet.
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (import.meta.env.FIREFOX) await commands.openShortcutSettings?.();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** What a service worker has, and what the script that reads files leaves behind. */
interface WorkerScope {
  importScripts?: (url: string) => void;
  addEventListener(type: 'install', run: () => void): void;
  digestReader?: typeof digestReader;
}

const worker: WorkerScope = globalThis;

const DIGEST_READER = '/digest-reader.js';

/** A service worker may load later only what it has loaded while it was being installed. */
export function keepDigestReader(): void {
  worker.addEventListener('install', () => worker.importScripts?.(DIGEST_READER));
}

/**
 * The code that reads files. It is larger than all the rest of the worker, which is started many times a day, nearly
 * always to answer a page that waits: with it in one script Chrome takes 10 ms longer to start, Firefox 60.
 */
export function loadDigestReader(): DigestReader {
  if (!worker.digestReader) worker.importScripts?.(DIGEST_READER);
  if (!worker.digestReader) throw new Error(`${DIGEST_READER} has left no reader of digests.`);
  return worker.digestReader(spoken());
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
