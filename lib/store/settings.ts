import { browser } from 'wxt/browser';

export interface Settings {
  /** The reader has folded the related papers on arXiv's pages. */
  relatedFolded: boolean;
}

const DEFAULTS: Settings = { relatedFolded: false };

export async function readSettings(): Promise<Settings> {
  return browser.storage.local.get<Settings>(DEFAULTS);
}

export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changes);
}
