import { useEffect, useState } from 'preact/hooks';
import { drawView, type LibraryStock } from '../../lib/library-view';

/** What is read and starred one after the other is counted once. */
const PAUSE_MS = 500;

/** How many papers each saved search finds, once that is counted: after everything that the reader waits for. */
export function useSavedCounts(stock: LibraryStock, saved: readonly string[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    if (saved.length === 0) return;
    let isOver = false;
    const count = async () => {
      const found = new Map<string, number>();
      for (const query of saved) {
        if (isOver) return;
        found.set(query, (await drawView(stock, query, undefined)).papers.length);
      }
      if (!isOver) setCounts(found);
    };
    const timer = setTimeout(() => void count(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [saved, stock.shelf, stock.states]);
  return counts;
}
