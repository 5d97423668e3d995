import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { RowRange } from '../../lib/lists/list-order';
import { RowOffsets } from '../../lib/lists/row-offsets';
import { useLatest } from './use-latest';

interface WindowOptions {
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement>;
  count: number;
  /** Another function where the rows, or their estimates, are others. */
  keyAt: (index: number) => string;
  /** The height of a row that has never been in the document. */
  estimate: (index: number) => number;
  /** How far it is scrolled when it is first drawn. */
  firstTop: number;
}

interface RowWindow {
  /** The rows in view; undefined before the room of the list is known. */
  inView: RowRange | undefined;
  /** The height of all rows. */
  height: number;
  startOf: (index: number) => number;
  /** The row that covers a place. */
  indexAt: (place: number) => number;
  /** The ref of each row; the row's number stands in its `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

/** What is seen of the rows, in pixels from the first one's top. */
interface View {
  top: number;
  height: number;
}

interface RowHeight {
  index: number;
  height: number;
}

/**
 * Which rows of a long list are in view, and where each stands. A row's height is an estimate until it has been laid
 * out; it is put right before that is painted, and what is in view stays where it is.
 */
export function useWindow({ scroller, count, keyAt, estimate, firstTop }: WindowOptions): RowWindow {
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const [known] = useState(() => new Map<string, number>());
  const offsets = useMemo(
    () => new RowOffsets(count, (index) => known.get(keyAt(index)) ?? estimate(index)),
    [count, keyAt],
  );
  const view = useRef<View>({ top: firstTop, height: 0 });
  const inView = rowsIn(view.current, offsets, count);

  // A row that is above the view and changes its height takes the view with it.
  const moved = useRef(0);
  useLayoutEffect(() => {
    if (!scroller.current || moved.current === 0) return;
    scroller.current.scrollTop += moved.current;
    moved.current = 0;
    view.current = { ...view.current, top: scroller.current.scrollTop };
  });

  const measure = useRowHeights((rows) => {
    let isOther = false;
    for (const { index, height } of rows) {
      const before = offsets.heightOf(index);
      known.set(keyAt(index), height);
      if (Math.abs(height - before) < 0.1) continue;
      if (offsets.startOf(index) < view.current.top) moved.current += height - before;
      offsets.setHeight(index, height);
      isOther = true;
    }
    if (isOther) redraw();
  });

  useView(scroller, firstTop, (next) => {
    view.current = next;
    const rows = rowsIn(next, offsets, count);
    if (rows?.first !== inView?.first || rows?.last !== inView?.last) redraw();
  });

  return {
    inView,
    height: offsets.total,
    startOf: (index) => offsets.startOf(index),
    indexAt: (place) => offsets.indexAt(place),
    measure,
  };
}

function rowsIn({ top, height }: View, offsets: RowOffsets, count: number): RowRange | undefined {
  if (height === 0 || count === 0) return undefined;
  return { first: offsets.indexAt(top), last: offsets.indexAt(top + height - 1) };
}

/** Tells the heights of rows when they are laid out, and whenever they change. The answer is the ref of each row. */
function useRowHeights(tell: (rows: RowHeight[]) => void): RowWindow['measure'] {
  const latest = useLatest(tell);
  const [observer] = useState(
    () =>
      new ResizeObserver((changes) => {
        const rows = changes.flatMap(({ target, borderBoxSize: [box] }): RowHeight[] => {
          if (target instanceof HTMLElement && target.isConnected)
            return [
              { index: Number(target.dataset['index']), height: box?.blockSize ?? target.offsetHeight },
            ];
          observer.unobserve(target);
          return [];
        });
        latest.current(rows);
      }),
  );
  useLayoutEffect(() => () => observer.disconnect(), []);
  const [measure] = useState(() => (element: HTMLElement | null) => {
    if (element) observer.observe(element, { box: 'border-box' });
  });
  return measure;
}

/** Scrolls to where the list begins, and tells what is seen of it, now and whenever that changes. */
function useView(scroller: RefObject<HTMLElement>, firstTop: number, tell: (view: View) => void): void {
  const latest = useLatest(tell);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const look = (): void => latest.current({ top: current.scrollTop, height: current.clientHeight });
    current.scrollTop = firstTop;
    look();
    current.addEventListener('scroll', look, { passive: true });
    const room = new ResizeObserver(look);
    room.observe(current);
    return () => {
      current.removeEventListener('scroll', look);
      room.disconnect();
    };
  }, []);
}
