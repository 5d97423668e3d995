import { DayBars } from '../../components/day-bars';
import type { LibraryStock, LibraryView } from '../../lib/library-view';
import type { DayRange } from '../../lib/paper';
import { useDays } from './use-days';

export interface DaysRoomProps {
  stock: LibraryStock;
  view: LibraryView;
  range: DayRange | undefined;
  onRange: (range: DayRange | undefined) => void;
}

/** The days of the library as bars, counted. */
export function DaysRoom({ stock, view, range, onRange }: DaysRoomProps) {
  return <DayBars {...useDays(stock, view)} range={range} onRange={onRange} />;
}
