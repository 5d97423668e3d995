import type { RelatedAnswer } from '../../lib/browser/messages';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate, ArxivId, ReadingChange } from '../../lib/paper';
import type { Mark, MarkedListing } from '../../lib/store/views/marks';
import { plainTex } from '../../lib/text/latex/one-line';
import { dayButton, subjectLine } from './digest-mark';
import { element } from './element';
import { relatedPapersView } from './related-papers';
import { pressable, stateButtons } from './state-buttons';

export interface PaperPanelProps {
  /** Where the page itself does not show it. On arXiv's pages it is absent, and our name stands in the panel instead. */
  title?: string;
  mark: Mark;
  related: readonly RelatedAnswer[];
  folded: boolean;
  onFold: (folded: boolean) => void;
  onDay: (day: AnnouncementDate) => void;
  /** Of the paper itself, or of a related one where that is named. */
  onChange: (change: ReadingChange, of?: ArxivId) => void;
  /** Absent where there is no page to silence, or no kind of page to switch off. */
  onSilence?: () => void;
  onSwitchOff?: () => void;
}

/** All that there is to say of one paper: its digests, what the reader made of it, and its related papers. */
export function paperPanel(props: PaperPanelProps): HTMLElement {
  const { title, mark, related, folded, onFold, onDay, onChange, onSilence, onSwitchOff } = props;
  const [name, count] =
    related.length > 0
      ? [t('page_relatedInDigests'), String(related.length)]
      : [t('page_listedInDigests'), String(mark.listings.length)];
  const fold = pressable(
    'fold',
    () => onFold(!folded),
    { 'aria-expanded': String(!folded), class: 'lens' },
    `${name} `,
    element('span', { class: 'quiet' }, count),
    element('span', { class: 'chevron' }),
  );
  const states = element(
    'p',
    { class: 'states' },
    ...stateButtons(mark, ['starred', 'read', 'hidden'], onChange),
    title === undefined && element('span', { class: 'small' }, t('page_ourName')),
  );
  // It is there when it is folded too, for scripts that look for the list.
  const body = element(
    'div',
    folded ? { hidden: '' } : {},
    ...mark.listings.map((listing) => digest(listing, onDay)),
    ...relatedPapersView({ papers: related, onChange }),
    (onSilence ?? onSwitchOff) !== undefined &&
      element(
        'p',
        { class: 'foot small' },
        onSilence && pressable('silence', onSilence, {}, t('page_silence')),
        onSwitchOff && pressable('off', onSwitchOff, {}, t('page_switchOff')),
      ),
  );
  return element(
    'section',
    { 'aria-label': t('page_ourName') },
    title !== undefined && element('p', { class: 'title' }, plainTex(title)),
    element('h2', {}, fold),
    states,
    body,
  );
}

function digest(listing: MarkedListing, onDay: PaperPanelProps['onDay']): HTMLElement {
  const { date, topics = [], score, tldr } = listing;
  const facts = [subjectLine(listing), ...topics, score === undefined ? '' : t('page_score', score)];
  return element(
    'div',
    { class: 'digest' },
    element(
      'p',
      {},
      dayButton(date, onDay),
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
