import type { ComponentChildren, RefObject } from 'preact';
import {
  type MutableRef,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks';
import type { ListRow, PaperRow } from '../../lib/lists/rows';
import type { ReaderState } from '../../lib/lists/triage';
import type { ArxivId } from '../../lib/paper';
import type { DayEntry } from '../../lib/store/views/day-digest';
import { type Range, useWindow } from '../page/use-window';
import { type LineMeasure, measureLine } from './author-line';
import { GroupHead } from './group-head';
import { type CardAct, StillCard, type Unfolded } from './paper-card';

export type { GroupRow, ListRow, PaperRow } from '../../lib/lists/rows';

/** Where a list stands: its first row in view, and how far that has gone past the edge. */
export interface ListPlace {
  key: string;
  past: number;
}

/** What the keys do with a list. */
export interface ListControls {
  /** The paper that has the focus, itself or something in it. */
  focused(): ArxivId | undefined;
  /** To the next paper but so many; the first in view where none has the focus. */
  move(step: 1 | -1): void;
  /** To the first paper of another group; to its head where it is folded. */
  moveGroup(step: 1 | -1): void;
  focus(id: ArxivId): void;
  /** Seven lines of the abstract of the focused paper; then all, where there are more; then none. */
  toggleAbstract(): void;
}

export interface PaperListProps {
  label: string;
  rows: readonly ListRow[];
  stateOf: (id: ArxivId) => ReaderState;
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  onUnfold: (id: ArxivId, to: Unfolded | undefined) => void;
  onAct: (id: ArxivId, act: CardAct) => void;
  onGroup?: (key: string, act: 'fold' | 'read') => void;
  onFocus?: (id: ArxivId) => void;
  onPlace?: (place: ListPlace) => void;
  /** The rows in view, whenever they are others. */
  onRange?: (first: number, last: number) => void;
  /** Where it stands when it is first drawn, and which paper then has the focus, in view or not. */
  place?: ListPlace | undefined;
  firstFocus?: ArxivId | undefined;
  terms?: ReadonlySet<string> | undefined;
  /** What is known of a paper whose row does not say: a long list reads what comes into view. */
  entryOf?: (id: ArxivId) => DayEntry | undefined;
  selected?: ReadonlySet<ArxivId>;
  /** The paper that is shown beside the list. */
  shown?: ArxivId | undefined;
  /** With a choice for each paper; `isRange` goes on from the one chosen before. */
  onSelect?: (id: ArxivId, isRange: boolean) => void;
  controls?: MutableRef<ListControls | null> | undefined;
  /** After the last row. */
  children?: ComponentChildren;
}

/** A row that is to have the focus, and where it is then to stand. */
interface Wanted {
  key: string;
  block: 'nearest' | 'start';
}

const GROUP_HEIGHT = 30;
/** Padding and authors of a row, one line of a title, and how many letters stand on a line of so many pixels. */
const ROW_REST = 34;
const TITLE_LINE = 18;
const LETTER_WIDTH = 7.1;

/** Papers, of which only those in and about the view are in the document; 9 of them or all of an archive. */
export function PaperList(props: PaperListProps) {
  const { rows, stateOf, unfolded, terms, selected, onSelect, onUnfold, onAct, onGroup } = props;
  const entryOf = (row: PaperRow) => row.entry ?? props.entryOf?.(row.id);
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const line = useLineMeasure(probe);
  const { papers, numbers, heads } = useMemo(() => orderOf(rows), [rows]);
  // The row that has the focus stays in the document, in view or not; a wanted one gets it once it is there.
  const [kept, setKept] = useState<string | undefined>(props.firstFocus);
  const keptIndex = useMemo(() => indexOf(rows, kept), [rows, kept]);
  const wanted = useRef<Wanted>();

  const estimate = (index: number): number => {
    const row = rows[index];
    if (row?.kind !== 'paper') return GROUP_HEIGHT;
    const letters = row.entry?.paper.title.length ?? 90;
    const onALine = Math.max(20, (line?.width ?? 270) + 104) / LETTER_WIDTH;
    return ROW_REST + TITLE_LINE * Math.max(1, Math.ceil(letters / onALine));
  };
  const [initialOffset] = useState(() => {
    const at = indexOf(rows, props.place?.key);
    if (at === undefined || !props.place) return 0;
    let offset = props.place.past;
    for (let index = 0; index < at; index += 1) offset += estimate(index);
    return offset;
  });

  const view = useWindow({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    // With the line all estimates change.
    getItemKey: useMemo(() => (index: number) => keyOf(rows[index]), [rows, line]),
    initialOffset,
    rangeExtractor: (range) => withStuck(range, heads, keptIndex),
  });

  const { startIndex = 0, endIndex = 0 } = view.range ?? {};
  useLayoutEffect(() => props.onRange?.(startIndex, endIndex), [startIndex, endIndex, rows]);

  const focusNow = ({ key, block }: Wanted): boolean => {
    const target = targetIn(scroller.current, indexOf(rows, key));
    target?.focus({ preventScroll: true });
    target?.closest('.row')?.scrollIntoView({ block });
    return target !== undefined;
  };
  useLayoutEffect(() => {
    if (line) targetIn(scroller.current, keptIndex)?.focus({ preventScroll: true });
  }, [line === undefined]);
  useLayoutEffect(() => {
    if (wanted.current === undefined || !focusNow(wanted.current)) return;
    wanted.current = undefined;
  });

  const focusedIndex = (): number | undefined => {
    const row = document.activeElement?.closest<HTMLElement>('.row[data-index]');
    return row && scroller.current?.contains(row) ? Number(row.dataset['index']) : undefined;
  };
  const focused = (): ArxivId | undefined => {
    const row = rows[focusedIndex() ?? -1];
    return row?.kind === 'paper' ? row.id : undefined;
  };
  const focus = (index: number | undefined, block: Wanted['block'] = 'nearest'): void => {
    const row = index === undefined ? undefined : rows[index];
    if (!row) return;
    const key = keyOf(row);
    setKept(key);
    if (!focusNow({ key, block })) wanted.current = { key, block };
  };
  /** Where to go on from: the focused row, or else just before the first in view. */
  const standing = (): number => focusedIndex() ?? keptIndex ?? startIndex - 0.5;

  useImperativeHandle<ListControls, ListControls>(props.controls ?? null, () => ({
    focused,
    move(step) {
      const at = standing();
      focus(
        step > 0
          ? (papers.find((index) => index > at) ?? papers.at(-1))
          : (papers.findLast((index) => index < at) ?? papers[0]),
      );
    },
    moveGroup(step) {
      const at = standing();
      const own = heads.findLast((index) => index <= at) ?? -1;
      const head = step > 0 ? heads.find((index) => index > at) : heads.findLast((index) => index < own);
      if (head !== undefined) focus(rows[head + 1]?.kind === 'paper' ? head + 1 : head, 'start');
    },
    focus: (id) => focus(indexOf(rows, id)),
    toggleAbstract() {
      const index = focusedIndex();
      const row = rows[index ?? -1];
      if (row?.kind !== 'paper') return;
      const cut = targetIn(scroller.current, index)?.closest('article')?.querySelectorAll('.clamped') ?? [];
      const isCut = [...cut].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
      const now = unfolded.get(row.id);
      onUnfold(row.id, now === undefined ? 'short' : isCut ? 'whole' : undefined);
    },
  }));

  const tellPlace = (): void => {
    const offset = scroller.current?.scrollTop ?? 0;
    const first = view.getVirtualItemForOffset(offset);
    if (first) props.onPlace?.({ key: String(first.key), past: offset - first.start });
  };
  const onFocusIn = (): void => {
    const row = rows[focusedIndex() ?? -1];
    if (!row) return;
    setKept(keyOf(row));
    if (row.kind === 'paper') props.onFocus?.(row.id);
  };

  const upper = heads.findLast((index) => index <= startIndex);
  const lower = heads.find((index) => index >= endIndex && index !== upper);
  const isGrouped = heads.length > 0;
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
      <div class="rows" style={{ height: `${view.getTotalSize()}px` }}>
        {line &&
          view.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return undefined;
            const stuck = index === upper ? ' stuck upper' : index === lower ? ' stuck lower' : '';
            return (
              <div
                key={key}
                class={row.kind === 'group' ? `row group${stuck}` : 'row'}
                data-index={index}
                ref={view.measureElement}
                style={stuck ? {} : { transform: `translateY(${start}px)` }}
              >
                {row.kind === 'group' ? (
                  <GroupHead
                    {...row}
                    onFold={() => onGroup?.(row.key, 'fold')}
                    onRead={() => onGroup?.(row.key, 'read')}
                  />
                ) : (
                  <StillCard
                    entry={entryOf(row) ?? { paper: { id: row.id, title: '', authors: [] }, subjects: [] }}
                    state={stateOf(row.id)}
                    aside={row.aside}
                    unfolded={unfolded.get(row.id)}
                    terms={terms}
                    line={line}
                    place={{ at: numbers[index] ?? 0, of: papers.length }}
                    isSelected={selected?.has(row.id)}
                    isShown={row.id === props.shown}
                    onSelect={onSelect && ((isRange) => onSelect(row.id, isRange))}
                    onAct={(act) => onAct(row.id, act)}
                    onUnfold={(to) => onUnfold(row.id, to)}
                  />
                )}
              </div>
            );
          })}
      </div>
      {props.children}
    </div>
  );
}

