import { daysBetween } from '../../lib/days/calendar';
import { printWeekday } from '../../lib/days/print';
import { listed, t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate, ReadingChange } from '../../lib/paper';

/** So many missing days are named one by one; more are only counted. */
const MOST_NAMED = 3;

/** The days between two digests, in words. */
export function gapBetween(
  earlier: AnnouncementDate | undefined,
  later: AnnouncementDate | undefined,
): string | undefined {
  if (earlier === undefined || later === undefined) return undefined;
  const missing = daysBetween(earlier, later);
  if (missing.length === 0) return undefined;
  if (missing.length > MOST_NAMED) return tn('popup_gapDays', missing.length);
  return t('popup_gap', listed(missing.map(printWeekday)));
}

/** What was done, in words; `what` says with how many papers. */
export function doneText({ read, starred, hidden }: ReadingChange, what: string): string {
  if (read !== undefined) return t(read ? 'popup_doneRead' : 'popup_doneUnread', what);
  if (starred !== undefined) return t(starred ? 'popup_doneStar' : 'popup_doneUnstar', what);
  return t(hidden ? 'popup_doneHide' : 'popup_doneUnhide', what);
}
