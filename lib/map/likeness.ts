import { countTerms, type TermCounts } from '../find/index/term-counts';
import { centreOf } from '../find/related/closeness';
import type { Background } from '../find/related/term-background';
import { boundedCount, inverseShare, TITLE_WEIGHT } from '../text/bm25';
import { dot, meaningOf, relativeTo } from '../text/meaning';
import type { TermVectors } from '../text/term-vectors';

/** The facts of a paper from which the map is made. */
export interface MappedPaper {
  id: string;
  title: string;
  abstract?: string | undefined;
}

/** Two papers, given by their places in the list, and how alike they are. */
export interface Likeness {
  source: number;
  target: number;
  likeness: number;
}

/** How many links a paper seeks: more make a day one lump, fewer tear it to pieces. */
const NEAREST = 5;

/** Papers that are less alike than this have no more in common than chance explains. */
const LEAST_LIKENESS = 0.15;

/**
 * What the cosine of meanings counts beside the cosine of words. It is twice the weight in related papers, because a
 * region is a subject, whose papers need not use the same words.
 */
const MEANING_WEIGHT = 0.4;

/** How many background papers weigh in beside the papers of a map, as evidence about a term. */
const BACKGROUND_PAPERS = 100;

/**
 * Links each paper to those most like it, by words (the cosine of their weighted terms) and by meaning, both weighted
 * as for related papers. What all papers of the map share, such as the words they were searched by, counts for
 * little.
 */
export function nearestLinks(
  papers: readonly MappedPaper[],
  vectors: TermVectors | undefined,
  background: Background,
): Likeness[] {
  const byWords = wordLikeness(papers, background);
  const byMeaning = vectors && meaningLikeness(papers, vectors);
  const links = new Map<number, Likeness>();
  for (let source = 0; source < papers.length; source += 1) {
    const likeness = byWords(source);
    byMeaning?.(source, likeness);
    for (const target of highest(likeness, source)) {
      const [low, high] = source < target ? [source, target] : [target, source];
      links.set(low * papers.length + high, { source: low, target: high, likeness: likeness[target] ?? 0 });
    }
  }
  return [...links.values()];
}

function highest(likeness: Float32Array, self: number): number[] {
  const best: number[] = [];
  for (let other = 0; other < likeness.length; other += 1) {
    const value = likeness[other] ?? 0;
    if (other === self || value < LEAST_LIKENESS) continue;
    const last = best[NEAREST - 1];
    if (last !== undefined && value <= (likeness[last] ?? 0)) continue;
    const at = best.findIndex((each) => value > (likeness[each] ?? 0));
    best.splice(at < 0 ? best.length : at, 0, other);
    best.length = Math.min(best.length, NEAREST);
  }
  return best;
}

/** A function that gives the likeness of a paper to every paper, by the terms that both say. */
function wordLikeness(
  papers: readonly MappedPaper[],
  background: Background,
): (paper: number) => Float32Array {
  const counted = papers.map((paper) => countTerms(paper).terms);
  const worth = worthOfTerms(counted, background);
  const weights = counted.map((terms) => unitVectorOf(terms, worth));
  const papersOfTerm = new Map<string, [paper: number, weight: number][]>();
  weights.forEach((terms, paper) => {
    for (const [term, weight] of terms) {
      const known = papersOfTerm.get(term);
      if (known) known.push([paper, weight]);
      else papersOfTerm.set(term, [[paper, weight]]);
    }
  });
  return (paper) => {
    const likeness = new Float32Array(papers.length);
    for (const [term, weight] of weights[paper] ?? []) {
      for (const [other, otherWeight] of papersOfTerm.get(term) ?? [])
        likeness[other] = (likeness[other] ?? 0) + weight * otherWeight;
    }
    return likeness;
  };
}

type Terms = TermCounts['terms'];

function worthOfTerms(counted: readonly Terms[], background: Background): ReadonlyMap<string, number> {
  const paperCounts = new Map<string, number>();
  for (const terms of counted)
    for (const term of terms.keys()) paperCounts.set(term, (paperCounts.get(term) ?? 0) + 1);
  return new Map(
    [...paperCounts].map(([term, papers]) => {
      const share =
        (papers + background.shareOf(term) * BACKGROUND_PAPERS) / (counted.length + BACKGROUND_PAPERS);
      return [term, inverseShare(share) * Math.sqrt(background.subjectOf(term))];
    }),
  );
}

function unitVectorOf(terms: Terms, worth: ReadonlyMap<string, number>): [term: string, weight: number][] {
  const weights = [...terms].map(([term, { title, abstract }]): [string, number] => [
    term,
    Math.log1p(boundedCount(TITLE_WEIGHT * title + abstract)) * (worth.get(term) ?? 0),
  ]);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return weights.map(([term, weight]) => [term, weight / length]);
}

/** A function that adds to a paper's likeness to every paper what the two have in common by meaning. */
function meaningLikeness(
  papers: readonly MappedPaper[],
  vectors: TermVectors,
): (paper: number, likeness: Float32Array) => void {
  const wholes = papers.map((paper) => meaningOf(paper, vectors)).map(({ whole }) => whole);
  const meaningSum = new Float32Array(vectors.dimensions);
  for (const whole of wholes) whole.forEach((value, i) => (meaningSum[i] = (meaningSum[i] ?? 0) + value));
  const centre = centreOf({ papers: papers.length, averageLength: 0, lengths: [], meaningSum }, vectors);
  // A paper in a language that the vectors do not know has no meaning, and is like others only by words.
  const seen = wholes.map((whole) =>
    whole.some((value) => value !== 0) ? relativeTo(centre.paper, whole) : undefined,
  );
  return (paper, likeness) => {
    const own = seen[paper];
    if (!own) return;
    seen.forEach((other, i) => {
      if (other) likeness[i] = (likeness[i] ?? 0) + MEANING_WEIGHT * dot(own, other);
    });
  };
}
