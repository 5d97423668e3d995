import type { AnnouncementDate, ArxivId } from '../paper';
import { type Grouping, GROUPINGS, type Show, SHOWS, type Sorting, SORTINGS } from './day-list';
import type { ListPlace, Unfolded } from './rows';

/** How the reader left one day. */
export interface DayPlace {
  focus?: ArxivId;
  scroll?: ListPlace;
  unfolded?: [ArxivId, Unfolded][];
  /** Groups that the reader has folded or unfolded. */
  folds?: Record<string, boolean>;
  show?: Show | undefined;
  text?: string;
}

/** Where the reader was when the popup closed. */
export interface LastPlace {
  /** The calendar day on which this was: on the next, the popup opens on the current digest again. */
  today: AnnouncementDate;
  day?: AnnouncementDate | undefined;
  /** The latest digest that there was on this calendar day, and on the one before that the popup was opened on. */
  latest?: AnnouncementDate | undefined;
  since?: AnnouncementDate | undefined;
  sort?: Sorting | undefined;
  group?: Grouping | undefined;
  /** The days looked at last, the most recent at the end. */
  days: readonly [AnnouncementDate, DayPlace][];
}

const KEY = 'popup-place';
const MOST_DAYS = 40;

/** Kept in the page's own storage, which answers at once: the first frame is already the right one. */
export function readLastPlace(today: AnnouncementDate): LastPlace {
  try {
    return placeFrom(JSON.parse(localStorage.getItem(KEY) ?? '{}'), today);
  } catch {
    return { today, days: [] };
  }
}

export function writeLastPlace(place: LastPlace): void {
  localStorage.setItem(KEY, JSON.stringify(place));
}

/** The place as it was stored, perhaps by another version: a choice that there is no more counts as not made. */
export function placeFrom(stored: Partial<LastPlace>, today: AnnouncementDate): LastPlace {
  const place: LastPlace = {
    ...stored,
    today,
    sort: oneOf(SORTINGS, stored.sort),
    group: oneOf(GROUPINGS, stored.group),
    days: (stored.days ?? []).map(([day, left]) => [day, { ...left, show: oneOf(SHOWS, left.show) }]),
  };
  return stored.today === today ? place : { ...place, day: undefined, since: stored.latest };
}

const oneOf = <Choice>(choices: readonly Choice[], value: unknown): Choice | undefined =>
  choices.find((choice) => choice === value);

/** How the reader left a day. */
export function leftOn(place: LastPlace, day: AnnouncementDate): DayPlace {
  return place.days.find(([other]) => other === day)?.[1] ?? {};
}

/** The place with what has changed on a day, which becomes the most recent. */
export function withDay(place: LastPlace, day: AnnouncementDate, changes: DayPlace): LastPlace {
  const others = place.days.filter(([other]) => other !== day);
  const days: [AnnouncementDate, DayPlace][] = [...others, [day, { ...leftOn(place, day), ...changes }]];
  return { ...place, days: days.slice(-MOST_DAYS) };
}
