import type { RelatedAnswer } from '../../lib/browser/messages';
import { printDay } from '../../lib/days/print';
import { listed, t } from '../../lib/i18n/translate';
import type { ArxivId, ReadingChange } from '../../lib/paper';
import { plainTex } from '../../lib/text/latex/one-line';
import { subjectLine } from './digest-mark';
import { element } from './element';
import { stateSigns } from './state-buttons';

/** As many as stand in the column beside an abstract without making it much longer than the paper. */
const SHOWN_AT_FIRST = 5;

interface RelatedPapersProps {
  papers: readonly RelatedAnswer[];
  onChange: (change: ReadingChange, of: ArxivId) => void;
}

/** The papers, each with its day and the reason; those after the first few are folded away. */
export function relatedPapersView({ papers, onChange }: RelatedPapersProps): HTMLElement[] {
  const list = (name: string, some: readonly RelatedAnswer[]) =>
    element('ul', { 'aria-label': name }, ...some.map((paper) => relatedPaper(paper, onChange)));
  const rest = papers.slice(SHOWN_AT_FIRST);
  if (papers.length === 0) return [];
  const first = list(t('page_relatedPapers'), papers.slice(0, SHOWN_AT_FIRST));
  if (rest.length === 0) return [first];
  const more = element('summary', {}, t('page_more', rest.length));
  return [first, element('details', {}, more, list(t('page_moreRelated'), rest))];
}

function relatedPaper(paper: RelatedAnswer, onChange: RelatedPapersProps['onChange']): HTMLElement {
  const { id, listing, state } = paper;
  const subject = subjectLine(listing);
  const title = plainTex(paper.title) || `arXiv:${id}`;
  return element(
    'li',
    { 'data-state': state.starred ? 'starred' : state.read ? 'read' : 'unread' },
    element('a', { href: `https://arxiv.org/abs/${id}` }, title),
    element(
      'p',
      { class: 'small when' },
      element(
        'span',
        {},
        element('time', { datetime: listing.date }, printDay(listing.date)),
        subject && ` · ${subject}`,
      ),
      ...stateSigns({ id, title, state }, ['starred', 'read'], onChange),
    ),
    element('p', { class: 'small' }, reasonOf(paper)),
  );
}

function reasonOf({ terms, authors }: RelatedAnswer): string {
  const parts = [];
  if (terms.length > 0) parts.push(t('page_shares', listed(terms)));
  if (authors.length === 1) parts.push(t('page_alsoBy', authors[0] ?? ''));
  if (authors.length > 1) parts.push(t('page_commonAuthors', authors.length));
  return parts.join(' · ');
}
