import { wordsOf } from '../../text/words';
import type { IndexedPaper } from '../index/search-index';
import type { SearchClause } from '../query/query';

/** A text's terms in a row, so that a phrase in it is a run of them. */
function row(text: string): string {
  return ` ${wordsOf(text)
    .map(({ term }) => term)
    .join(' ')} `;
}

/** Whether one of the names has all the words, in whatever order; the last may be a beginning. */
function isNamed(names: readonly string[], text: string): boolean {
  const wanted = wordsOf(text).map(({ term }) => term);
  return names.some((name) => {
    const terms = wordsOf(name).map(({ term }) => term);
    return wanted.every((term) => terms.some((each) => each.startsWith(term)));
  });
}

/** Whether a paper says a phrase, in whatever number and case; an unfinished one may end within a word. */
export function saysPhrase(paper: IndexedPaper, { field, text, unfinished }: SearchClause): boolean {
  if (field === 'author') return isNamed(paper.authors, text);
  const wanted = row(text);
  const sought = unfinished ? wanted.trimEnd() : wanted;
  const texts =
    field === 'title' ? [paper.title] : [paper.title, paper.abstract ?? '', ...(paper.tags ?? [])];
  return texts.some((each) => row(each).includes(sought));
}
