import { useEffect, useMemo, useState } from 'preact/hooks';
import { DayBars } from '../../components/library/day-bars';
import { useLatest } from '../../components/page/use-latest';
import type { LibraryStock, LibraryView } from '../../lib/lists/library-view';
import type { DayRange } from '../../lib/paper';
import { useDays } from './use-days';

interface DaysRoomProps {
  stock: LibraryStock;
  view: LibraryView;
  range: DayRange | undefined;
  onRange: (range: DayRange | undefined) => void;
}

/** The days of the library as bars. They are counted when the list that they belong to has been painted. */
export function DaysRoom({ stock, view, range, onRange }: DaysRoomProps) {
  const [painted, setPainted] = useState(view);
  useEffect(() => setPainted(view), [view]);
  const { days, countIn } = useDays(stock, painted);
  const latest = useLatest(onRange);
  return useMemo(
    () => <DayBars days={days} countIn={countIn} range={range} onRange={(to) => latest.current(to)} />,
    [days, countIn, range?.from, range?.to],
  );
}
