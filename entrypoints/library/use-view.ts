import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchQuery } from '../../lib/find/query/query';
import type { Address } from '../../lib/lists/library-address';
import { drawView, type LibraryStock, type LibraryView } from '../../lib/lists/library-view';
import type { Entries } from '../../lib/lists/row-cache';

/** As many rows as a window shows at once. */
const ROWS_IN_VIEW = 24;

/** What is shown of a query. Until the next view is there with its first rows, the last one stays. */
export function useView(
  stock: LibraryStock,
  entries: Entries,
  first: LibraryView,
  query: SearchQuery,
  order: Address['order'],
): LibraryView {
  const [view, setView] = useState(first);
  const turn = useRef(0);
  const shelfOfEntries = useRef(first.shelf);
  const hidden = [...stock.states.values()].filter((state) => state.hidden).length;
  const isFirst = turn.current === 0;
  // A layout effect: one that runs after the letter is painted would lose a frame with every key.
  useLayoutEffect(() => {
    turn.current += 1;
    // `first` shows the same query.
    if (isFirst) return;
    const mine = turn.current;
    const draw = async () => {
      const next = await drawView(stock, query, order);
      // What the digests say of a paper may have changed.
      if (next.shelf !== shelfOfEntries.current) entries.forget();
      shelfOfEntries.current = next.shelf;
      await entries.load(next, 0, ROWS_IN_VIEW);
      // Answers may come in another order: only that to the last question is shown.
      if (mine === turn.current) setView(next);
    };
    void draw();
    // A paper that is being read or starred stays until the reader asks anew; one that is hidden leaves at once.
  }, [query, order, stock.shelf, hidden]);
  return view;
}