const keyOf = (row: ListRow | undefined): string =>
  row?.kind === 'group' ? `group ${row.key}` : (row?.id ?? '');

/** Looked for when it is asked: a list of all papers is drawn anew with every key, and few rows are ever sought. */
function indexOf(rows: readonly ListRow[], key: string | undefined): number | undefined {
  const at = key === undefined ? -1 : rows.findIndex((row) => keyOf(row) === key);
  return at === -1 ? undefined : at;
}

/** Which rows are papers and which heads, and the number of each paper among the papers. */
function orderOf(rows: readonly ListRow[]) {
  const papers: number[] = [];
  const heads: number[] = [];
  const numbers: number[] = [];
  rows.forEach((row, index) => {
    (row.kind === 'paper' ? papers : heads).push(index);
    numbers.push(papers.length);
  });
  return { papers, heads, numbers };
}

/** What is in view, with the head of its group, that of the next one, and the paper that has the focus. */
function withStuck(
  { startIndex, endIndex, overscan, count }: Range,
  heads: readonly number[],
  kept: number | undefined,
): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const indexes = new Set(Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const upper = heads.findLast((index) => index <= startIndex);
  const lower = heads.find((index) => index >= endIndex);
  for (const index of [upper, lower, kept]) if (index !== undefined && index < count) indexes.add(index);
  return [...indexes].toSorted((a, b) => a - b);
}

/** What of a row takes the focus, if the row is in the document. */
function targetIn(list: HTMLElement | null, index: number | undefined): HTMLElement | undefined {
  if (index === undefined) return undefined;
  return list?.querySelector<HTMLElement>(`.row[data-index="${index}"] :is(.title, h2 button)`) ?? undefined;
}

/** Anew whenever the list is wider or narrower, or its letters larger. */
function useLineMeasure(probe: RefObject<HTMLElement | null>): LineMeasure | undefined {
  const [line, setLine] = useState<LineMeasure>();
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = () =>
      setLine((before) => {
        const after = measureLine(element);
        return before?.width === after.width ? before : after;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return line;
}
