import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ListControls } from '../../components/paper/use-list-focus';
import type { DayCounts } from '../../lib/lists/day-list';
import type { Triage } from '../../lib/lists/triage';
import type { AnnouncementDate } from '../../lib/paper';
import type { StoredImport } from '../../lib/store/records';
import type { DayCount } from '../../lib/store/views/day-digest';
import type { Acts } from './acts';
import type { PlaceMemory } from './place-memory';
import type { CatchUpState } from './use-catch-up';
import type { Day } from './use-day';
import type { LateStore } from './use-late-store';
import type { Said } from './use-said';

/** What covers the list. */
export type Sheet = 'calendar' | 'help';

/** The parts of the popup that keys lead to; what is not on the page is null. */
export interface PopupParts {
  list: { current: ListControls | null };
  field: RefObject<HTMLInputElement>;
  /** The button with the day, which opens the calendar. */
  heading: RefObject<HTMLButtonElement>;
}

export function useParts(): PopupParts {
  return {
    list: useRef<ListControls>(null),
    field: useRef<HTMLInputElement>(null),
    heading: useRef<HTMLButtonElement>(null),
  };
}

/** All that the parts of the popup share: what there is, what is shown of it, and what the reader can do. */
export interface PopupSession {
  store: Promise<LateStore>;
  today: AnnouncementDate;
  memory: PlaceMemory;
  days: readonly AnnouncementDate[];
  day: Day;
  counts: DayCounts;
  previous: AnnouncementDate | undefined;
  previousCount: DayCount | undefined;
  next: AnnouncementDate | undefined;
  atWork: StoredImport | undefined;
  triage: Triage;
  acts: Acts;
  catchUp: CatchUpState;
  pick: (day: AnnouncementDate) => void;
  said: Said | undefined;
  sheet: Sheet | undefined;
  setSheet: (sheet: Sheet | undefined) => void;
  parts: PopupParts;
}
