import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CATALOGUES, speakLanguage } from '../../../lib/i18n/catalogues';
import { languageFor } from '../../../lib/i18n/languages';
import { pageMessages } from '../../../lib/i18n/outside';
import { t, tn, tNodes } from '../../../lib/i18n/translate';

afterEach(() => speakLanguage('en'));

const { en, 'zh-Hans': zh } = CATALOGUES;
/** Without the plural form, of which each language has its own. */
const nameOf = (key: string): string => key.replace(/_(one|other)$/, '');
const names = (catalogue: object): string[] => [...new Set(Object.keys(catalogue).map(nameOf))].toSorted();
const placesOf = (message = ''): string[] => [...new Set(message.match(/\$\d/g))].toSorted();

describe('the catalogues', () => {
  test('say the same things', () => {
    expect(names(zh)).toEqual(names(en));
  });

  test.each(Object.keys(zh))('%s has the same values in both languages', (key) => {
    expect(placesOf(zh[key]?.message)).toEqual(placesOf((en[key] ?? en[nameOf(key)])?.message));
  });

  test('have no empty message', () => {
    const all = [...Object.values(en), ...Object.values(zh)];
    expect(all.filter(({ message }) => message.trim() === '')).toEqual([]);
  });

  test('say nothing that nobody asks for', () => {
    const sources = ['entrypoints', 'components', 'lib', 'wxt.config.ts'].flatMap((place) =>
      place.endsWith('.ts') ? [place] : filesUnder(place),
    );
    const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
    const asked = new Set(text.match(/(?<=['`]|__MSG_)[a-z]\w*?(?=['`]|__)/gi));
    expect(names(en).filter((name) => !asked.has(name))).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a count takes the plural form of the language, and numbers are written as it writes them', () => {
  expect([0, 1, 2, 47_388].map((count) => tn('papers', count))).toEqual([
    '0 papers',
    '1 paper',
    '2 papers',
    '47,388 papers',
  ]);
  speakLanguage('zh-Hans');
  expect([1, 2].map((count) => tn('papers', count))).toEqual(['1 篇论文', '2 篇论文']);
});

test('a message can hold nodes', () => {
  expect(tNodes('extensionName', {})).toEqual([t('extensionName')]);
});

test.each([
  ['browser', 'en-GB', 'en'],
  ['browser', 'zh-CN', 'zh-Hans'],
  ['browser', 'zh', 'zh-Hans'],
  ['browser', 'de', 'en'],
  ['en', 'zh-CN', 'en'],
  ['zh-Hans', 'en', 'zh-Hans'],
] as const)('who chose %s in a browser in %s reads %s', (choice, browser, language) => {
  expect(languageFor(choice, browser)).toBe(language);
});

test('a content script gets its own messages only', () => {
  expect(Object.keys(pageMessages('en')).every((key) => key.startsWith('page_'))).toBe(true);
});
