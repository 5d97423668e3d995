import type { Shelf } from '../find/shelf';
import type { DayRange } from '../paper';
import type { BarCount, Counts } from './day-bars';

/** What is counted of a paper, by its number on the shelf. */
export interface Counted {
  /** Hidden papers are not counted at all. */
  isShown: (paper: number) => boolean;
  isUnread: (paper: number) => boolean;
  /** Undefined where nothing is searched. */
  isMatch?: ((paper: number) => boolean) | undefined;
}

/** The days that have a digest, ascending, each paper of a day counted once. */
export function dayCounts({ ids, digests }: Shelf, counted: Counted): BarCount[] {
  const days: BarCount[] = [];
  const lastDay = new Int32Array(ids.length).fill(-1);
  // The latest digest comes first.
  for (const { date, papers } of digests.toReversed()) {
    if (days.at(-1)?.date !== date) days.push(nothing(date, counted));
    const day = days[days.length - 1] as BarCount;
    for (const paper of papers) {
      if (lastDay[paper] === days.length) continue;
      lastDay[paper] = days.length;
      count(day, paper, counted);
    }
  }
  return days;
}

/** The papers of a range of days, each counted once, however many of them list it. */
export function countIn(shelf: Shelf, range: DayRange | undefined, counted: Counted): Counts {
  const { date: _date, ...sum } = nothing('', counted);
  const seen = new Uint8Array(shelf.ids.length);
  for (const { date, papers } of shelf.digests) {
    if (range && (date < range.from || date > range.to)) continue;
    for (const paper of papers) {
      if (seen[paper]) continue;
      seen[paper] = 1;
      count(sum, paper, counted);
    }
  }
  return sum;
}

function nothing(date: string, { isMatch }: Counted): BarCount {
  return { date, papers: 0, unread: 0, ...(isMatch && { matches: 0 }) };
}

function count(sum: Counts, paper: number, { isShown, isUnread, isMatch }: Counted): void {
  if (!isShown(paper)) return;
  sum.papers += 1;
  if (isUnread(paper)) sum.unread += 1;
  if (isMatch?.(paper)) sum.matches = (sum.matches ?? 0) + 1;
}
