import { browser } from 'wxt/browser';
import { type LanguageChoice, languageFor } from '../i18n/languages';
import type { Language } from '../i18n/translate';
import type { PageKind } from '../paper';
import { type Appearance, PLAIN } from './appearance';
import { readableSettings } from './setting-shapes';

export interface Settings extends Appearance {
  /** The reader has folded the panel on arXiv's pages. */
  relatedFolded: boolean;
  /** The kinds of page that the reader wants left alone. */
  pagesOff: PageKind[];
  language: LanguageChoice;
  /** Queries of the library that the reader wants to come back to, the latest last. */
  savedSearches: string[];
  /** The toolbar icon counts the unread papers of the current digest. */
  countsUnread: boolean;
}

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

/** Hears of the settings whenever one of them has changed, on whatever page. */
export function onSettings(heard: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((name) => name in DEFAULTS)) void readSettings().then(heard);
  });
}
