import { wordsOf } from '../text/words';
import type { IndexedPaper } from './paper-index';
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
  const words = wordsOf(title).slice(0, TITLE_START_WORDS);
  return words
    .map(({ surface }) => surface.toLowerCase())
    .join(' ')
    .slice(0, LONGEST_TITLE_START);
}

/** All that a paper is found by: its words, those of its authors' names and tags, and its title's start. */
export function unitTerms(paper: IndexedPaper): TermCounts {
  const counted = countTerms(paper);
  const mark = (texts: readonly string[], sign: string) => {
    for (const text of texts) {
      for (const { term } of wordsOf(text)) counted.terms.set(sign + term, { title: 0, abstract: 1 });
    }
  };
  mark(paper.authors, AUTHOR_MARK);
  mark(paper.tags ?? [], TAG_MARK);
  counted.terms.set(TITLE_MARK + titleStart(paper.title), { title: 0, abstract: 1 });
  return counted;
}
