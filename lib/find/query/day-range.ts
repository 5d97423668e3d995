import type { AnnouncementDate, DayRange } from '../../paper';
import { withoutFilters } from './chips';
import { type SearchQuery, writeFilter } from './query';

const FIRST: AnnouncementDate = '1991-01-01';
const LAST: AnnouncementDate = '2099-12-31';

/** The days that a query asks for by `day:`, `from:` and `to:`; undefined if it asks for none. */
export function dayRangeOf({ filters: all }: SearchQuery): DayRange | undefined {
  const filters = all.filter(
    ({ name, value }) => (name === 'day' || name === 'from' || name === 'to') && isWhole(value),
  );
  if (filters.length === 0) return undefined;
  const days = filters.filter(({ name }) => name === 'day').map(({ value }) => value);
  const starts = filters.filter(({ name }) => name === 'from').map(({ value }) => firstDay(value));
  const ends = filters.filter(({ name }) => name === 'to').map(({ value }) => lastDay(value));
  if (days.length > 0) {
    starts.push(days.map(firstDay).toSorted()[0] ?? FIRST);
    ends.push(days.map(lastDay).toSorted().at(-1) ?? LAST);
  }
  return { from: starts.toSorted().at(-1) ?? FIRST, to: ends.toSorted()[0] ?? LAST };
}

/** The query changed to ask for these days. */
export function withDayRange(query: SearchQuery, range: DayRange | undefined): string {
  const rest = withoutDays(query);
  if (!range) return rest;
  const { from, to } = range;
  const asked = from === to ? [writeFilter('day', from)] : [writeFilter('from', from), writeFilter('to', to)];
  return [rest, ...asked].filter(Boolean).join(' ');
}

export function withoutDays(query: SearchQuery): string {
  return withoutFilters(query, ['day', 'from', 'to']);
}

/** Whether a value is a whole year, month or day, and not one that is still being typed. */
function isWhole(value: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) && !Number.isNaN(Date.parse(firstDay(value)));
}

/** The first of the days that begin with this year, month or day. */
function firstDay(beginning: string): AnnouncementDate {
  return beginning + FIRST.slice(beginning.length);
}

function lastDay(beginning: string): AnnouncementDate {
  const [year = '', month = '12', day] = beginning.split('-');
  if (day !== undefined) return beginning;
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}
