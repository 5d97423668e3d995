import { useEffect, useRef } from 'preact/hooks';
import type { ArxivId } from '../../lib/paper';
import type { LibraryParts } from './parts';
import type { AddressBar } from './use-address';
import type { OpenPaper } from './use-paper';

/** From here on the paper stands beside the list. */
const WIDE = '(min-width: 1000px)';

export interface Opening {
  /** Shows a paper and goes to it. */
  open: (id: ArxivId) => void;
  /** Shows a paper where it stands beside the list: the focus stays in the list. */
  showBeside: (id: ArxivId) => void;
  close: () => void;
  /** Goes back from the paper to where it was opened. */
  leave: () => void;
}

/** The way to a paper and back. */
export function useOpening(
  { address, go, replace }: AddressBar,
  shown: OpenPaper | undefined,
  { list, map, title }: LibraryParts,
): Opening {
  // The paper may still have to be read when it is opened.
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || shown?.page === undefined || shown.id !== address.paper) return;
    wantsFocus.current = false;
    title.current?.focus();
  });
  const isWide = (): boolean => matchMedia(WIDE).matches;

  function close(): void {
    const id = address.paper;
    replace({ paper: undefined });
    // A narrow window has no list before that.
    if (id !== undefined) requestAnimationFrame(() => list.current?.focus(id));
  }
  return {
    open(id) {
      const isFirst = address.paper === undefined || !isWide();
      (isFirst ? go : replace)({ paper: id });
      wantsFocus.current = true;
    },
    showBeside(id) {
      if (isWide() && id !== address.paper) replace({ paper: id });
    },
    close,
    leave() {
      if (!isWide()) close();
      else if (map.current) map.current.focus();
      else if (address.paper !== undefined) list.current?.focus(address.paper);
    },
  };
}
