import type { AnnouncementDate, ArxivId, ReadingState } from '../paper';
import type { OutlinedDigest } from '../store/views/outlined-digests';
import type { FilterName, SearchFilter } from './query/query';

/** A digest on the shelf; its papers are given by their numbers on the shelf. */
interface ShelvedDigest extends Omit<OutlinedDigest, 'ids'> {
  papers: Uint32Array;
}

/** Every paper once, by a number, with the digests that list it: enough to draw and filter a list of all papers. */
export interface Shelf {
  /** The id of each number; the papers of the latest digest come first. */
  ids: readonly ArxivId[];
  numbers: ReadonlyMap<ArxivId, number>;
  /** The digests, the latest first. */
  digests: readonly ShelvedDigest[];
}

/** Creates the shelf from digests that are given with the latest first. */
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

/** The papers that pass some filters. */
export interface Selection {
  /** Numbers of papers, those that were listed last first. */
  papers: Uint32Array;
  /**
   * By the number of a paper, the index in `Shelf.digests` of the digest in which the filters found it; -1 for papers
   * that do not pass.
   */
  digestOf: Int32Array;
}

/**
 * The papers that pass all filters. Of several values that exclude each other, such as two days, a paper needs only
 * one.
 */
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

/** Tests a day against these values; the beginning of a date stands for all days that begin with it. */
function dayTest(days: string[], froms: string[], tos: string[]): (date: AnnouncementDate) => boolean {
  return (date) =>
    (days.length === 0 || days.some((day) => date.startsWith(day))) &&
    froms.every((from) => date >= from) &&
    tos.every((to) => date.slice(0, to.length) <= to);
}

/**
 * Tests the entry at a place of a digest. A subject may be the digest's own, or a subject or topic of the entry; a
 * topic can only be the entry's.
 */
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

/**
 * Tests the reading state of a paper by its number. Each filter has to hold by itself: `tag:a tag:b` asks for both
 * tags.
 */
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
  // Most papers have no state, so they either all pass or all fail.
  const passing = new Uint8Array(ids.length).fill(Number(passes(undefined)));
  for (const [id, state] of states) {
    const number = numbers.get(id);
    if (number !== undefined) passing[number] = Number(passes(state));
  }
  return (number) => passing[number] === 1;
}

const hasTag = (state: ReadingState | undefined, tag: string): boolean =>
  state?.tags?.some((each) => each.toLowerCase() === tag) ?? false;
