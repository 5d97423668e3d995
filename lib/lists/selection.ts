import type { ArxivId } from '../paper';

/** Papers of a list that the reader has chosen together. */
export interface PaperSelection {
  ids: ReadonlySet<ArxivId>;
  /** The paper chosen last, from which a stretch goes on. */
  anchor: ArxivId | undefined;
}

export const NOTHING_SELECTED: PaperSelection = { ids: new Set(), anchor: undefined };

/** With this paper, or without it where it was selected. */
export function toggled({ ids }: PaperSelection, id: ArxivId): PaperSelection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** With all papers from the one chosen last to this one, in the list's order. */
export function stretchedTo(
  selection: PaperSelection,
  id: ArxivId,
  list: readonly ArxivId[],
): PaperSelection {
  const from = selection.anchor === undefined ? -1 : list.indexOf(selection.anchor);
  if (from === -1) return toggled(selection, id);
  const to = list.indexOf(id);
  const stretch = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...stretch]), anchor: id };
}
