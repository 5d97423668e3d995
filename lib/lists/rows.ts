import type { ArxivId } from '../paper';
import type { DayEntry } from '../store/views/day-digest';

/** The line above the papers of one subject or topic. */
interface GroupRow {
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
  /** Absent in a list that reads the entries of its rows when they come into view. */
  entry?: DayEntry | undefined;
  /** A few words at the right. */
  aside?: string | undefined;
}

export type ListRow = GroupRow | PaperRow;

/** Where a list stands: its first row in view, and how far that has gone past the edge. */
export interface ListPlace {
  key: string;
  past: number;
}

/** How much of its abstract a card shows: seven lines, or all. */
export type Unfolded = 'short' | 'whole';
