import { printDay } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import { type BarCount, barOf, type BarsLayout, type Counts, daysIn } from '../../lib/lists/day-bars';
import type { AnnouncementDate, DayRange } from '../../lib/paper';

/** What is told of days. */
interface DayFacts {
  layout: BarsLayout;
  days: readonly BarCount[];
  countIn: (range: DayRange | undefined) => Counts;
}

/** `Wed 9 Apr 2025 · 185 papers, 2 match, 120 unread`, or that there is no digest. */
export function dayInWords(date: AnnouncementDate, facts: DayFacts): string {
  const bar = barOf(facts.layout, date);
  if (bar && bar.from !== bar.to) return rangeInWords(bar, facts);
  const day = facts.days.find((each) => each.date === date);
  return day ? `${printDay(date)} · ${countsInWords(day)}` : t('days_none', printDay(date));
}

export function rangeInWords(range: DayRange | undefined, facts: DayFacts): string {
  const { from, to } = within(facts.layout, range);
  if (from === to) return dayInWords(from, facts);
  const between = t('days_between', printDay(from), printDay(to));
  const listed = tn('days_listed', daysIn(facts.days, { from, to }));
  return [between, listed, countsInWords(facts.countIn(range))].join(' · ');
}

/** What is chosen may begin before the first day and end after the last. */
function within({ first, last }: BarsLayout, range: DayRange | undefined): DayRange {
  if (!range) return { from: first, to: last };
  return { from: range.from < first ? first : range.from, to: range.to > last ? last : range.to };
}

function countsInWords({ papers, unread, matches }: Counts): string {
  const counts = [
    tn('papers', papers),
    ...(matches === undefined ? [] : [tn('days_matches', matches)]),
    tn('days_unread', unread),
  ];
  return counts.join(t('picture_comma'));
}
