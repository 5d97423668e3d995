import type { ComponentChildren } from 'preact';
import { type MutableRef, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { indexOf, orderOf, rowKey, stuckHeads, withStuck } from '../../lib/lists/list-order';
import type { ListPlace, ListRow } from '../../lib/lists/rows';
import type { ArxivId } from '../../lib/paper';
import { type LineMeasure, useLineMeasure } from '../page/use-line-measure';
import { useWindow } from '../page/use-window';
import { ListRowView, type RowContext } from './list-row';
import { type ListControls, useListFocus } from './use-list-focus';

interface PaperListProps extends RowContext {
  label: string;
  rows: readonly ListRow[];
  onFocus?: (id: ArxivId) => void;
  onPlace?: (place: ListPlace) => void;
  /** The rows in view, whenever they are others. */
  onRange?: (first: number, last: number) => void;
  /** Where it stands when it is first drawn, and which paper then has the focus, in view or not. */
  place?: ListPlace | undefined;
  firstFocus?: ArxivId | undefined;
  controls?: MutableRef<ListControls | null> | undefined;
  /** After the last row. */
  children?: ComponentChildren;
}

/** Papers, of which only those in and about the view are in the document; 9 of them or all of an archive. */
export function PaperList(props: PaperListProps) {
  const { rows, selected, firstFocus, controls, unfolded, onUnfold, onFocus } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const line = useLineMeasure(probe);
  const order = useMemo(() => orderOf(rows), [rows]);
  const [firstTop] = useState(() => topOf(props.place, rows, line));
  const view = useWindow({
    scroller,
    count: rows.length,
    // With the line all estimates change.
    keyAt: useMemo(() => (index: number) => rowKey(rows[index]), [rows, line]),
    estimate: (index) => estimatedHeight(rows[index], line),
    firstTop,
  });
  const inView = view.inView ?? { first: 0, last: 0 };
  useLayoutEffect(() => props.onRange?.(inView.first, inView.last), [inView.first, inView.last, rows]);
  const isDrawn = line !== undefined;
  const of = { rows, order, inView, scroller, isDrawn, firstFocus, controls, unfolded, onUnfold, onFocus };
  const { kept, targets, onFocusIn } = useListFocus(of);

  const tellPlace = (): void => {
    const top = scroller.current?.scrollTop ?? 0;
    if (rows.length === 0) return;
    const first = view.indexAt(top);
    props.onPlace?.({ key: rowKey(rows[first]), past: top - view.startOf(first) });
  };

  const { upper, lower } = stuckHeads(inView, order.heads);
  const drawn = view.inView && line ? withStuck(inView, rows.length, [upper, lower, kept]) : [];
  const isGrouped = order.heads.length > 0;
  return (
    <div
      ref={scroller}
      class={`list${isGrouped ? ' grouped' : ''}${selected && selected.size > 0 ? ' selecting' : ''}`}
      role={isGrouped ? 'region' : 'feed'}
      aria-label={props.label}
      onScroll={tellPlace}
      onFocusIn={onFocusIn}
    >
      <p class="line probe" aria-hidden="true">
        <span class="authors" ref={probe} />
        <span class="slot" />
      </p>
      <div class="rows" style={{ height: `${view.height}px` }}>
        {drawn.map((index) => {
          const row = rows[index];
          if (!row || !line) return undefined;
          const stuck = index === upper ? ' stuck upper' : index === lower ? ' stuck lower' : '';
          const place = { at: order.numbers[index] ?? 0, of: order.papers.length };
          return (
            <div
              key={rowKey(row)}
              class={row.kind === 'group' ? `row group${stuck}` : 'row'}
              data-index={index}
              ref={view.measure}
              style={stuck ? {} : { transform: `translateY(${view.startOf(index)}px)` }}
            >
              <ListRowView {...props} row={row} line={line} place={place} targets={targets} />
            </div>
          );
        })}
      </div>
      {props.children}
    </div>
  );
}

const GROUP_HEIGHT = 30;
/** Padding and authors of a row, one line of a title, and how many letters stand on a line of so many pixels. */
const ROW_REST = 34;
const TITLE_LINE = 18;
const LETTER_WIDTH = 7.1;

function estimatedHeight(row: ListRow | undefined, line: LineMeasure | undefined): number {
  if (row?.kind !== 'paper') return GROUP_HEIGHT;
  const letters = row.entry?.paper.title.length ?? 90;
  const onALine = Math.max(20, (line?.width ?? 270) + 104) / LETTER_WIDTH;
  return ROW_REST + TITLE_LINE * Math.max(1, Math.ceil(letters / onALine));
}

/** How far down a list is that stands at a place. */
function topOf(
  place: ListPlace | undefined,
  rows: readonly ListRow[],
  line: LineMeasure | undefined,
): number {
  const at = indexOf(rows, place?.key);
  if (at === undefined || !place) return 0;
  return rows.slice(0, at).reduce((top, row) => top + estimatedHeight(row, line), place.past);
}
