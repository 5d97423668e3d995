import { useMemo } from 'preact/hooks';
import type { RailSection } from '../../components/library/library-rail';
import { railSections } from '../../components/library/rail-sections';
import { countStates, facetsOf, tagsOf } from '../../lib/lists/facets';
import type { LibrarySession } from './session';
import { useSavedCounts } from './use-saved-searches';

/** What the list can be narrowed by; what takes long to count comes once the list is painted. */
export function useRail({ stock, isPainted, bar, searches }: LibrarySession): RailSection[] {
  const { shelf, states } = stock;
  const facets = useMemo(() => (isPainted ? facetsOf(shelf) : undefined), [isPainted, shelf]);
  return railSections({
    query: bar.asked,
    counts: countStates(shelf, states),
    tags: tagsOf(states),
    facets,
    saved: searches.saved,
    savedCounts: useSavedCounts(stock, searches.saved),
    hrefOf: bar.hrefOfQuery,
    onRemove: searches.toggle,
  });
}
