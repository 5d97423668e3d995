import { listed } from '../i18n/translate';
import { printDay } from '../days/print';
import { matchRanges } from './search/match-ranges';
import type { FoundPaper } from '../store/changes/put-digests';
import { plainTex } from '../text/latex/one-line';

/** What the address bar offers below what was typed: `content` takes its place when it is chosen. */
export interface Suggestion {
  content: string;
  description: string;
}

/** As many as Chrome shows. */
export const MOST_SUGGESTIONS = 8;

/** How a browser wants a description: Chrome as XML, in which a match can be told, Firefox as it is. */
export interface Markup {
  text(text: string): string;
  match(text: string): string;
  aside(text: string): string;
}

const plain = (text: string): string => text;
export const PLAIN_TEXT: Markup = { text: plain, match: plain, aside: plain };

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What XML cannot hold is left out: Chrome throws a description away as a whole if it is not well formed. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

export const XML: Markup = {
  text: escaped,
  match: (text) => `<match>${escaped(text)}</match>`,
  aside: (text) => `<dim>${escaped(text)}</dim>`,
};

/** The papers that a search found by these terms, each as its title, its first author and its day. */
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
      content: `https://arxiv.org/abs/${paper.id}`,
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
