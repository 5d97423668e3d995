import { FAILSAFE_SCHEMA, loadAll } from 'js-yaml';
import { growFromMarkdown } from '../blocks/markdown';
import type { Value } from '../data/literal';
import type { Format, ParsedFile, Source } from '../format';
import { readData } from './json';
import { readMarkdown } from './markdown';

/** YAML by the book, every scalar a text: an id taken for a number would lose its zeros. */
export const yaml: Format = {
  name: 'yaml',
  claims: ({ path }) => /\.ya?ml$/i.test(path),
  read: readYaml,
};

function readYaml(source: Source): ParsedFile {
  const value = parseYaml(source.text);
  // Written by hand it has slips, such as a colon in a title: then it is read as the text that it is.
  return value === undefined ? readMarkdown(source, growFromMarkdown) : readData(value, source.path);
}

function parseYaml(text: string): Value | undefined {
  try {
    const documents = loadAll(text, undefined, { schema: FAILSAFE_SCHEMA, json: true });
    const value = documents.length === 1 ? documents[0] : documents;
    return isData(value) && valuesIn(value) <= MOST_VALUES ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The failsafe schema makes nothing but texts, lists and mappings. */
const isData = (value: unknown): value is Value => value !== undefined;

// Aliases of aliases are a bomb: a few lines unfold to billions of values.
const MOST_VALUES = 2_000_000;

function valuesIn(value: Value, limit = MOST_VALUES): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value)) {
    if (count > limit) break;
    count += valuesIn(inner, limit - count);
  }
  return count;
}
