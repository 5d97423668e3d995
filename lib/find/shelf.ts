import type { AnnouncementDate, ArxivId, ReadingState } from '../paper';
import type { FilterName, SearchFilter } from './query/query';
import type { OutlinedDigest } from '../store/changes/outlines';

/** A digest on the shelf: its papers by their numbers there. */
export interface ShelvedDigest extends Omit<OutlinedDigest, 'ids'> {
  papers: Uint32Array;
}

/** Every paper once, by a number, with the digests that list it: enough to draw and filter a list of all of them. */
export interface Shelf {
  /** Those of the latest digest first. */
  ids: readonly ArxivId[];
  numbers: ReadonlyMap<ArxivId, number>;
  /** The latest first. */
  digests: readonly ShelvedDigest[];
}

/** `digests` with the latest first. */
export function createShelf(digests: readonly OutlinedDigest[]): Shelf {
  const ids: ArxivId[] = [];
  const numbers = new Map<ArxivId, number>();
  const shelved = digests.map(({ ids: listed, ...facts }): ShelvedDigest => {
    const papers = Uint32Array.from(listed, (id) => {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, ids.length);
      return ids.push(id) - 1;
    });
    return { ...facts, papers };
  });
  return { ids, numbers, digests: shelved };
}

export type ReadingStates = ReadonlyMap<ArxivId, ReadingState>;

/** What filters let through. */
export interface Selection {
  /** Numbers of papers, those that were listed last first. */
  papers: Uint32Array;
  /** By the number of a paper, the digest that the filters found it in: its place among the shelf's; -1 for the others. */
  digestOf: Int32Array;
}

/** The papers that all these filters let through: of values that exclude each other one is enough. */
export function select(shelf: Shelf, filters: readonly SearchFilter[], states: ReadingStates): Selection {
  const valuesOf = (name: FilterName): string[] =>
    filters.flatMap((filter) => (filter.name === name ? [filter.value] : []));
  const isOfDay = dayTest(valuesOf('day'), valuesOf('from'), valuesOf('to'));
  const sources = new Set(valuesOf('source'));
  const subjects = new Set(valuesOf('subject'));
  const topics = new Set(valuesOf('topic'));
  const isInState = stateTest(shelf, filters, states);

  const digestOf = new Int32Array(shelf.ids.length).fill(-1);
  const papers = new Uint32Array(shelf.ids.length);
  let count = 0;
  shelf.digests.forEach((digest, at) => {
    if (!isOfDay(digest.date)) return;
    if (sources.size > 0 && !sources.has(digest.source.toLowerCase())) return;
    const isUnder = headingTest(digest, subjects, topics);
    digest.papers.forEach((number, place) => {
      if (digestOf[number] !== -1 || !isUnder(place) || !isInState(number)) return;
      digestOf[number] = at;
      papers[count] = number;
      count += 1;
    });
  });
  return { papers: papers.slice(0, count), digestOf };
}

/** The beginning of a date stands for all days that begin so. */
function dayTest(days: string[], froms: string[], tos: string[]): (date: AnnouncementDate) => boolean {
  return (date) =>
    (days.length === 0 || days.some((day) => date.startsWith(day))) &&
    froms.every((from) => date >= from) &&
    tos.every((to) => date.slice(0, to.length) <= to);
}

/** A subject is the digest's own, or a subject or topic of the entry; a topic is the entry's alone. */
function headingTest(
  { subject, headings, papers }: ShelvedDigest,
  subjects: ReadonlySet<string>,
  topics: ReadonlySet<string>,
): (place: number) => boolean {
  const isOfSubject = subjects.size === 0 || (subject !== undefined && subjects.has(subject.toLowerCase()));
  if (isOfSubject && topics.size === 0) return () => true;
  const ofSubject = new Uint8Array(papers.length).fill(Number(isOfSubject));
  const ofTopic = new Uint8Array(papers.length).fill(Number(topics.size === 0));
  for (const { kind, name, at } of headings) {
    const folded = name.toLowerCase();
    if (subjects.has(folded)) for (const place of at) ofSubject[place] = 1;
    if (kind === 'topic' && topics.has(folded)) for (const place of at) ofTopic[place] = 1;
  }
  return (place) => ofSubject[place] === 1 && ofTopic[place] === 1;
}

/** The names that `is:` knows. */
const STATES: Record<string, (state: ReadingState | undefined) => boolean> = {
  unread: (state) => !state?.read,
  read: (state) => state?.read === true,
  starred: (state) => state?.starred === true,
  hidden: (state) => state?.hidden === true,
  noted: (state) => state?.note !== undefined,
  tagged: (state) => state?.tags !== undefined,
};

/** What a reader wants of a paper's state, each filter by itself: `tag:a tag:b` asks for both. */
function stateTest(
  { ids, numbers }: Shelf,
  filters: readonly SearchFilter[],
  states: ReadingStates,
): (number: number) => boolean {
  const tests = filters.flatMap(({ name, value }) => {
    if (name === 'is') return [STATES[value] ?? (() => false)];
    if (name === 'tag') return [(state?: ReadingState) => hasTag(state, value)];
    if (name === 'note')
      return [(state?: ReadingState) => Boolean(state?.note?.toLowerCase().includes(value))];
    return [];
  });
  if (tests.length === 0) return () => true;
  const passes = (state: ReadingState | undefined) => tests.every((test) => test(state));
  // Most papers have no state: they all pass, or none of them.
  const passing = new Uint8Array(ids.length).fill(Number(passes(undefined)));
  for (const [id, state] of states) {
    const number = numbers.get(id);
    if (number !== undefined) passing[number] = Number(passes(state));
  }
  return (number) => passing[number] === 1;
}

