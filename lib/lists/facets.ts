import type { ReadingStates, Shelf } from '../find/shelf';

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
