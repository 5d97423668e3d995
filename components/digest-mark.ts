import { t } from '../lib/i18n/translate';
import { printDay } from '../lib/print-day';
import type { Mark, MarkedListing } from '../lib/store/marks';
import { element } from './element';

/** The line beside a paper's dates: the days on which it was in a digest, with the subjects of each. */
export function digestMark({ listings }: Mark, onOpen: () => void): HTMLElement {
  const days = [...subjectsByDay(listings)].map(([date, subjects]) =>
    element(
      'span',
      {},
      element('time', { datetime: date }, `${printDay(date)} `),
      element('span', { class: 'quiet' }, `${subjects.join(', ')} `),
    ),
  );
  const line = element(
    'button',
    { type: 'button', class: 'mark', title: 'Digest Lens' },
    element('span', { class: 'lens' }),
    element('strong', {}, `${t('page_inDigest')} `),
    ...days,
    element('span', { class: 'quiet' }, 'Digest Lens'),
  );
  line.addEventListener('click', onOpen);
  return line;
}

function subjectsByDay(listings: readonly MarkedListing[]): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const listing of listings) {
    const subjects = days.get(listing.date) ?? [];
    const subject = subjectOf(listing);
    if (subject && !subjects.includes(subject)) subjects.push(subject);
    days.set(listing.date, subjects);
  }
  return days;
}

/** The subject names a digest best; a digest without one goes by its title. */
export function subjectOf({ subject, title }: { subject?: string; title?: string }): string {
  return subject ?? title ?? '';
}
