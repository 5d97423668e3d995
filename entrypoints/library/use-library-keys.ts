import { useLayoutEffect } from 'preact/hooks';
import type { CardAct } from '../../components/paper/paper-card';
import { listKeys, useTriageKeys } from '../../components/paper/use-triage-keys';
import type { ArxivId } from '../../lib/paper';
import type { LibraryParts } from './parts';
import type { Selecting } from './use-selection';

interface LibraryKeys {
  parts: LibraryParts;
  /** The paper that is open. */
  open: ArxivId | undefined;
  selection: Selecting;
  act: (ids: readonly ArxivId[], what: CardAct) => void;
  undo: () => void;
  /** Goes from the open paper back to where it was opened. */
  leave: () => void;
}

/** What each key does in the library. */
export function useLibraryKeys({ parts, open, selection, act, undo, leave }: LibraryKeys): void {
  const { list, map, detail, search } = parts;
  const { selected, toggle } = selection;

  useTriageKeys((focused) => {
    // On the map and beside the list one paper is meant, whatever is selected.
    const single = detail.current?.contains(focused) ? open : map.current?.paperAt(focused);
    const id = single ?? list.current?.focused();
    const meant = single === undefined && selected.size > 0 ? [...selected] : id === undefined ? [] : [id];
    return {
      ...listKeys(list.current),
      star: () => act(meant, 'star'),
      read: () => act(meant, 'read'),
      hide: () => act(meant, 'hide'),
      select: () => (id === undefined ? false : toggle(id)),
      undo,
      search: () => search.current?.focus(),
    };
  });

  useLayoutEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
      if (detail.current?.contains(target)) leave();
      else if (selected.size > 0) selection.clear();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onEscape);
    return () => document.removeEventListener('keydown', onEscape);
  });
}
