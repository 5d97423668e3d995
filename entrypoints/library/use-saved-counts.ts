import { useEffect, useState } from 'preact/hooks';
import { parseSearch } from '../../lib/find/query/query';
import { drawView, type LibraryStock } from '../../lib/lists/library-view';

/** What is read and starred one after the other is counted once. */
const PAUSE_MS = 500;

/** How many papers each saved search finds, once that is counted: after everything that the reader waits for. */
export function useSavedCounts(stock: LibraryStock, saved: readonly string[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const { shelf, states } = stock;
  const hidden = [...states.values()].filter((state) => state.hidden).length;

  const count = (queries: readonly string[]) => {
    if (queries.length === 0) return;
    let isOver = false;
    const countAll = async () => {
      const found = new Map<string, number>();
      for (const query of queries) {
        if (isOver) return;
        found.set(query, (await drawView(stock, query, undefined)).papers.length);
      }
      if (!isOver) setCounts((known) => new Map([...known, ...found]));
    };
    const timer = setTimeout(() => void countAll(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  };
  // Of what the reader does with a paper, only hiding it changes these.
  useEffect(() => count(saved.filter((query) => !asksForStates(query))), [saved, shelf, hidden]);
  useEffect(() => count(saved.filter(asksForStates)), [saved, shelf, states]);
  return counts;
}

const asksForStates = (query: string): boolean =>
  parseSearch(query).filters.some(({ name }) => name === 'is' || name === 'tag' || name === 'note');
