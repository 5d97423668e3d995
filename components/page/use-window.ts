import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { RowOffsets } from '../../lib/lists/row-offsets';

export interface Range {
  startIndex: number;
  endIndex: number;
  overscan: number;
  count: number;
}

export interface WindowOptions {
  count: number;
  getScrollElement: () => HTMLElement | null;
  /** Of a row that has never been in the document. */
  estimateSize: (index: number) => number;
  /** Another function where the rows are others. */
  getItemKey: (index: number) => string;
  initialOffset: number;
  /** Which rows are in the document, ascending. */
  rangeExtractor: (range: Range) => number[];
}

export interface WindowRow {
  index: number;
  key: string;
  start: number;
}

export interface Window {
  /** The rows in view; undefined before the room of the list is known. */
  range: { startIndex: number; endIndex: number } | undefined;
  getTotalSize(): number;
  getVirtualItems(): WindowRow[];
  getVirtualItemForOffset(offset: number): WindowRow | undefined;
  /** The ref of each row; the row's number stands in its `data-index`. */
  measureElement: (element: HTMLElement | null) => void;
}

/** Rows rendered beyond the view on either side, so that a quick scroll meets no blank. */
const OVERSCAN = 6;

/**
 * Which rows of a long list are in the document, and where each stands. A row's height is an estimate until it has
 * been laid out; it is put right before that is painted, and what is in view stays where it is.
 */
export function useWindow(options: WindowOptions): Window {
  const { count, getItemKey, estimateSize, rangeExtractor, getScrollElement, initialOffset } = options;
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const [measured] = useState(() => new Map<string, number>());
  const offsets = useMemo(
    () => new RowOffsets(count, (index) => measured.get(getItemKey(index)) ?? estimateSize(index)),
    [count, getItemKey],
  );
  const view = useRef({ top: initialOffset, height: 0 });
  const now = useRef({ offsets, getItemKey });
  now.current = { offsets, getItemKey };

  const rangeOf = ({ top, height }: { top: number; height: number }) =>
    height === 0 || count === 0
      ? undefined
      : { startIndex: offsets.indexAt(top), endIndex: offsets.indexAt(top + height - 1) };
  const range = rangeOf(view.current);
  const drawn = useRef({ range, rangeOf });
  drawn.current = { range, rangeOf };

  // A row that is above the view and changes its height takes the view with it.
  const moved = useRef(0);
  useLayoutEffect(() => {
    const scroller = getScrollElement();
    if (!scroller || moved.current === 0) return;
    scroller.scrollTop += moved.current;
    moved.current = 0;
    view.current = { ...view.current, top: scroller.scrollTop };
  });
  const [rows] = useState(
    () =>
      new ResizeObserver((entries) => {
        let isOther = false;
        for (const { target, borderBoxSize } of entries) {
          if (!(target instanceof HTMLElement) || !target.isConnected) {
            rows.unobserve(target);
            continue;
          }
          const index = Number(target.dataset['index']);
          const { offsets: all, getItemKey: keyAt } = now.current;
          const height = borderBoxSize[0]?.blockSize ?? target.offsetHeight;
          const before = all.heightOf(index);
          measured.set(keyAt(index), height);
          if (Math.abs(height - before) < 0.1) continue;
          if (all.startOf(index) < view.current.top) moved.current += height - before;
          all.setHeight(index, height);
          isOther = true;
        }
        if (isOther) redraw();
      }),
  );

  useLayoutEffect(() => {
    const scroller = getScrollElement();
    if (!scroller) return;
    const look = (): void => {
      view.current = { top: scroller.scrollTop, height: scroller.clientHeight };
      const next = drawn.current.rangeOf(view.current);
      const { startIndex, endIndex } = drawn.current.range ?? {};
      if (next?.startIndex !== startIndex || next?.endIndex !== endIndex) redraw();
    };
    scroller.scrollTop = initialOffset;
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    const room = new ResizeObserver(look);
    room.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      room.disconnect();
      rows.disconnect();
    };
  }, []);
  const [measureElement] = useState(() => (element: HTMLElement | null) => {
    if (element) rows.observe(element, { box: 'border-box' });
  });
  const rowAt = (index: number): WindowRow => ({
    index,
    key: getItemKey(index),
    start: offsets.startOf(index),
  });
  return {
    range,
    getTotalSize: () => offsets.total,
    getVirtualItems: () => (range ? rangeExtractor({ ...range, overscan: OVERSCAN, count }).map(rowAt) : []),
    getVirtualItemForOffset: (offset) => (count === 0 ? undefined : rowAt(offsets.indexAt(offset))),
    measureElement,
  };
}
