import { useLayoutEffect, useRef } from 'preact/hooks';
import { rowKey } from '../../lib/lists/list-order';
import type { ListRow, Unfolded } from '../../lib/lists/rows';
import type { ReaderState } from '../../lib/lists/triage';
import type { ArxivId } from '../../lib/paper';
import type { DayEntry } from '../../lib/store/views/day-digest';
import type { LineMeasure } from '../page/use-line-measure';
import { GroupHead } from './group-head';
import { type CardAct, StillCard } from './paper-card';
import type { FocusTargets } from './use-list-focus';

/** What every row of a list shows its paper or group by, and tells what the reader does with it. */
export interface RowContext {
  stateOf: (id: ArxivId) => ReaderState;
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  onUnfold: (id: ArxivId, to: Unfolded | undefined) => void;
  onAct: (id: ArxivId, act: CardAct) => void;
  onGroup?: (key: string, act: 'fold' | 'read') => void;
  terms?: ReadonlySet<string> | undefined;
  /** What is known of a paper whose row does not say: a long list reads what comes into view. */
  entryOf?: (id: ArxivId) => DayEntry | undefined;
  selected?: ReadonlySet<ArxivId>;
  /** The paper that is shown beside the list. */
  shown?: ArxivId | undefined;
  /** With a choice for each paper; `isRange` goes on from the one chosen before. */
  onSelect?: (id: ArxivId, isRange: boolean) => void;
}

interface ListRowViewProps extends RowContext {
  row: ListRow;
  line: LineMeasure;
  /** Which of how many papers it is, counted from 1. */
  place: { at: number; of: number };
  targets: FocusTargets;
}

/** One row of a list: a paper, or the head of a group. */
export function ListRowView(props: ListRowViewProps) {
  const { row, targets, unfolded, onUnfold, onAct, onGroup, onSelect } = props;
  const target = useRef(null);
  const key = rowKey(row);
  useLayoutEffect(() => {
    targets.set(key, target);
    return () => void targets.delete(key);
  }, [key]);
  if (row.kind === 'group')
    return (
      <GroupHead
        {...row}
        button={target}
        onFold={() => onGroup?.(row.key, 'fold')}
        onRead={() => onGroup?.(row.key, 'read')}
      />
    );
  const { id } = row;
  return (
    <StillCard
      entry={row.entry ?? props.entryOf?.(id) ?? { paper: { id, title: '', authors: [] }, subjects: [] }}
      state={props.stateOf(id)}
      aside={row.aside}
      unfolded={unfolded.get(id)}
      terms={props.terms}
      line={props.line}
      place={props.place}
      link={target}
      isSelected={props.selected?.has(id)}
      isShown={id === props.shown}
      onSelect={onSelect && ((isRange) => onSelect(id, isRange))}
      onAct={(act) => onAct(id, act)}
      onUnfold={(to) => onUnfold(id, to)}
    />
  );
}
