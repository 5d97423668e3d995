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

const marked = (texts: readonly string[], sign: string): string[] =>
  texts.flatMap((text) => wordsOf(text).map(({ term }) => sign + term));

/** The terms of a paper beside its words, each said once: those of names and tags, and the title's start. */
export function markedTerms(paper: IndexedPaper): Set<string> {
  return new Set([
    ...marked(paper.authors, AUTHOR_MARK),
    ...marked(paper.tags ?? [], TAG_MARK),
    TITLE_MARK + titleStart(paper.title),
  ]);
}

/** All that a paper is found by. */
export function unitTerms(paper: IndexedPaper): TermCounts {
  const counted = countTerms(paper);
  for (const term of markedTerms(paper)) counted.terms.set(term, { title: 0, abstract: 1 });
  return counted;
}
