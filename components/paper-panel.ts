import { t } from '../lib/i18n/translate';
import type { RelatedItem } from '../lib/messages';
import type { ReadingChange } from '../lib/paper';
import { printDay } from '../lib/print-day';
import type { Mark, MarkedListing } from '../lib/store/marks';
import { plainTex } from '../lib/text/plain-tex';
import { subjectOf } from './digest-mark';
import { element } from './element';
import { relatedPapers } from './related-papers';

export interface PaperPanelProps {
  /** Where the page does not show it. */
  title?: string;
  mark: Mark;
  related: readonly RelatedItem[];
  folded: boolean;
  onFold: (folded: boolean) => void;
  onChange: (change: ReadingChange) => void;
  /** Absent where there is no page to silence. */
  onSilence?: () => void;
}

/** All that there is to say of one paper: its digests, what the reader made of it, and its related papers. */
export function paperPanel(props: PaperPanelProps): HTMLElement {
  const { title, mark, related, folded, onFold, onSilence } = props;
  const [name, count] =
    related.length > 0
      ? [t('page_relatedInDigests'), String(related.length)]
      : [t('page_listedInDigests'), String(mark.listings.length)];
  const fold = button(
    'fold',
    () => onFold(!folded),
    { 'aria-expanded': String(!folded) },
    element('span', { class: 'lens' }),
    `${name} `,
    element('span', { class: 'quiet' }, count),
    element('span', { class: 'chevron' }),
  );
  const states = element('p', { class: 'states' }, ...stateButtons(props));
  const body = folded
    ? []
    : [
        ...mark.listings.map(digest),
        ...relatedPapers(related),
        element(
          'p',
          { class: 'foot small' },
          onSilence && button('silence', onSilence, {}, t('page_silence')),
          element('span', {}, 'Digest Lens'),
        ),
      ];
  return element(
    'section',
    { 'aria-label': 'Digest Lens' },
    title !== undefined && element('p', { class: 'title' }, plainTex(title)),
    element('h2', {}, fold),
    states,
    ...body,
  );
}

function stateButtons({ mark, onChange }: PaperPanelProps): HTMLElement[] {
  const states: ['starred' | 'read' | 'hidden', string][] = [
    ['starred', t('page_star')],
    ['read', t('page_read')],
    ['hidden', t('page_hide')],
  ];
  return states.map(([state, name]) =>
    button(
      state,
      () => onChange({ [state]: !mark[state] }),
      { 'aria-pressed': String(mark[state] ?? false) },
      name,
    ),
  );
}

function digest(listing: MarkedListing): HTMLElement {
  const { date, topics = [], score, tldr } = listing;
  const facts = [subjectOf(listing), ...topics, score === undefined ? '' : t('page_score', score)];
  return element(
    'div',
    { class: 'digest' },
    element(
      'p',
      {},
      element('time', { datetime: date }, printDay(date)),
      element(
        'span',
        { class: 'quiet' },
        facts
          .filter(Boolean)
          .map((fact) => ` · ${fact}`)
          .join(''),
      ),
    ),
    tldr !== undefined && element('p', { class: 'quiet' }, t('page_inShort', plainTex(tldr))),
  );
}

/** The id finds it again when the panel is drawn anew, so that the focus stays where it was. */
function button(
  id: string,
  onClick: () => void,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = element('button', { type: 'button', id, ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}
