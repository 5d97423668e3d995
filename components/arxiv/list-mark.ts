import { printDay } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { Mark } from '../../lib/store/views/marks';
import { element } from './element';

/** What stands beside a paper of a list: the last day on which it was in a digest, and the reader's state. */
export function listMark(mark: Mark, inGutter = false): HTMLElement | undefined {
  const [latest, ...rest] = mark.listings;
  if (!latest) return undefined;
  const days = new Set(rest.map(({ date }) => date));
  days.delete(latest.date);
  const subject = latest.subject ?? latest.title;
  const states = statesOf(mark);
  return element(
    'span',
    {
      class: inGutter ? 'mark gutter' : 'mark',
      title: t('page_ourName'),
      'data-state': states.join(' ') || 'unread',
    },
    element('strong', {}, `${t('page_inDigest')} `),
    element('time', { datetime: latest.date }, printDay(latest.date)),
    subject !== undefined && element('span', {}, ` · ${subject}`),
    days.size > 0 && element('span', {}, ` · ${tn('page_moreDays', days.size)}`),
    states.length > 0 &&
      element('span', { class: 'state' }, ` · ${states.map((state) => t(NAMES[state])).join(', ')}`),
  );
}

const NAMES = { starred: 'page_starred', hidden: 'page_hidden', read: 'page_isRead' } as const;

const statesOf = (mark: Mark) => (['starred', 'hidden', 'read'] as const).filter((state) => mark[state]);
