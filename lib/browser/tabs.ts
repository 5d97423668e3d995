import browser from 'webextension-polyfill';
import { ARXIV_ORIGINS } from '../arxiv/address';

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** One of the extension's own pages in a new tab, such as `options.html#sample`, which previews the sample. */
export async function openPage(page: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** Where the reader wants a page: here, or in a new tab, in sight or not. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';
/** A page of the extension, such as `library.html?q=…`, or an address of arXiv. */
export async function goTo(page: string, disposition: Disposition): Promise<void> {
  const url = page.startsWith('https:') ? page : browser.runtime.getURL(page);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
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

/** Hears of each page of arXiv that a tab goes to. Of other pages the browser does not tell us the address. */
export function onArxivPage(heard: (tab: number, address: string) => void): void {
  // Firefox need not even start the worker for other pages; Chrome knows no such filter.
  const filter = import.meta.env.FIREFOX
    ? ([{ urls: [...ARXIV_ORIGINS], properties: ['status'] }] as const)
    : [];
  browser.tabs.onUpdated.addListener(
    (id, { status }, { url }) => {
      if (status !== undefined && url !== undefined) heard(id, url);
    },
    // The list of properties is writable in the types alone.
    ...(filter as unknown as []),
  );
}
