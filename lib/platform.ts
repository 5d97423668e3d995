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
