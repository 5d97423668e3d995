/**
 * BM25 after Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). k1 and b were
 * measured on abstracts: they are longer than sentences, so repetition tells something (k1), and of similar length,
 * so length tells something too (b).
 */
export const K1 = 1.6;
export const B = 0.9;

/** A word of the title says twice as much about a paper as a word of its abstract. */
export const TITLE_WEIGHT = 2;

/**
 * A natural abstract says no term more often than this (of 42,470 abstracts, one in 10,000 does). More is stuffing.
 */
const MOST_NATURAL_COUNT = 20;

/** How often a paper counts as saying a term: a stuffed term counts as said once. */
export function boundedCount(count: number): number {
  return count > MOST_NATURAL_COUNT ? 1 : count;
}

/** The saturated weight of a term said `count` times in a paper of `length` words, between 0 and K1 + 1. */
export function termWeight(count: number, length: number, averageLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
}

/**
 * How soon repeating a term in the question stops counting; the usual value for long questions (same source as BM25,
 * section 3.4).
 */
const K3 = 8;

/** The saturated weight of a term that the question says `count` times. */
export function questionWeight(count: number): number {
  return (count * (K3 + 1)) / (count + K3);
}

/**
 * The worth of a term that `share` of all papers say. It is never negative, so that a shared term never counts
 * against a paper.
 */
export function inverseShare(share: number): number {
  return Math.log(1 + (1 - share) / (share + 1e-6));
}
