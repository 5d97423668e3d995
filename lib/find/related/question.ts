import type { ArxivId } from '../../paper';
import { boundedCount, TITLE_WEIGHT } from '../../text/bm25';
import { isEastAsian } from '../../text/words';
import { countTerms } from '../index/term-counts';

/** The paper whose related papers are wanted, as the page that shows it gives it. */
export interface RelatedQuestion {
  id?: ArxivId;
  title: string;
  abstract?: string;
  authors?: readonly string[];
}

export interface QuestionTerm {
  term: string;
  /** How often the question says the term; the title counts with its weight. */
  count: number;
}

export interface QuestionTerms {
  terms: readonly QuestionTerm[];
  /** How many words of the question carry a subject. */
  length: number;
}

/**
 * The terms of a question with their counts. Terms in Chinese or Japanese are left out unless the question is mainly
 * in one of these languages.
 */
export function questionTerms(question: RelatedQuestion): QuestionTerms {
  const { terms, length, eastAsian } = countTerms(question);
  // A translation after an English abstract would only find other papers that have one.
  const counted = [...terms]
    .filter(([term]) => eastAsian || !isEastAsian(term))
    .map(([term, { title, abstract }]) => ({
      term,
      count: boundedCount(TITLE_WEIGHT * title + abstract),
    }));
  return { terms: counted, length };
}
