import type { Background } from '../find/related/term-background';
import { inverseShare } from '../text/bm25';
import type { MappedPaper } from './likeness';
import { type Phrase, phrasesOf } from './phrases';

/** A name of more terms cannot be read at a glance. */
const MOST_TERMS = 3;

/** A term names a region only if this many of its papers, and this share of them, say the term. */
const FEWEST_PAPERS = 2;
const LEAST_PAPERS_SHARE = 0.18;

/** A term's rarity counts up to this: a term that is rarer still, such as the name of one data set, tells no more. */
const MOST_RARITY = 5;

/** Terms worth less than this share of the first term's worth explain nothing. */
const LEAST_SHARE = 0.4;

/** How much more a phrase tells than its single words. */
const PHRASE_GAIN = 2;

/** Words that authors hardly ever put into a title (`established`, `offer`) are no subject, however rare. */
const LEAST_SUBJECT = 0.5;

/**
 * A term is left out if this share of the papers that say it say it within a longer phrase: `generation` within
 * `retrieval-augmented generation`.
 */
const PART_SHARE = 0.6;

/** Added to both shares of a term, so that a term is not chosen only because no other region says it. */
const USUAL_SHARE = 0.02;

interface Candidate {
  key: string;
  terms: string[];
  surface: string;
  papers: number;
  worth: number;
}

/**
 * Names each region by the terms that most of its papers say and few others do, as the papers write them. No term is
 * used twice in a name, and no two names begin with the same term.
 */
export function nameRegions(
  papers: readonly MappedPaper[],
  regions: readonly (readonly number[])[],
  background: Background,
): string[][] {
  const phrases = papers.map(phrasesOf);
  const everywhere = countPapers(phrases);
  const firstKeys = new Set<string>();
  return regions.map((members) => {
    const inside = countPapers(members.map((paper) => phrases[paper] ?? new Map<string, Phrase>()));
    const candidates = withoutParts(
      candidatesOf(inside, members.length, everywhere, papers.length, background),
    );
    const name: Candidate[] = [];
    const usedTerms = new Set<string>();
    for (const candidate of candidates) {
      if (name.length === MOST_TERMS) break;
      const isFirst = name.length === 0;
      if (candidate.terms.some((term) => usedTerms.has(term))) continue;
      if (isFirst && firstKeys.has(candidate.key)) continue;
      if (!isFirst && candidate.worth < LEAST_SHARE * (name[0]?.worth ?? 0)) break;
      if (isFirst) firstKeys.add(candidate.key);
      candidate.terms.forEach((term) => usedTerms.add(term));
      name.push(candidate);
    }
    return name.map(({ surface }) => surface);
  });
}

interface PhraseCount {
  terms: string[];
  /** How many papers say the phrase. */
  papers: number;
  /**
   * As `papers`, with a paper that says the phrase in title and abstract counted twice: what a paper is about, it
   * says in both.
   */
  weight: number;
  surfaces: Map<string, number>;
}

function countPapers(phrases: readonly ReadonlyMap<string, Phrase>[]): Map<string, PhraseCount> {
  const said = new Map<string, PhraseCount>();
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
  inside: ReadonlyMap<string, PhraseCount>,
  members: number,
  everywhere: ReadonlyMap<string, PhraseCount>,
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

/** The candidates without those that are mostly said as part of a longer one. */
function withoutParts(candidates: readonly Candidate[]): Candidate[] {
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
