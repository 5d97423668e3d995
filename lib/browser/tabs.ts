import browser from 'webextension-polyfill';
import { ARXIV_ORIGINS } from '../arxiv/address';

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens one of the extension's own pages in a new tab, such as `options.html#sample`, which previews the sample. */
export async function openPage(page: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** Where the reader wants a page: in this tab, or in a new tab in front or behind. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Leads to a page of the extension, such as `library.html?q=…`, or to an address of arXiv. */
export async function goTo(page: string, disposition: Disposition): Promise<void> {
  const url = page.startsWith('https:') ? page : browser.runtime.getURL(page);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/**
 * The address of the page that the reader looks at; undefined if it is not one of arXiv's. If the popup stands in a
 * tab of its own, the address of the arXiv page that the reader looked at last.
 */
export async function addressInView(): Promise<string | undefined> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  if (own === undefined) return tabs.find(({ active }) => active)?.url;
  const others = tabs.filter(({ url }) => url?.startsWith('http'));
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.url;
}

/** Hears when another tab comes into view, or when a tab goes elsewhere. */
export function onViewChange(heard: () => void): void {
  browser.tabs.onActivated.addListener(heard);
  browser.tabs.onUpdated.addListener((_id, { status, url }) => {
    if (status === 'complete' || url !== undefined) heard();
  });
}

/**
 * Hears of each page of arXiv that a tab goes to. The browser does not tell the extension the addresses of other
 * pages.
 */
export function onArxivPage(heard: (tab: number, address: string) => void): void {
  // With the filter Firefox need not even start the worker for other pages; Chrome knows no such filter.
  const filter = import.meta.env.FIREFOX
    ? ([{ urls: [...ARXIV_ORIGINS], properties: ['status'] }] as const)
    : [];
  browser.tabs.onUpdated.addListener(
    (id, { status }, { url }) => {
      if (status !== undefined && url !== undefined) heard(id, url);
    },
    // The list of properties is writable only in the types.
    ...(filter as unknown as []),
  );
}
