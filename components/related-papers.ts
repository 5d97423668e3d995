import { listed, t } from '../lib/i18n/translate';
import type { RelatedItem } from '../lib/messages';
import { printDay } from '../lib/print-day';
import { plainTex } from '../lib/text/plain-tex';
import { subjectOf } from './digest-mark';
import { element } from './element';

/** As many as stand in the column beside an abstract without making it much longer than the paper. */
const SHOWN_AT_FIRST = 5;

/** The papers with their day and the reason; what is beyond the first few unfolds by itself. */
export function relatedPapers(papers: readonly RelatedItem[]): HTMLElement[] {
  const rest = papers.slice(SHOWN_AT_FIRST);
  if (papers.length === 0) return [];
  const first = list(t('page_relatedPapers'), papers.slice(0, SHOWN_AT_FIRST));
  if (rest.length === 0) return [first];
  const more = element('summary', {}, t('page_more', rest.length));
  return [first, element('details', {}, more, list(t('page_moreRelated'), rest))];
}

function list(name: string, papers: readonly RelatedItem[]): HTMLElement {
  return element('ul', { 'aria-label': name }, ...papers.map(relatedPaper));
}

function relatedPaper(paper: RelatedItem): HTMLElement {
  const { id, title, listing } = paper;
  const subject = subjectOf(listing);
  return element(
    'li',
    {},
    element('a', { href: `https://arxiv.org/abs/${id}` }, plainTex(title) || `arXiv:${id}`),
    element(
      'p',
      { class: 'small' },
      element('time', { datetime: listing.date }, printDay(listing.date)),
      subject && ` · ${subject}`,
    ),
    element('p', { class: 'small' }, reasonOf(paper)),
  );
}

function reasonOf({ terms, authors }: RelatedItem): string {
  const parts = [];
  if (terms.length > 0) parts.push(t('page_shares', listed(terms)));
  if (authors.length === 1) parts.push(t('page_alsoBy', authors[0] ?? ''));
  if (authors.length > 1) parts.push(t('page_commonAuthors', authors.length));
  return parts.join(' · ');
}
