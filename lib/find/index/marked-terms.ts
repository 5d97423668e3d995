import { plainText } from '../../text/countable-text';
import { countedTermOf, visitSurfaces } from '../../text/words';
import type { IndexedPaper } from './search-index';
import { countTerms, type TermCounts } from './term-counts';

/**
 * The signs before the words of names, before the words of tags and before the start of a title. They keep these
 * terms apart from all others.
 */
export const AUTHOR_MARK = '@';
export const TAG_MARK = '#';
export const TITLE_MARK = '^';

/** A title is found by typing its first words, stop words included. */
const TITLE_START_WORDS = 4;

/** Letters. A longer title start is cut, because nobody types that many. */
const LONGEST_TITLE_START = 40;

/**
 * The first words of a title as one term, `on the role of`. A typed text is turned into the same form to look up
 * titles.
 */
export function titleStart(title: string): string {
  const words: string[] = [];
  visitSurfaces(plainText(title), (surface) => {
    if (words.length < TITLE_START_WORDS) words.push(surface.toLowerCase());
  });
  return words.join(' ').slice(0, LONGEST_TITLE_START);
}

/** Visits the terms of a paper beside its words: those of names and tags, and the start of the title. */
export function visitMarkedTerms(paper: IndexedPaper, visit: (term: string) => void): void {
  const visitMarked = (texts: readonly string[], sign: string) => {
    // The texts are joined because looking for words in each of thousands of names takes longer than in one long
    // text.
    if (texts.length > 0)
      visitSurfaces(plainText(texts.join('\n')), (surface) => visit(sign + countedTermOf(surface)));
  };
  visitMarked(paper.authors, AUTHOR_MARK);
  visitMarked(paper.tags ?? [], TAG_MARK);
  visit(TITLE_MARK + titleStart(paper.title));
}

/** All terms by which a paper is found. */
export function unitTerms(paper: IndexedPaper): TermCounts {
  const counted = countTerms(paper);
  visitMarkedTerms(paper, (term) => counted.terms.set(term, { title: 0, abstract: 1 }));
  return counted;
}
