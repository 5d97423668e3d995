import type { ArxivId } from '../paper';
import type { DayEntry } from '../store/views/day-digest';

/** The line above the papers of one subject or topic. */
export interface GroupRow {
  kind: 'group';
  key: string;
  name: string;
  count: number;
  unread: number;
  isFolded: boolean;
}

export interface PaperRow {
  kind: 'paper';
  id: ArxivId;
  /** Absent where the list asks for it: see `entryOf` of `PaperList`. */
  entry?: DayEntry | undefined;
  /** A few words at the right. */
  aside?: string | undefined;
}

export type ListRow = GroupRow | PaperRow;
