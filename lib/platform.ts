import browser from 'webextension-polyfill';

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
