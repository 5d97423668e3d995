import { printDay } from '../lib/print-day';
import type { Listing } from '../lib/store/papers';
import { LensIcon } from './lens-icon';

/** A line has room for three days; of more, two are shown and the others counted. */
const DAYS_IN_LINE = 3;

/** The line under a paper's title: the days on which it was in a digest, with the subjects of each. */
export function DigestMark({ listings }: { listings: readonly Listing[] }) {
  const days = [...subjectsByDay(listings)];
  const shown = days.length > DAYS_IN_LINE ? days.slice(0, DAYS_IN_LINE - 1) : days;
  const rest = days.slice(shown.length);
  return (
    <p class="mark">
      <LensIcon />
      <strong>In digest</strong>
      {shown.map(([date, subjects]) => (
        <span class="listing" key={date}>
          {' '}
          <time dateTime={date}>{printDay(date)}</time> <span class="subject">{subjects.join(', ')}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span class="listing" title={rest.map(([date]) => printDay(date)).join('\n')}>
          {rest.length} more days
        </span>
      )}
      <span class="ours">Digest Lens</span>
    </p>
  );
}

function subjectsByDay(listings: readonly Listing[]): Map<string, string[]> {
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
export function subjectOf({ subject, title }: Listing): string {
  return subject ?? title ?? '';
}
