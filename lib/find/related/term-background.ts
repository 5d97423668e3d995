import { commonShare } from '../../text/common-terms';
import type { TermVectors } from '../../text/term-vectors';

/** What is known about terms beyond a collection, and what a small collection cannot tell by itself. */
export interface Background {
  /** The share of papers anywhere that say a term. */
  shareOf(term: string): number;
  /** How much more of a subject than usual a term is. */
  subjectOf(term: string): number;
}

export function backgroundOf(vectors: TermVectors | undefined): Background {
  return {
    shareOf: (term) => vectors?.shareOf(term) ?? commonShare(term),
    subjectOf: (term) => vectors?.subjectOf(term) ?? 1,
  };
}
