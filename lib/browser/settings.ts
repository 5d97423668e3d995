import { browser } from 'wxt/browser';
import { type LanguageChoice, languageFor } from '../i18n/languages';
import type { Language } from '../i18n/translate';
import type { PageKind } from '../paper';
import { type Appearance, PLAIN } from './appearance';

export interface Settings extends Appearance {
  /** The reader has folded the panel on arXiv's pages. */
  relatedFolded: boolean;
  /** The kinds of page that the reader wants left alone. */
  pagesOff: PageKind[];
  language: LanguageChoice;
  /** Queries of the library that the reader wants to come back to, the latest last. */
  savedSearches: string[];
  /** The toolbar icon counts what is unread of the current digest. */
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
  return browser.storage.local.get<Settings>(DEFAULTS);
}

/** The language that the reader reads. */
export function languageOf({ language }: Pick<Settings, 'language'>): Language {
  return languageFor(language, browser.i18n.getUILanguage());
}

/** Those that the reader has ever changed. */
export async function storedSettings(): Promise<Partial<Settings>> {
  const stored: Record<string, unknown> = await browser.storage.local.get();
  return Object.fromEntries(Object.entries(stored).filter(([name]) => name in DEFAULTS));
}

/** Takes over settings that the reader has never changed here, and searches that are not saved here. */
export async function addSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const own = await storedSettings();
  const names = Object.keys(DEFAULTS).filter((name) => name in settings && !(name in own));
  await browser.storage.local.set(Object.fromEntries(names.map((name) => [name, settings[name]])));
  const { savedSearches: others } = settings;
  if (own.savedSearches && Array.isArray(others)) {
    const texts = others.filter((each): each is string => typeof each === 'string');
    await writeSettings({ savedSearches: [...new Set([...own.savedSearches, ...texts])] });
  }
}

export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changes);
}

/** Hears of the settings whenever one of them was changed, in whatever page. The answer stops it. */
export function onSettings(heard: (settings: Settings) => void): () => void {
  const hear = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((name) => name in DEFAULTS)) void readSettings().then(heard);
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}
