import { type DayPlace, type LastPlace, withDay, writeLastPlace } from '../../lib/lists/last-place';
import type { AnnouncementDate } from '../../lib/paper';

/** Where the reader is, written down with every step: a popup closes without a word. */
export interface PlaceMemory {
  place(): LastPlace;
  keep(changes: Partial<LastPlace>): void;
  keepDay(day: AnnouncementDate, changes: DayPlace): void;
}

export function createPlaceMemory(first: LastPlace): PlaceMemory {
  let place = first;
  const write = (next: LastPlace): void => {
    place = next;
    writeLastPlace(place);
  };
  return {
    place: () => place,
    keep: (changes) => write({ ...place, ...changes }),
    keepDay: (day, changes) => write(withDay(place, day, changes)),
  };
}
