import type { Unfolded } from '../../components/paper/paper-card';
import type { ListPlace } from '../../components/paper/paper-list';
import type { Grouping, Show, Sorting } from '../../lib/lists/day-list';
import type { AnnouncementDate, ArxivId } from '../../lib/paper';

/** How the reader left one day. */
export interface DayPlace {
  focus?: ArxivId;
  scroll?: ListPlace;
  unfolded?: [ArxivId, Unfolded][];
  /** Groups that the reader has folded or unfolded. */
  folds?: Record<string, boolean>;
  show?: Show;
  text?: string;
}

/** Where the reader was when the popup closed. */
export interface LastPlace {
  /** The calendar day on which this was: on the next, the popup opens on the current digest again. */
  today: AnnouncementDate;
  day?: AnnouncementDate;
  /** The latest digest that there was on this calendar day, and on the one before that the popup was opened on. */
  latest?: AnnouncementDate | undefined;
  since?: AnnouncementDate | undefined;
  sort?: Sorting;
  group?: Grouping;
  /** The days looked at last, the most recent at the end. */
  days: [AnnouncementDate, DayPlace][];
}

const KEY = 'popup-place';
const MOST_DAYS = 40;

/** Kept in the page's own storage, which answers at once: the first frame is already the right one. */
export function readLastPlace(today: AnnouncementDate): LastPlace {
  try {
    const { day, ...stored }: Partial<LastPlace> = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const place: LastPlace = { ...stored, today, days: stored.days ?? [] };
    if (stored.today === today) return day === undefined ? place : { ...place, day };
    return { ...place, since: stored.latest };
  } catch {
    return { today, days: [] };
  }
}

export function writeLastPlace(place: LastPlace): void {
  localStorage.setItem(KEY, JSON.stringify(place));
}

/** How this day was left, which becomes the most recent. */
export function placeOn(place: LastPlace, day: AnnouncementDate): DayPlace {
  const own: DayPlace = place.days.find(([other]) => other === day)?.[1] ?? {};
  place.days = [
    ...place.days.filter(([other]) => other !== day),
    [day, own] as [AnnouncementDate, DayPlace],
  ].slice(-MOST_DAYS);
  return own;
}
