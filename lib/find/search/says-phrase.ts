import { wordsOf } from '../../text/words';
import type { IndexedPaper } from '../index/search-index';
import type { SearchClause } from '../query/query';

/** The terms of a text between spaces, so that a phrase is a part of this string. */
function rowOfTerms(text: string): string {
  return ` ${wordsOf(text)
    .map(({ term }) => term)
    .join(' ')} `;
}

/** Whether one of the names has all the words, in whatever order; each word may be the beginning of a name's word. */
function isNamed(names: readonly string[], text: string): boolean {
  const wanted = wordsOf(text).map(({ term }) => term);
  return names.some((name) => {
    const terms = wordsOf(name).map(({ term }) => term);
    return wanted.every((term) => terms.some((each) => each.startsWith(term)));
  });
}

/** Whether a paper says a phrase, in whatever number and case; an unfinished phrase may end within a word. */
export function saysPhrase(paper: IndexedPaper, { field, text, unfinished }: SearchClause): boolean {
  if (field === 'author') return isNamed(paper.authors, text);
  const wanted = rowOfTerms(text);
  const sought = unfinished ? wanted.trimEnd() : wanted;
  const texts =
    field === 'title' ? [paper.title] : [paper.title, paper.abstract ?? '', ...(paper.tags ?? [])];
  return texts.some((each) => rowOfTerms(each).includes(sought));
}
