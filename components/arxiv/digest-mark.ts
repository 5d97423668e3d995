import { printDay } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate, ReadingChange } from '../../lib/paper';
import type { Mark, MarkedListing } from '../../lib/store/views/marks';
import { element } from './element';
import { pressable, stateButtons } from './state-buttons';

/** Of more days than this only the first two are shown; screen readers tell the others too. */
const DAYS_SHOWN = 3;

interface DigestMarkProps {
  mark: Mark;
  /** Leads to all that is known of the paper. */
  onOpen: () => void;
  onDay: (day: AnnouncementDate) => void;
  onChange: (change: ReadingChange) => void;
}

/** The line beside a paper's dates: the days on which it was in a digest, with the subjects of each. */
export function digestMark({ mark, onOpen, onDay, onChange }: DigestMarkProps): HTMLElement {
  const days = [...subjectsByDay(mark.listings)];
  const shown = days.length > DAYS_SHOWN ? days.slice(0, DAYS_SHOWN - 1) : days;
  const others = days.slice(shown.length);
  return element(
    'div',
    { class: 'mark', role: 'group', 'aria-label': t('page_ourName') },
    pressable('open', onOpen, { class: 'lens' }, element('strong', {}, t('page_inDigest'))),
    ...shown.map(([date, subjects]) =>
      element(
        'span',
        {},
        dayButton(date, onDay),
        element('span', { class: 'quiet' }, ` ${subjects.join(', ')}`),
      ),
    ),
    others.length > 0 &&
      pressable(
        'others',
        onOpen,
        { class: 'link' },
        t('page_more', others.length),
        element('span', { class: 'unseen' }, ` ${others.map(inWords).join(', ')}`),
      ),
    ...stateButtons(mark, ['starred', 'read'], onChange),
    element('span', { class: 'name' }, t('page_ourName')),
  );
}

/** A day, which leads to all of its papers in the library. */
export function dayButton(date: AnnouncementDate, onDay: (day: AnnouncementDate) => void): HTMLElement {
  return pressable(
    `day-${date}`,
    () => onDay(date),
    { class: 'link' },
    element('time', { datetime: date }, printDay(date)),
  );
}

const inWords = ([date, subjects]: [AnnouncementDate, string[]]) =>
  `${printDay(date)} ${subjects.join(', ')}`;

function subjectsByDay(listings: readonly MarkedListing[]): Map<AnnouncementDate, string[]> {
  const days = new Map<AnnouncementDate, string[]>();
  for (const listing of listings) {
    const subjects = days.get(listing.date) ?? [];
    const subject = subjectLine(listing);
    if (subject && !subjects.includes(subject)) subjects.push(subject);
    days.set(listing.date, subjects);
  }
  return days;
}

/** What a digest is called in one line: its subject, and where it has none, its title. */
export function subjectLine({ subject, title }: { subject?: string; title?: string }): string {
  return subject ?? title ?? '';
}
