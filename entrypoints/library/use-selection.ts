import { useEffect, useReducer } from 'preact/hooks';
import { NOTHING_SELECTED, type PaperSelection, stretchedTo, toggled } from '../../lib/lists/selection';
import type { ArxivId } from '../../lib/paper';

export interface Selecting {
  selected: ReadonlySet<ArxivId>;
  toggle: (id: ArxivId) => void;
  /** All from the one chosen last to this one. */
  stretchTo: (id: ArxivId) => void;
  choose: (ids: readonly ArxivId[]) => void;
  clear: () => void;
}

type Step =
  | { kind: 'toggle'; id: ArxivId }
  | { kind: 'stretch'; id: ArxivId; list: readonly ArxivId[] }
  | { kind: 'choose'; ids: readonly ArxivId[] }
  | { kind: 'clear' };

function reduce(selection: PaperSelection, step: Step): PaperSelection {
  switch (step.kind) {
    case 'toggle':
      return toggled(selection, step.id);
    case 'stretch':
      return stretchedTo(selection, step.id, step.list);
    case 'choose':
      return { ...selection, ids: new Set(step.ids) };
    case 'clear':
      return NOTHING_SELECTED;
  }
}

/** The papers that are chosen together, as long as the same query is shown. */
export function useSelection(query: string, list: () => readonly ArxivId[]): Selecting {
  const [{ ids: selected }, step] = useReducer(reduce, NOTHING_SELECTED);
  useEffect(() => step({ kind: 'clear' }), [query]);
  return {
    selected,
    toggle: (id) => step({ kind: 'toggle', id }),
    stretchTo: (id) => step({ kind: 'stretch', id, list: list() }),
    choose: (ids) => step({ kind: 'choose', ids }),
    clear: () => step({ kind: 'clear' }),
  };
}
