import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayRangeOf, withoutDays } from '../../lib/find/query/day-range';
import { parseSearch } from '../../lib/find/query/query';
import type { ReadingStates, Shelf } from '../../lib/find/shelf';
import type { BarCount, Counts } from '../../lib/lists/day-bars';
import { type Counted, countIn, dayCounts } from '../../lib/lists/day-counts';
import { drawView, type LibraryStock, type LibraryView } from '../../lib/lists/library-view';
import type { DayRange } from '../../lib/paper';

interface Days {
  days: readonly BarCount[];
  countIn: (range: DayRange | undefined) => Counts;
}

/** The days with their counts. Matches are counted on all days, also where the query asks for some of them only. */
export function useDays(stock: LibraryStock, view: LibraryView): Days {
  const { shelf, states } = stock;
  const matches = useMatches(stock, view);
  const counted = useMemo(() => countedOn(shelf, states, matches), [shelf, states, matches]);
  return useMemo(
    () => ({ days: dayCounts(shelf, counted), countIn: remembering(shelf, counted) }),
    [counted],
  );
}

/** The label asks for the same few ranges again and again. */
function remembering(shelf: Shelf, counted: Counted): Days['countIn'] {
  const known = new Map<string, Counts>();
  return (range) => {
    const key = range ? `${range.from} ${range.to}` : '';
    const counts = known.get(key) ?? countIn(shelf, range, counted);
    known.set(key, counts);
    return counts;
  };
}

/** By their numbers, the papers that the query finds on any day; undefined where it asks for nothing but days. */
function useMatches(stock: LibraryStock, view: LibraryView): Uint32Array | undefined {
  const rest = withoutDays(view.asked).trim();
  const hasDays = dayRangeOf(view.asked) !== undefined;
  const [onAllDays, setOnAllDays] = useState<{ query: string; papers: Uint32Array }>();
  useEffect(() => {
    if (rest === '' || !hasDays) return;
    let isWanted = true;
    void drawView(stock, parseSearch(rest), undefined).then(
      ({ papers }) => isWanted && setOnAllDays({ query: rest, papers }),
    );
    return () => {
      isWanted = false;
    };
  }, [rest, hasDays, stock.shelf]);
  if (rest === '') return undefined;
  return hasDays && onAllDays?.query === rest ? onAllDays.papers : view.papers;
}

const SHOWN = 1;
const UNREAD = 2;
const MATCH = 4;

function countedOn(
  { ids, numbers }: Shelf,
  states: ReadingStates,
  matches: Uint32Array | undefined,
): Counted {
  const facts = new Uint8Array(ids.length).fill(SHOWN | UNREAD);
  for (const [id, { read, hidden }] of states) {
    const number = numbers.get(id);
    if (number !== undefined) facts[number] = hidden ? 0 : read ? SHOWN : SHOWN | UNREAD;
  }
  for (const number of matches ?? []) facts[number] = (facts[number] ?? 0) | MATCH;
  const has = (fact: number) => (paper: number) => ((facts[paper] ?? 0) & fact) !== 0;
  return { isShown: has(SHOWN), isUnread: has(UNREAD), isMatch: matches && has(MATCH) };
}
