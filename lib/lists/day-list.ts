import type { ArxivId } from '../paper';
import type { DayEntry } from '../store/views/day-digest';
import type { ListRow, PaperRow } from './rows';
import type { ReaderState } from './triage';

export const SHOWS = ['all', 'unread', 'starred'] as const;
export type Show = (typeof SHOWS)[number];

/** `digest`: as the digest has them; `starred`: the closest to what the reader has starred first. */
export const SORTINGS = ['digest', 'score', 'starred', 'subject'] as const;
export type Sorting = (typeof SORTINGS)[number];

export const GROUPINGS = ['none', 'subject', 'topic'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type StateOf = (id: ArxivId) => ReaderState;

export interface DayCounts {
  all: number;
  unread: number;
  starred: number;
  hidden: number;
}

/** Hidden papers are counted as such alone. */
export function countDay(entries: readonly DayEntry[], stateOf: StateOf): DayCounts {
  const counts = { all: 0, unread: 0, starred: 0, hidden: 0 };
  for (const { paper } of entries) {
    const { read, starred, hidden } = stateOf(paper.id);
    if (hidden) counts.hidden += 1;
    else {
      counts.all += 1;
      if (!read) counts.unread += 1;
      if (starred) counts.starred += 1;
    }
  }
  return counts;
}

/** Lower case and without accents: `Schrodinger` finds `Schrödinger`. */
const foldedText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The text of each entry that is searched. It is made once, for it is needed with every letter that is typed. */
const texts = new WeakMap<DayEntry, string>();

function searchedText(entry: DayEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { paper, subjects, topics = [], translatedTitle, translatedAbstract, tldr, tags = [] } = entry;
  const all = [
    paper.id,
    paper.title,
    translatedTitle,
    ...paper.authors,
    ...subjects,
    ...topics,
    ...tags,
    tldr,
  ];
  const text = foldedText([...all, paper.abstract, translatedAbstract].filter(Boolean).join('\n'));
  texts.set(entry, text);
  return text;
}

/** The entries of this state that say each of the words, or their beginnings, anywhere. */
export function selectEntries(
  entries: readonly DayEntry[],
  { show, text }: { show: Show; text: string },
  stateOf: StateOf,
): DayEntry[] {
  const words = foldedText(text).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const { read, starred } = stateOf(entry.paper.id);
    if (show === 'unread' && read) return false;
    if (show === 'starred' && !starred) return false;
    return words.every((word) => searchedText(entry).includes(word));
  });
}

/** Equals keep the digest's order. `closeness` says how close a paper is to what the reader has starred. */
export function sortEntries(
  entries: readonly DayEntry[],
  by: Sorting,
  closeness: ReadonlyMap<ArxivId, number>,
): DayEntry[] {
  switch (by) {
    case 'digest':
      return [...entries];
    case 'score':
      return entries.toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || 0);
    case 'starred':
      return entries.toSorted((a, b) => (closeness.get(b.paper.id) ?? 0) - (closeness.get(a.paper.id) ?? 0));
    case 'subject': {
      const places = placesOf(entries.map(({ subjects }) => subjects[0]));
      return entries.toSorted((a, b) => (places.get(a.subjects[0]) ?? 0) - (places.get(b.subjects[0]) ?? 0));
    }
  }
}

/** The place of each name by its first appearance; none comes last. */
function placesOf(names: readonly (string | undefined)[]): Map<string | undefined, number> {
  const distinct = [...new Set(names)];
  const named = distinct.filter((name) => name !== undefined);
  return new Map([...named, undefined].map((name, place) => [name, place]));
}

const headingsOf = (entry: DayEntry, by: Grouping): readonly string[] =>
  by === 'none' ? [] : by === 'subject' ? entry.subjects : (entry.topics ?? []);

/** From so many papers on, a digest with several subjects or topics is read group by group. */
const MANY = 60;

/** How a digest is grouped where the reader has not said. */
export function usualGrouping(entries: readonly DayEntry[]): Grouping {
  if (entries.length < MANY) return 'none';
  const kinds = (by: Grouping) => new Set(entries.map((entry) => headingsOf(entry, by)[0])).size;
  if (kinds('subject') > 1) return 'subject';
  return kinds('topic') > 1 ? 'topic' : 'none';
}

interface RowChoice {
  group: Grouping;
  isFolded: (group: string, isRead: boolean) => boolean;
  /** A few words in the reader's language, for a narrow place: in which other groups a paper stands. */
  alsoIn: (others: readonly string[]) => string;
  without: string;
}

/** Each paper once, under the first of its headings; the slot names the others, or where there are no groups all. */
export function rowsOf(
  entries: readonly DayEntry[],
  { group, isFolded, alsoIn, without }: RowChoice,
  stateOf: StateOf,
): ListRow[] {
  if (group === 'none') return entries.map((entry) => paperRow(entry, withScore(entry.subjects, entry)));
  const names = placesOf(entries.map((entry) => headingsOf(entry, group)[0]));
  const groups = new Map<string | undefined, DayEntry[]>([...names.keys()].map((name) => [name, []]));
  for (const entry of entries) groups.get(headingsOf(entry, group)[0])?.push(entry);
  return [...groups].flatMap(([name, members]): ListRow[] => {
    if (members.length === 0) return [];
    const unread = members.filter(({ paper }) => !stateOf(paper.id).read).length;
    const key = name ?? '';
    const folded = isFolded(key, unread === 0);
    const head = { kind: 'group', key, name: name ?? without, count: members.length, unread } as const;
    const papers = members.map((entry) => {
      const others = headingsOf(entry, group).slice(1);
      return paperRow(entry, withScore(others.length > 0 ? [alsoIn(others)] : [], entry));
    });
    return [{ ...head, isFolded: folded }, ...(folded ? [] : papers)];
  });
}

const paperRow = (entry: DayEntry, aside: string): PaperRow => ({
  kind: 'paper',
  id: entry.paper.id,
  entry,
  aside,
});

const withScore = (words: readonly string[], { score }: DayEntry): string =>
  [...words, ...(score === undefined ? [] : [String(score)])].join(' · ');

/** The entries that stand in a group. */
export const groupsOf = (entries: readonly DayEntry[], by: Grouping, key: string): DayEntry[] =>
  entries.filter((entry) => (headingsOf(entry, by)[0] ?? '') === key);