const hasTag = (state: ReadingState | undefined, tag: string): boolean =>
  state?.tags?.some((each) => each.toLowerCase() === tag) ?? false;

/** A value by which the shelf can be narrowed, with how many distinct papers it leaves. */
export interface Facet {
  name: string;
  papers: number;
}

/** Names in whatever case, each as it was first written, with the papers that it stands for. */
type Named = Map<string, { name: string; numbers: Set<number> }>;

function numbersUnder(named: Named, name: string): Set<number> {
  const folded = name.toLowerCase();
  const known = named.get(folded) ?? { name, numbers: new Set<number>() };
  named.set(folded, known);
  return known.numbers;
}

const largestFirst = (facets: Facet[]): Facet[] =>
  facets.toSorted((a, b) => b.papers - a.papers || a.name.localeCompare(b.name));

const countedOf = (named: Named): Facet[] =>
  largestFirst([...named.values()].map(({ name, numbers }) => ({ name, papers: numbers.size })));

/** The subjects, topics and sources of all digests, the largest first. */
export function facetsOf({ digests }: Shelf): Record<'subjects' | 'topics' | 'sources', Facet[]> {
  const subjects: Named = new Map();
  const topics: Named = new Map();
  const sources: Named = new Map();
  for (const { subject, source, papers, headings } of digests) {
    const ofDigest = [numbersUnder(sources, source)];
    if (subject !== undefined) ofDigest.push(numbersUnder(subjects, subject));
    for (const set of ofDigest) papers.forEach((number) => set.add(number));
    for (const { kind, name, at } of headings) {
      const set = numbersUnder(kind === 'subject' ? subjects : topics, name);
      for (const place of at) set.add(papers[place] ?? 0);
    }
  }
  return { subjects: countedOf(subjects), topics: countedOf(topics), sources: countedOf(sources) };
}

/** The reader's tags, the commonest first. */
export function tagsOf(states: ReadingStates): Facet[] {
  const counts = new Map<string, Facet>();
  for (const { tags = [] } of states.values()) {
    for (const name of tags) {
      const known = counts.get(name.toLowerCase()) ?? { name, papers: 0 };
      known.papers += 1;
      counts.set(name.toLowerCase(), known);
    }
  }
  return largestFirst([...counts.values()]);
}

/** How many papers of the shelf are in each state; those that are hidden are in no other. */
export function countStates(
  shelf: Shelf,
  states: ReadingStates,
): Record<'all' | 'unread' | 'starred' | 'noted' | 'hidden', number> {
  const counts = { all: shelf.ids.length, unread: shelf.ids.length, starred: 0, noted: 0, hidden: 0 };
  for (const [id, { read, starred, note, hidden }] of states) {
    if (!shelf.numbers.has(id)) continue;
    if (hidden) counts.hidden += 1;
    if (hidden) counts.all -= 1;
    if (read || hidden) counts.unread -= 1;
    if (starred && !hidden) counts.starred += 1;
    if (note !== undefined && !hidden) counts.noted += 1;
  }
  return counts;
}

export type ShelfOrder = 'best' | 'newest' | 'oldest';

/** A list as it is shown. */
export interface Arranged {
  /** Numbers of papers, in their order. */
  papers: Uint32Array;
  /** How many were left out because they are hidden. */
  hidden: number;
}

/** The papers of a selection that words have found, if any were asked for; `found` has the best first. */
export function arrange(
  { papers, digestOf }: Selection,
  found: Uint32Array | undefined,
  order: ShelfOrder,
  isHidden: (number: number) => boolean,
): Arranged {
  const inOrder = found && order === 'best' ? found : papers;
  const isFound = found && order !== 'best' ? membersOf(found, digestOf.length) : undefined;
  const arranged = new Uint32Array(inOrder.length);
  let count = 0;
  let hidden = 0;
  for (const number of inOrder) {
    if (digestOf[number] === -1 || (isFound && isFound[number] === 0)) continue;
    if (isHidden(number)) {
      hidden += 1;
      continue;
    }
    arranged[count] = number;
    count += 1;
  }
  const shown = arranged.subarray(0, count);
  return { papers: order === 'oldest' ? shown.reverse() : shown, hidden };
}

function membersOf(numbers: Uint32Array, size: number): Uint8Array {
  const members = new Uint8Array(size);
  for (const number of numbers) members[number] = 1;
  return members;
}

/** How many of the papers stand in a digest of each day. */
export function countByDay(
  { digests }: Shelf,
  { digestOf }: Selection,
  papers: Uint32Array,
): Map<AnnouncementDate, number> {
  const counts = new Map<AnnouncementDate, number>();
  const byDigest = new Uint32Array(digests.length);
  for (const number of papers) {
    const at = digestOf[number] ?? 0;
    byDigest[at] = (byDigest[at] ?? 0) + 1;
  }
  digests.forEach(({ date }, at) => {
    const count = byDigest[at] ?? 0;
    if (count > 0) counts.set(date, (counts.get(date) ?? 0) + count);
  });
  return counts;
}
