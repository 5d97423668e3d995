import { array, type GenericSchema, maxLength, picklist, pipe, safeParse, string } from 'valibot';
import type { LanguageChoice } from '../i18n/languages';
import type { PageKind } from '../paper';
import { flag } from '../shapes';
import type { Appearance } from './appearance';

const pageKind = picklist(['abs', 'html', 'list', 'search']);
const search = pipe(string(), maxLength(10_000));

/** What each setting may be. */
const SHAPES: { readonly [Name in keyof Settings]: GenericSchema<unknown, Settings[Name]> } = {
  relatedFolded: flag,
  pagesOff: array(pageKind),
  language: picklist(['browser', 'en', 'zh-Hans']),
  savedSearches: pipe(array(search), maxLength(10_000)),
  countsUnread: flag,
  theme: picklist(['browser', 'light', 'dark']),
  textSize: picklist(['small', 'normal', 'large']),
};

/**
 * The settings among these values. One that is wrong counts as not set: a page that believed it could show nothing, and
 * nobody could set it right again.
 */
export function readableSettings(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  const read = Object.entries(SHAPES).flatMap(([name, shape]) => {
    if (!Object.hasOwn(values, name)) return [];
    const { success, output } = safeParse(shape as GenericSchema, values[name]);
    return success ? [[name, output] as const] : [];
  });
  return Object.fromEntries(read) as Partial<Settings>;
}

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
