import { findDay } from '../../days/notation';
import { oneLine } from '../entries/bare-text';
import type { Draft } from '../entries/draft';
import type { Preamble } from '../entries/into-digests';
import { parseLabel } from '../labels';
import { type Fields, isFields, type Value } from './literal';
import { addValue, compareKeys, isSecondText } from './records';
import { parseToml } from './toml';
import { parseYaml } from './yaml';

interface FrontMatter {
  preamble: Preamble;
  /** A post about one paper says so here. */
  entry?: Draft;
  /** Where the text goes on, and how many lines stand before that. */
  end: number;
  lines: number;
}

const NONE: FrontMatter = { preamble: {}, end: 0, lines: 0 };
const LONGEST = 40_000;

/** What a post says of itself at its top: YAML between lines of `---`, or TOML between lines of `+++`. */
export function readFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, LONGEST);
  const match = /^(---|\+\+\+)[ \t]*\n/.exec(head);
  if (!match) return NONE;
  const close = head.indexOf(`\n${match[1]}`, match[0].length - 1);
  if (close === -1) return NONE;
  const keys = readKeys(head.slice(match[0].length, close + 1), match[1] === '+++' ? TOML : YAML);
  if (keys.length === 0) return NONE;
  const lineEnd = text.indexOf('\n', close + 1);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const entry = readEntry(keys);
  return {
    preamble: readPreamble(keys),
    ...(entry && { entry }),
    end,
    lines: text.slice(0, end).split('\n').length - 1,
  };
}

interface Notation {
  /** A key at the start of a line, and what stands behind it. */
  key: RegExp;
  parse: (text: string) => Fields | undefined;
}

const YAML: Notation = {
  key: /^([\p{L}\p{N}_-]{1,40})\s*:(.*)$/u,
  parse: (text) => {
    const read = parseYaml(text);
    return 'value' in read && isFields(read.value) ? read.value : undefined;
  },
};
const TOML: Notation = { key: /^([\p{L}\p{N}_-]{1,40})\s*=(.*)$/u, parse: parseToml };

interface Key {
  key: string;
  value: Value | undefined;
  line: number;
}

/** Each key is read by itself: a title with a colon in it, which is no YAML, must not take the day with it. */
function readKeys(text: string, { key: keyAt, parse }: Notation): Key[] {
  const stretches: { key: string; lines: string[]; line: number }[] = [];
  text.split('\n').forEach((line, index) => {
    const key = keyAt.exec(line)?.[1];
    if (key !== undefined) stretches.push({ key, lines: [line], line: index + 2 });
    else stretches.at(-1)?.lines.push(line);
  });
  return stretches.map(({ key, lines, line }) => ({
    key,
    value: (parse(lines.join('\n')) ?? { [key]: asWritten(lines, keyAt) })[key],
    line,
  }));
}

/** The words of a key and of the indented lines under it, as they stand. */
function asWritten([first = '', ...others]: readonly string[], keyAt: RegExp): string {
  const below = others.filter((line) => /^\s/.test(line)).map((line) => line.trim());
  const words = [keyAt.exec(first)?.[2]?.trim() ?? '', ...below].join(' ');
  return words.trim().replaceAll(/^["']|["']$/g, '');
}

function readPreamble(keys: readonly Key[]): Preamble {
  const textUnder = (name: RegExp): string | undefined => {
    const first = [keys.find(({ key }) => name.test(key))?.value].flat()[0];
    return typeof first === 'string' ? oneLine(first) : undefined;
  };
  const title = textUnder(/^title$/i);
  // The title names the day of the digest; `date` is often when the post was made.
  const date = findDay(title ?? '') ?? findDay(textUnder(/^(?:date|day|published|pubdate)$/i) ?? '');
  return { ...(title && { title }), ...(date && { date }) };
}

/** The paper that a post is about, where its keys name one. */
function readEntry(keys: readonly Key[]): Draft | undefined {
  const draft: Draft = { line: 1 };
  for (const { key, value, line } of keys.toSorted(compareKeys)) {
    const named = parseLabel(withoutEnglish(key));
    const fact = named && isSecondText(draft, named) ? 'tldr' : named;
    if (fact !== undefined && fact !== 'date' && value !== undefined) addValue(draft, fact, value, line);
  }
  return draft.written && draft.title ? draft : undefined;
}

/** `abstract_en` is the abstract as it was written. */
const withoutEnglish = (key: string): string => key.replace(/_en$/i, '');
