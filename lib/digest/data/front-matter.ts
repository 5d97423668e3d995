import { findDay } from '../../days/notation';
import { plainLine } from '../blocks/line';
import { addFact, addList, type Draft } from '../entries/draft';
import type { Preamble } from '../entries/into-digests';
import { parseLabel } from '../labels';
import { isSecondText, rank } from './records';

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

/** The YAML between `---` lines at the top of a post: keys and texts, which is all that digests write there. */
export function readFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, LONGEST);
  const match = /^(---|\+\+\+)[ \t]*\n/.exec(head);
  if (!match) return NONE;
  const close = head.indexOf(`\n${match[1]}`, match[0].length - 1);
  if (close === -1) return NONE;
  const fields = readKeys(head.slice(match[0].length, close + 1));
  if (fields.length === 0) return NONE;
  const lineEnd = text.indexOf('\n', close + 1);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const entry = entryOf(fields);
  return {
    preamble: preambleOf(fields),
    ...(entry && { entry }),
    end,
    lines: text.slice(0, end).split('\n').length - 1,
  };
}

interface Key {
  key: string;
  values: string[];
  line: number;
}

function readKeys(yaml: string): Key[] {
  const keys: Key[] = [];
  yaml.split('\n').forEach((line, index) => {
    const pair = /^([\p{L}\p{N}_-]{1,40})\s*[:=]\s*(.*)$/u.exec(line);
    const last = keys.at(-1);
    if (pair?.[1]) keys.push({ key: pair[1], values: valuesOf(pair[2] ?? ''), line: index + 2 });
    else if (last && /^\s*-\s+\S/.test(line)) last.values.push(bare(line.replace(/^\s*-\s+/, '')));
    else if (last && /^\s+\S/.test(line)) last.values = [[...last.values, line.trim()].join(' ')];
  });
  return keys;
}

function valuesOf(text: string): string[] {
  const value = text.trim();
  if (value === '' || /^[>|][+-]?$/.test(value)) return [];
  const list = /^\[(.*)\]$/.exec(value);
  return list ? (list[1] ?? '').split(',').map(bare).filter(Boolean) : [bare(value)];
}

function bare(text: string): string {
  const value = text.trim();
  const quoted =
    /^"(.*)"$/.exec(value)?.[1]?.replaceAll(/\\(["\\])/g, '$1') ??
    /^'(.*)'$/.exec(value)?.[1]?.replaceAll("''", "'");
  return quoted ?? value;
}

function preambleOf(fields: readonly Key[]): Preamble {
  const valueOf = (name: RegExp): string | undefined => fields.find(({ key }) => name.test(key))?.values[0];
  const title = valueOf(/^title$/i);
  // The title names the day of the digest; `date` is often when the post was made.
  const date = findDay(title ?? '') ?? findDay(valueOf(/^(?:date|day|published|pubdate)$/i) ?? '');
  return { ...(title && { title }), ...(date && { date }) };
}

/** The paper that a post is about, where its keys name one. */
function entryOf(fields: readonly Key[]): Draft | undefined {
  const draft: Draft = { line: 1 };
  for (const { key, values, line } of fields.toSorted((a, b) => rank(a.key) - rank(b.key))) {
    const named = parseLabel(translated(key));
    const fact = named && isSecondText(draft, named) ? 'tldr' : named;
    if (fact === undefined || fact === 'date' || values.length === 0) continue;
    if (values.length > 1 && (fact === 'authors' || fact === 'tags' || fact === 'affiliations'))
      addList(draft, fact, values);
    else addFact(draft, fact, plainLine(values.join(', '), line));
  }
  return draft.written && draft.title ? draft : undefined;
}

/** `abstract_en` is the abstract as it was written. */
const translated = (key: string): string => key.replace(/_en$/i, '');
