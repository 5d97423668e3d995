import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DayBars } from '../../components/library/day-bars';
import type { LibraryStock, LibraryView } from '../../lib/lists/library-view';
import type { DayRange } from '../../lib/paper';
import { useDays } from './use-days';

interface DaysRoomProps {
  stock: LibraryStock;
  view: LibraryView;
  range: DayRange | undefined;
  onRange: (range: DayRange | undefined) => void;
}

/** The days of the library as bars, counted once the list is painted that they belong to. */
export function DaysRoom({ stock, view, range, onRange }: DaysRoomProps) {
  const [painted, setPainted] = useState(view);
  useEffect(() => setPainted(view), [view]);
  const { days, countIn } = useDays(stock, painted);
  const latest = useRef(onRange);
  latest.current = onRange;
  return useMemo(
    () => <DayBars days={days} countIn={countIn} range={range} onRange={(to) => latest.current(to)} />,
    [days, countIn, range?.from, range?.to],
  );
}
