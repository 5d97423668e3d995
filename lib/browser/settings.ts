import { browser } from 'wxt/browser';
import { languageFor } from '../i18n/languages';
import type { Language } from '../i18n/translate';
import { PLAIN } from './appearance';
import { readableSettings, type Settings } from './setting-shapes';

const DEFAULTS: Settings = {
  relatedFolded: false,
  pagesOff: [],
  language: 'browser',
  savedSearches: [],
  countsUnread: false,
  ...PLAIN,
};

export async function readSettings(): Promise<Settings> {
  return { ...DEFAULTS, ...(await storedSettings()) };
}

/** The language in which the extension speaks to the reader. */
export function languageOf({ language }: Pick<Settings, 'language'>): Language {
  return languageFor(language, browser.i18n.getUILanguage());
}

/** The settings that the reader has ever changed. */
export async function storedSettings(): Promise<Partial<Settings>> {
  return readableSettings(await browser.storage.local.get());
}

/** Takes over settings that the reader has never changed here, and searches that are not saved here. */
export async function addSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const own = await storedSettings();
  const theirs = readableSettings(settings);
  const searches = [...new Set([...(own.savedSearches ?? []), ...(theirs.savedSearches ?? [])])];
  await writeSettings({ ...theirs, ...own, ...(searches.length > 0 && { savedSearches: searches }) });
}

export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(readableSettings(changes));
}

/** Hears of the settings whenever one of them has changed, on whatever page. The answer stops it. */
export function onSettings(heard: (settings: Settings) => void): () => void {
  const hear = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((name) => name in DEFAULTS)) void readSettings().then(heard);
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}
