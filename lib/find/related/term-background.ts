import { commonShare } from '../../text/common-terms';
import type { TermVectors } from '../../text/term-vectors';

/** What is known about terms from outside a collection, since a small collection cannot tell it. */
export interface Background {
  /** The share of all papers, inside a collection or not, that say a term. */
  shareOf(term: string): number;
  /** How much more of a subject a term is than usual; 1 is usual. */
  subjectOf(term: string): number;
}

export function backgroundOf(vectors: TermVectors | undefined): Background {
  return {
    shareOf: (term) => vectors?.shareOf(term) ?? commonShare(term),
    subjectOf: (term) => vectors?.subjectOf(term) ?? 1,
  };
}
