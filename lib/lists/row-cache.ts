import type { ArxivId } from '../paper';
import type { LensDatabase } from '../store/database';
import type { DayEntry } from '../store/views/day-digest';
import { listedEntries } from '../store/views/listed-entries';
import type { LibraryView } from './library-view';

/** What rows show, read as they come into view and kept while the page is open. */
export interface Entries {
  /** The entry of a paper in the digest by which this view found it. */
  of(view: LibraryView, id: ArxivId): DayEntry | undefined;
  /** Reads those of these rows that are not there yet; says whether there were any. */
  load(view: LibraryView, from: number, to: number): Promise<boolean>;
  /** Digests have come or gone: all is read anew. */
  forget(): void;
}

/** A list that scrolls asks the database for so many rows at once, not for each. */
const ROWS_A_BLOCK = 32;

/** More than anyone scrolls through; each is a few kB. */
const MOST_KEPT = 20_000;

export function createEntries(db: LensDatabase): Entries {
  const kept = new Map<string, DayEntry>();
  /** Of a view, the blocks of rows that are read or being read. */
  let blocks = new WeakMap<LibraryView, Set<number>>();
  const forget = () => {
    kept.clear();
    blocks = new WeakMap();
  };
  return {
    of(view, id) {
      const place = placeOf(view, view.shelf.numbers.get(id) ?? -1);
      return place && kept.get(place.key);
    },
    async load(view, from, to) {
      if (kept.size > MOST_KEPT) forget();
      const read = blocks.get(view) ?? new Set();
      blocks.set(view, read);
      const missing: NonNullable<ReturnType<typeof placeOf>>[] = [];
      const last = Math.min(to, view.papers.length - 1);
      for (
        let block = Math.floor(Math.max(0, from) / ROWS_A_BLOCK);
        block * ROWS_A_BLOCK <= last;
        block += 1
      ) {
        if (read.has(block)) continue;
        read.add(block);
        for (const number of view.papers.subarray(block * ROWS_A_BLOCK, (block + 1) * ROWS_A_BLOCK)) {
          const place = placeOf(view, number);
          if (place && !kept.has(place.key)) missing.push(place);
        }
      }
      if (missing.length === 0) return false;
      const entries = await listedEntries(db, missing);
      const byId = new Map(entries.map((entry) => [entry.paper.id, entry]));
      for (const { id, key } of missing) {
        const entry = byId.get(id);
        if (entry) kept.set(key, entry);
      }
      return true;
    },
    forget,
  };
}

/** The digest that a row shows, and the entry of it that says what. */
function placeOf({ shelf, selection }: LibraryView, number: number) {
  const digest = shelf.digests[selection.digestOf[number] ?? -1];
  const id = shelf.ids[number];
  return digest && id !== undefined
    ? { id, digest: digest.key, subject: digest.subject, key: `${digest.key} ${id}` }
    : undefined;
}
