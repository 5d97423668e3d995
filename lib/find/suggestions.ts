import { absAddress } from '../arxiv/address';
import type { Markup, Suggestion } from '../browser/omnibox';
import { printDay } from '../days/print';
import { listed } from '../i18n/translate';
import type { FoundPaper } from '../store/views/last-listings';
import { plainTex } from '../text/latex/one-line';
import { matchRanges } from './search/match-ranges';

/** As many suggestions as Chrome shows. */
export const MOST_SUGGESTIONS = 8;

/** Suggestions for the papers that a search found by these terms: title, first author and day of each. */
export function suggestionsOf(
  found: readonly FoundPaper[],
  terms: ReadonlySet<string>,
  markup: Markup,
): Suggestion[] {
  return found.map(({ paper, listing }) => {
    const title = plainTex(paper.title) || `arXiv:${paper.id}`;
    const [first, ...others] = paper.authors;
    const author = first !== undefined && others.length > 0 ? `${first} …` : first;
    return {
      content: absAddress(paper.id),
      description: `${matchesIn(title, terms, markup)} ${markup.aside(`– ${listed([author, printDay(listing.date)])}`)}`,
    };
  });
}

function matchesIn(text: string, terms: ReadonlySet<string>, markup: Markup): string {
  let at = 0;
  let written = '';
  for (const [start, end] of matchRanges(text, terms)) {
    written += markup.text(text.slice(at, start)) + markup.match(text.slice(start, end));
    at = end;
  }
  return written + markup.text(text.slice(at));
}
