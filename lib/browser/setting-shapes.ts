import { array, type GenericSchema, maxLength, picklist, pipe, safeParse, string } from 'valibot';
import { flag } from '../shapes';
import type { Settings } from './settings';

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
