import { growFromMarkdown } from '../blocks/markdown';
import type { Value } from '../data/literal';
import { parseYaml } from '../data/yaml';
import type { Format, ParsedFile, Source } from '../format';
import { readData } from './json';
import { readMarkdown } from './markdown';

/** YAML, read as data. */
export const yaml: Format = {
  name: 'yaml',
  claims: ({ path }) => /\.ya?ml$/i.test(path),
  read: readYaml,
};

function readYaml(source: Source): ParsedFile {
  const value = readWithSlips(source.text);
  return value === undefined ? readMarkdown(source, growFromMarkdown) : readData(value, source.path);
}

/** Each slip costs another reading of the file; with more of them, or a large file, it is read as plain text. */
const MOST_SLIPS = 20;
const LARGEST_MENDED = 1_000_000;

/** Reads YAML that was written by hand or cut short: a value that is no YAML is taken as the text that it is. */
function readWithSlips(written: string): Value | undefined {
  let text = written;
  for (let slips = 0; slips <= MOST_SLIPS; slips += 1) {
    const read = parseYaml(text);
    if ('value' in read) return read.value;
    const mended = text.length > LARGEST_MENDED ? undefined : mend(text, read.brokenLine);
    if (mended === undefined || mended === text) return undefined;
    text = mended;
  }
  return undefined;
}

/** A key and a value without quotes in which a colon or a hash stands: `title: Search: a survey`. */
const UNQUOTED = /^([ \t]*(?:- +)?[\w-]{1,40}:[ \t]+)([^\s'"[{>|&*!#].*(?::\s|\s#).*)$/gm;
const KEY = /^([ \t]*(?:- +)?[\w-]{1,40}:)(?:[ \t]+(.*))?$/;

/** Where a file was cut short within a key. */
const LONE_WORD = /\n[ \t]*[\w-]{1,40}\s*$/;

/** Puts unquoted values into quotes; where there are none, only the value that breaks in a line. */
function mend(text: string, brokenLine: number): string | undefined {
  const quoted = text.replaceAll(UNQUOTED, (_, key: string, words: string) => `${key}${quote(words)}`);
  if (quoted !== text) return quoted;
  if (LONE_WORD.test(text)) return text.replace(LONE_WORD, '\n');
  const lines = text.split('\n');
  const at = lines.findLastIndex((line, index) => index <= brokenLine && KEY.test(line));
  const [, key, words = ''] = KEY.exec(lines[at] ?? '') ?? [];
  if (key === undefined) return undefined;
  lines[at] = `${key} ${quote(words.replaceAll(/^["']|["']$/g, ''))}`;
  return lines.join('\n');
}

const quote = (words: string): string => `'${words.replaceAll("'", "''")}'`;
