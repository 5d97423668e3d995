import { t } from '../lib/i18n/translate';
import { printDay } from '../lib/print-day';
import type { Mark } from '../lib/store/marks';
import { element } from './element';

/** What stands beside a paper of a list: the last day on which it was in a digest, and the reader's state. */
export function itemMark(mark: Mark): HTMLElement | undefined {
  const [latest, ...rest] = mark.listings;
  if (!latest) return undefined;
  const days = new Set(rest.map(({ date }) => date));
  days.delete(latest.date);
  const subject = latest.subject ?? latest.title;
  const state = stateOf(mark);
  return element(
    'span',
    { class: 'mark', title: 'Digest Lens', 'data-state': state || 'unread' },
    element('span', { class: 'lens' }),
    element('strong', {}, `${t('page_inDigest')} `),
    element('time', { datetime: latest.date }, `${printDay(latest.date)} `),
    subject !== undefined && element('span', {}, `${subject} `),
    days.size > 0 && element('span', {}, days.size === 1 ? 'and 1 more day ' : `and ${days.size} more days `),
    state !== '' && element('span', { class: 'state' }, state),
  );
}

function stateOf({ read, starred, hidden }: Mark): string {
  const states = [starred && 'starred', hidden && 'hidden', read && 'read'];
  return states.filter(Boolean).join(', ');
}
