import { useEffect, useState } from 'preact/hooks';
import { onSettings } from '../../lib/browser/settings';
import { tell } from '../../lib/browser/tell';

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
