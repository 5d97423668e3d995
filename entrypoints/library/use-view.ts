import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Address } from '../../lib/lists/library-address';
import { drawView, type LibraryStock, type LibraryView } from '../../lib/lists/library-view';
import type { Entries } from '../../lib/lists/row-cache';

/** As many rows as a window shows at once. */
const ROWS_IN_VIEW = 24;

/** What is shown of a query: the last one until that of the next is there with its first rows. */
export function useView(
  stock: LibraryStock,
  entries: Entries,
  first: LibraryView,
  asked: Pick<Address, 'query' | 'order'>,
): LibraryView {
  const [view, setView] = useState(first);
  const turn = useRef(0);
  const shelfOfEntries = useRef(first.shelf);
  const { query, order } = asked;
  const hidden = [...stock.states.values()].filter((state) => state.hidden).length;
  const isFirst = turn.current === 0;
  // Before the letter is painted: an effect that waits for that loses a frame with every key.
  useLayoutEffect(() => {
    turn.current += 1;
    // `first` was drawn of the same.
    if (isFirst) return;
    const mine = turn.current;
    const draw = async () => {
      const next = await drawView(stock, query, order);
      // What digests say of a paper may be another thing now.
      if (next.shelf !== shelfOfEntries.current) entries.forget();
      shelfOfEntries.current = next.shelf;
      await entries.load(next, 0, ROWS_IN_VIEW);
      // What was asked last is what is shown, whichever is there last.
      if (mine === turn.current) setView(next);
    };
    void draw();
    // A paper that is read or starred stays where it is until the reader asks anew; one that is hidden leaves.
  }, [query, order, stock.shelf, hidden]);
  return view;
}
