import type { LibraryView } from '../../lib/library-view';
import type { ArxivId } from '../../lib/paper';
import { listedEntries } from '../../lib/store/listed-entries';
import type { ReportEntry } from '../../lib/store/papers';
import type { LensDatabase } from '../../lib/store/schema';

/** What rows show, read as they come into view and kept while the page is open. */
export interface Entries {
  /** For a list whose rows show digests as `view` has found them. */
  of(view: LibraryView, id: ArxivId): ReportEntry | undefined;
  /** Reads those of these rows that are not there yet; says whether there were any. */
  load(view: LibraryView, from: number, to: number): Promise<boolean>;
  /** Digests have come or gone: all is read anew. */
  forget(): void;
}

/** More than one scrolls through; each is a few kB. */
const MOST_KEPT = 20_000;

export function createEntries(db: LensDatabase): Entries {
  const kept = new Map<string, ReportEntry>();
  return {
    of(view, id) {
      const place = placeOf(view, view.shelf.numbers.get(id) ?? -1);
      return place && kept.get(place.key);
    },
    async load(view, from, to) {
      if (kept.size > MOST_KEPT) kept.clear();
      const missing = [...view.papers.subarray(Math.max(0, from), to)].flatMap((number) => {
        const place = placeOf(view, number);
        return place && !kept.has(place.key) ? [place] : [];
      });
      if (missing.length === 0) return false;
      const entries = await listedEntries(db, missing);
      const byId = new Map(entries.map((entry) => [entry.paper.id, entry]));
      for (const { id, key } of missing) {
        const entry = byId.get(id);
        if (entry) kept.set(key, entry);
      }
      return true;
    },
    forget: () => kept.clear(),
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
