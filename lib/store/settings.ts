import { browser } from 'wxt/browser';
import type { PageKind } from '../paper';

export interface Settings {
  /** The reader has folded the panel on arXiv's pages. */
  relatedFolded: boolean;
  /** The kinds of page that the reader wants left alone. */
  pagesOff: PageKind[];
}

const DEFAULTS: Settings = { relatedFolded: false, pagesOff: [] };

export async function readSettings(): Promise<Settings> {
  return browser.storage.local.get<Settings>(DEFAULTS);
}

export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changes);
}

/** The addresses that the reader wants left alone until the browser ends. */
export async function silencedPages(): Promise<string[]> {
  const { silenced } = await browser.storage.session.get<{ silenced: string[] }>({ silenced: [] });
  return silenced;
}

export async function silencePage(address: string): Promise<void> {
  await browser.storage.session.set({ silenced: [...(await silencedPages()), address] });
}
