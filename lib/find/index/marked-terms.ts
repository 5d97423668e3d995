import { plainText } from '../../text/countable-text';
import { countedTermOf, visitSurfaces } from '../../text/words';
import type { IndexedPaper } from './search-index';
import { countTerms, type TermCounts } from './term-counts';

/** Before the words of names and of tags, and before a title's start: they are kept apart from all other terms. */
export const AUTHOR_MARK = '@';
export const TAG_MARK = '#';
export const TITLE_MARK = '^';

/** A title is found by typing its first words, stop words and all. */
const TITLE_START_WORDS = 4;

/** Longer beginnings are cut: so many letters are typed by nobody. */
const LONGEST_TITLE_START = 40;

/** The first words of a title as one term, `on the role of`; also what a reader typed, to be looked up by. */
export function titleStart(title: string): string {
  const words: string[] = [];
  visitSurfaces(plainText(title), (surface) => {
    if (words.length < TITLE_START_WORDS) words.push(surface.toLowerCase());
  });
  return words.join(' ').slice(0, LONGEST_TITLE_START);
}

/** Visits the terms of a paper beside its words: those of names and tags, and the title's start. */
export function visitMarkedTerms(paper: IndexedPaper, visit: (term: string) => void): void {
  const visitMarked = (texts: readonly string[], sign: string) => {
    // As one text, for to look for words in each name of thousands would take longer than what is found.
    if (texts.length > 0)
      visitSurfaces(plainText(texts.join('\n')), (surface) => visit(sign + countedTermOf(surface)));
  };
  visitMarked(paper.authors, AUTHOR_MARK);
  visitMarked(paper.tags ?? [], TAG_MARK);
  visit(TITLE_MARK + titleStart(paper.title));
}

/** All that a paper is found by. */
export function unitTerms(paper: IndexedPaper): TermCounts {
  const counted = countTerms(paper);
  visitMarkedTerms(paper, (term) => counted.terms.set(term, { title: 0, abstract: 1 }));
  return counted;
}
