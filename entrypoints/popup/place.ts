import type { AnnouncementDate, ArxivId } from '../../lib/paper';

/** Where the reader was when the popup closed. */
export interface Place {
  /** The calendar day on which this was: on the next, the popup opens on the current report again. */
  today: AnnouncementDate;
  day?: AnnouncementDate;
  focus?: ArxivId;
  scroll?: { key: string; past: number };
  expanded?: ArxivId[];
}

const KEY = 'popup-place';

/** Kept in the page's own storage, which answers at once: the first frame is already the right one. */
export function readPlace(today: AnnouncementDate): Place {
  try {
    const place: Partial<Place> = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return place.today === today ? { ...place, today } : { today };
  } catch {
    return { today };
  }
}

export function writePlace(place: Place): void {
  localStorage.setItem(KEY, JSON.stringify(place));
}
