import type { Background } from '../find/related/term-background';
import { inverseShare } from '../text/bm25';
import type { MappedPaper } from './likeness';
import { type Phrase, phrasesOf } from './phrases';

/** A name of more terms is no longer read at a glance. */
const MOST_TERMS = 3;

/** A term that fewer papers of a region say does not name it, nor one that a smaller share of them says. */
const FEWEST_PAPERS = 2;
const LEAST_PAPERS_SHARE = 0.18;

/** Rarer than this is no more telling: the name of one data set is no subject. */
const MOST_RARITY = 5;

/** Terms worth less than this share of the first one's worth explain nothing. */
const LEAST_SHARE = 0.4;

/** A phrase tells more than its words apart. */
const PHRASE_GAIN = 2;

/** Words that authors hardly ever put into a title (`established`, `offer`) are no subject, however rare. */
const LEAST_SUBJECT = 0.5;

/** `generation` is not told where the papers that say it mostly say `retrieval-augmented generation`. */
const PART_SHARE = 0.6;

/** Keeps a term that no other region says from being told for that alone. */
const USUAL_SHARE = 0.02;

interface Candidate {
  key: string;
  terms: string[];
  surface: string;
  papers: number;
  worth: number;
}

/**
 * Names each region by the terms that most of its papers say and few others do, as the papers write them. No term
 * is said twice in a name, and no two regions begin their name with the same term.
 */
export function nameRegions(
  papers: readonly MappedPaper[],
  regions: readonly (readonly number[])[],
  background: Background,
): string[][] {
  const phrases = papers.map(phrasesOf);
  const everywhere = countPapers(phrases);
  const first = new Set<string>();
  return regions.map((members) => {
    const inside = countPapers(members.map((paper) => phrases[paper] ?? new Map<string, Phrase>()));
    const candidates = wholes(candidatesOf(inside, members.length, everywhere, papers.length, background));
    const name: Candidate[] = [];
    const told = new Set<string>();
    for (const candidate of candidates) {
      if (name.length === MOST_TERMS) break;
      const isFirst = name.length === 0;
      if (candidate.terms.some((term) => told.has(term))) continue;
      if (isFirst && first.has(candidate.key)) continue;
      if (!isFirst && candidate.worth < LEAST_SHARE * (name[0]?.worth ?? 0)) break;
      if (isFirst) first.add(candidate.key);
      candidate.terms.forEach((term) => told.add(term));
      name.push(candidate);
    }
    return name.map(({ surface }) => surface);
  });
}

interface Said {
  terms: string[];
  /** Papers that say it. */
  papers: number;
  /** The same, those that say it in title and abstract twice: what a paper is about, it says in both. */
  weight: number;
  surfaces: Map<string, number>;
}

function countPapers(phrases: readonly ReadonlyMap<string, Phrase>[]): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const ofPaper of phrases) {
    for (const [key, { terms, surface, title, abstract }] of ofPaper) {
      const known = said.get(key) ?? { terms, papers: 0, weight: 0, surfaces: new Map<string, number>() };
      known.papers += 1;
      known.weight += title && abstract ? 2 : 1;
      known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + 1);
      said.set(key, known);
    }
  }
  return said;
}

function candidatesOf(
  inside: ReadonlyMap<string, Said>,
  members: number,
  everywhere: ReadonlyMap<string, Said>,
  papers: number,
  background: Background,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [key, { terms, papers: saying, weight, surfaces }] of inside) {
    if (saying < Math.max(FEWEST_PAPERS, LEAST_PAPERS_SHARE * members)) continue;
    const subjects = terms.map((term) => background.subjectOf(term));
    if (Math.min(...subjects) < LEAST_SUBJECT) continue;
    const share = weight / members;
    const others = ((everywhere.get(key)?.weight ?? weight) - weight + 0.5) / (papers - members + 1);
    const lift = Math.log((share + USUAL_SHARE) / (others + USUAL_SHARE));
    if (lift <= 0) continue;
    const rarity = Math.min(
      MOST_RARITY,
      Math.max(...terms.map((term) => inverseShare(background.shareOf(term)))),
    );
    const worth = Math.min(share, 1) * lift * rarity * (terms.length > 1 ? PHRASE_GAIN : 1);
    candidates.push({ key, terms, surface: commonest(surfaces), papers: saying, worth });
  }
  return candidates.toSorted((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));
}

/** Without those that are mostly said as a part of a longer one. */
function wholes(candidates: readonly Candidate[]): Candidate[] {
  const longer = candidates.filter(({ terms }) => terms.length > 1);
  return candidates.filter(
    ({ key, papers }) =>
      !longer.some(
        (other) =>
          other.key.length > key.length &&
          other.papers >= PART_SHARE * papers &&
          ` ${other.key} `.includes(` ${key} `),
      ),
  );
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  return [...surfaces].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
