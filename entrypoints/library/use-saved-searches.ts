import { useEffect, useState } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';
import { onSettings } from '../../lib/browser/settings';
import { tell } from '../../lib/browser/tell';
import { parseSearch } from '../../lib/find/query/query';
import { drawView, type LibraryStock } from '../../lib/lists/library-view';

export interface SavedSearches {
  saved: readonly string[];
  /** Saves a query, or forgets it where it is saved. */
  toggle: (query: string) => void;
}

/** The searches that the reader wants to come back to. */
export function useSavedSearches(first: readonly string[]): SavedSearches {
  const [saved, setSaved] = useState(first);
  useEffect(() => onSettings(({ savedSearches }) => setSaved(savedSearches)), []);
  return {
    saved,
    toggle(query) {
      const others = saved.filter((each) => each !== query);
      tell('changeSettings', { savedSearches: saved.includes(query) ? others : [...others, query] });
    },
  };
}

/** Papers that are read or starred shortly one after the other are counted once. */
const PAUSE_MS = 500;

/** How many papers each saved search finds. It is counted after everything that the reader waits for. */
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
        found.set(query, (await drawView(stock, parseSearch(query), undefined)).papers.length);
      }
      if (!isOver) setCounts((known) => new Map([...known, ...found]));
    };
    const timer = setTimeout(() => void countAll().catch(logError), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  };
  // Hiding a paper is the only thing done with it that changes the counts of these.
  useEffect(() => count(saved.filter((query) => !asksForStates(query))), [saved, shelf, hidden]);
  useEffect(() => count(saved.filter(asksForStates)), [saved, shelf, states]);
  return counts;
}

const asksForStates = (query: string): boolean =>
  parseSearch(query).filters.some(({ name }) => name === 'is' || name === 'tag' || name === 'note');
