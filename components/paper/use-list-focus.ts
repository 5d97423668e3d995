import type { RefObject } from 'preact';
import {
  type MutableRef,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks';
import {
  groupFrom,
  heirOf,
  indexOf,
  type ListOrder,
  paperFrom,
  rowKey,
  type RowRange,
} from '../../lib/lists/list-order';
import type { ListRow, Unfolded } from '../../lib/lists/rows';
import type { ArxivId } from '../../lib/paper';
import { isCutIn } from './abstract';

/** What the keys do with a list. */
export interface ListControls {
  /** The paper that has the focus, itself or something in it. */
  focused(): ArxivId | undefined;
  /** One paper on or back; to the first in view where none has the focus. */
  move(step: 1 | -1): void;
  /** To the first paper of another group; to its head where it is folded. */
  moveGroup(step: 1 | -1): void;
  focus(id: ArxivId): void;
  /** Before these papers leave the list: where one of them has the focus, that goes to one that stays. */
  handOver(leaving: readonly ArxivId[]): void;
  /** Seven lines of the abstract of the focused paper; then all, where there are more; then none. */
  toggleAbstract(): void;
  toTop(): void;
}

/** What takes the focus of each row that is in the document, by the row's key. */
export type FocusTargets = Map<string, RefObject<HTMLElement>>;

interface ListFocusOptions {
  rows: readonly ListRow[];
  order: ListOrder;
  inView: RowRange;
  scroller: RefObject<HTMLElement>;
  /** The rows are in the document. */
  isDrawn: boolean;
  firstFocus: ArxivId | undefined;
  controls: MutableRef<ListControls | null> | undefined;
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  onUnfold: (id: ArxivId, to: Unfolded | undefined) => void;
  onFocus: ((id: ArxivId) => void) | undefined;
}

interface ListFocus {
  /** The place of the row that has, or had last, the focus: it stays in the document, in view or not. */
  kept: number | undefined;
  targets: FocusTargets;
  onFocusIn: () => void;
}

/** A row that is to have the focus, and where it is then to stand. */
interface WantedRow {
  key: string;
  block: 'nearest' | 'start';
}

/** Which row of a windowed list has the focus. One that is not in the document gets it once it is. */
export function useListFocus(options: ListFocusOptions): ListFocus {
  const { rows, order, inView, scroller, isDrawn, controls, onFocus } = options;
  const [targets] = useState<FocusTargets>(() => new Map());
  const [key, setKey] = useState<string | undefined>(options.firstFocus);
  const kept = useMemo(() => indexOf(rows, key), [rows, key]);
  const wanted = useRef<WantedRow>();

  const focusNow = ({ key: of, block }: WantedRow): boolean => {
    const target = targets.get(of)?.current;
    target?.focus({ preventScroll: true });
    target?.closest('.row')?.scrollIntoView({ block });
    return Boolean(target);
  };
  useLayoutEffect(() => {
    if (isDrawn && kept !== undefined)
      targets.get(rowKey(rows[kept]))?.current?.focus({ preventScroll: true });
  }, [isDrawn]);
  useLayoutEffect(() => {
    if (wanted.current && focusNow(wanted.current)) wanted.current = undefined;
  });

  const focusedIndex = (): number | undefined => {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]');
    return row && scroller.current?.contains(row) ? Number(row.dataset['index']) : undefined;
  };
  const focusedPaper = (): ArxivId | undefined => {
    const row = rows[focusedIndex() ?? -1];
    return row?.kind === 'paper' ? row.id : undefined;
  };
  const focus = (index: number | undefined, block: WantedRow['block'] = 'nearest'): void => {
    const row = index === undefined ? undefined : rows[index];
    if (!row) return;
    const next = { key: rowKey(row), block };
    setKey(next.key);
    if (!focusNow(next)) wanted.current = next;
  };
  /** Where a step begins: at the focused row, or else just before the first in view. */
  const standing = (): number => focusedIndex() ?? kept ?? inView.first - 0.5;

  useImperativeHandle<ListControls, ListControls>(controls ?? null, () => ({
    focused: focusedPaper,
    move: (step) => focus(paperFrom(standing(), step, order)),
    moveGroup: (step) => focus(groupFrom(standing(), step, rows, order), 'start'),
    focus: (id) => focus(indexOf(rows, id)),
    handOver(leaving) {
      const id = focusedPaper();
      if (id !== undefined && leaving.includes(id)) focus(heirOf(standing(), leaving, rows, order));
    },
    toggleAbstract() {
      const id = focusedPaper();
      if (id === undefined) return;
      const next = isCutIn(targets.get(id)?.current?.closest('article')) ? 'whole' : undefined;
      options.onUnfold(id, options.unfolded.has(id) ? next : 'short');
    },
    toTop: () => scroller.current?.scrollTo(0, 0),
  }));

  const onFocusIn = (): void => {
    const row = rows[focusedIndex() ?? -1];
    if (!row) return;
    setKey(rowKey(row));
    if (row.kind === 'paper') onFocus?.(row.id);
  };
  return { kept, targets, onFocusIn };
}
