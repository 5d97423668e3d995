import { dayOf, mondayOf, monthAfter, numberOf } from '../days/calendar';
import type { AnnouncementDate, DayRange } from '../paper';

export interface Counts {
  papers: number;
  unread: number;
  /** Papers that the search found; undefined where nothing is searched. */
  matches?: number;
}

/** A day that has a digest. */
export interface BarCount extends Counts {
  date: AnnouncementDate;
}

/** The digests of a day, or added up those of a week or month where days would be too narrow. */
export interface Bar extends Counts, DayRange {
  x: number;
  width: number;
}

type BarUnit = 'day' | 'week' | 'month';

export interface BarsLayout {
  unit: BarUnit;
  bars: Bar[];
  /** The bars' largest count of papers. */
  most: number;
  /** Where months begin, as many as have room for their name. */
  months: { date: AnnouncementDate; x: number }[];
  /** Pixels from one day to the next. */
  pitch: number;
  first: AnnouncementDate;
  last: AnnouncementDate;
}

/** Narrower bars would run into each other. */
const NARROWEST_BAR = 2;
/** With only a few days the bars do not fill the whole width. */
const WIDEST_DAY = 18;
const GAP_SHARE = 0.3;
const MONTH_ROOM = 46;

/** Days without a digest keep their room, so that gaps are seen. `days` ascend, and there is at least one. */
export function layOutBars(days: readonly BarCount[], width: number): BarsLayout {
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const start = numberOf(first);
  const pitch = Math.min(WIDEST_DAY, width / (numberOf(last) - start + 1));
  const unit = pitch >= NARROWEST_BAR ? 'day' : 7 * pitch >= NARROWEST_BAR ? 'week' : 'month';
  const bars: Bar[] = [];
  let open: number | undefined;
  for (const { date, papers, unread, matches } of days) {
    const [begin, end] = spanOf(date, unit);
    if (begin !== open) {
      open = begin;
      const left = Math.max(begin, start);
      const room = (Math.min(end, numberOf(last)) - left + 1) * pitch;
      bars.push({
        x: (left - start) * pitch,
        width: room - gapOf(room),
        from: date,
        to: date,
        papers: 0,
        unread: 0,
      });
    }
    const bar = bars[bars.length - 1] as Bar;
    bar.to = date;
    bar.papers += papers;
    bar.unread += unread;
    if (matches !== undefined) bar.matches = (bar.matches ?? 0) + matches;
  }
  const most = Math.max(1, ...bars.map(({ papers }) => papers));
  return { unit, bars, most, months: monthsOf(first, last, pitch), pitch, first, last };
}

function gapOf(room: number): number {
  return Math.min(2, room * GAP_SHARE);
}

function spanOf(date: AnnouncementDate, unit: BarUnit): [begin: number, end: number] {
  const day = numberOf(date);
  if (unit === 'day') return [day, day];
  if (unit === 'week') return [mondayOf(day), mondayOf(day) + 6];
  const first = firstOfMonth(date);
  return [numberOf(first), numberOf(monthAfter(first, 1)) - 1];
}

const firstOfMonth = (date: AnnouncementDate): AnnouncementDate => `${date.slice(0, 'YYYY-MM'.length)}-01`;

/** Every month, or every second, third, sixth or twelfth: always the same ones of a year. */
function monthsOf(first: AnnouncementDate, last: AnnouncementDate, pitch: number): BarsLayout['months'] {
  const step = [1, 2, 3, 6, 12].find((months) => months * 30 * pitch >= MONTH_ROOM) ?? 12;
  const months: BarsLayout['months'] = [];
  for (let date = firstOfMonth(first); date <= last; date = monthAfter(date, 1)) {
    if ((Number(date.slice(5, 7)) - 1) % step !== 0) continue;
    if (date < first && months.length === 0 && monthAfter(date, step) <= last) {
      // The first month may have begun before the first day: its name stands there if the next one leaves it room.
      const room = (numberOf(monthAfter(date, step)) - numberOf(first)) * pitch;
      if (room < MONTH_ROOM) continue;
    }
    months.push({ date, x: Math.max(0, numberOf(date) - numberOf(first)) * pitch });
  }
  return months;
}

/** The day at a place, whether or not it has a digest. */
export function dayAt({ first, last, pitch }: BarsLayout, x: number): AnnouncementDate {
  const day = numberOf(first) + Math.floor(x / pitch);
  return dayOf(Math.max(numberOf(first), Math.min(numberOf(last), day)));
}

/** The bar that stands for a day, if one does. */
export function barOf({ bars }: BarsLayout, date: AnnouncementDate): Bar | undefined {
  return bars.find(({ from, to }) => from <= date && date <= to);
}

/** The range with all days of the bars that it begins and ends in: a bar may stand for more than one. */
export function wholeBars(layout: BarsLayout, { from, to }: DayRange): DayRange {
  return { from: barOf(layout, from)?.from ?? from, to: barOf(layout, to)?.to ?? to };
}

/** Where a range begins and ends, from the first day's beginning to the last day's end. */
export function edgesOf(
  { first, last, pitch }: BarsLayout,
  { from, to }: DayRange,
): [left: number, right: number] {
  const at = (date: AnnouncementDate) =>
    (Math.max(numberOf(first), Math.min(numberOf(last) + 1, numberOf(date))) - numberOf(first)) * pitch;
  return [at(from), at(dayOf(numberOf(to) + 1))];
}

/** The range between two days, whichever is the earlier one. */
export function rangeOf(one: AnnouncementDate, other: AnnouncementDate): DayRange {
  return one < other ? { from: one, to: other } : { from: other, to: one };
}

/** How many days of a range have a digest. */
export function daysIn(days: readonly BarCount[], { from, to }: DayRange): number {
  return days.filter(({ date }) => from <= date && date <= to).length;
}

/** The day with a digest that a key leads to from another; undefined for any other key. */
export function dayAfterKey(
  days: readonly AnnouncementDate[],
  from: AnnouncementDate,
  key: string,
): AnnouncementDate | undefined {
  const before = (date: AnnouncementDate) => days.findLast((day) => day <= date) ?? days[0];
  const after = (date: AnnouncementDate) => days.find((day) => day >= date) ?? days.at(-1);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return days.findLast((day) => day < from) ?? days[0];
    case 'ArrowRight':
    case 'ArrowUp':
      return days.find((day) => day > from) ?? days.at(-1);
    case 'PageUp':
      return before(monthAfter(from, -1));
    case 'PageDown':
      return after(monthAfter(from, 1));
    case 'Home':
      return days[0];
    case 'End':
      return days.at(-1);
    default:
      return undefined;
  }
}
