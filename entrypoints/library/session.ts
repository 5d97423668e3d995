import type { LibraryStock, LibraryView } from '../../lib/lists/library-view';
import type { Entries } from '../../lib/lists/row-cache';
import type { Triage } from '../../lib/lists/triage';
import type { LensDatabase } from '../../lib/store/database';
import type { LibraryParts } from './parts';
import type { Acts } from './use-acts';
import type { AddressBar } from './use-address';
import type { Opening } from './use-opening';
import type { OpenPaper } from './use-paper';
import type { SavedSearches } from './use-saved-searches';
import type { Selecting } from './use-selection';

/** All that the sides of the library share: what there is, what is shown of it, and what the reader can do. */
export interface LibrarySession {
  db: LensDatabase;
  entries: Entries;
  stock: LibraryStock;
  view: LibraryView;
  /** The paper that is looked at, once it is read. */
  shown: OpenPaper | undefined;
  /** What is not needed to read the list waits for this. */
  isPainted: boolean;
  bar: AddressBar;
  follow: (href: string) => void;
  triage: Triage;
  searches: SavedSearches;
  selection: Selecting;
  acts: Acts;
  opening: Opening;
  parts: LibraryParts;
}
