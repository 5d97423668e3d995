import type { ComponentChildren } from 'preact';
import type { ArxivId } from '../../lib/paper';

interface ListRoomProps {
  /** Whose papers the list shows by now: what was typed may be ahead of it. */
  query: string;
  onOpen: (id: ArxivId) => void;
  children: ComponentChildren;
}

/** The place of the list: a click on one of its papers opens that here, and with a key held, where the browser would. */
export function ListRoom({ query, onOpen, children }: ListRoomProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter clicks the link with the focus.
    <div
      class="list-room"
      data-query={query}
      onClick={(event) => {
        const { target } = event;
        if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const id = target.closest<HTMLElement>('[data-arxiv-id]')?.dataset['arxivId'];
        if (id === undefined || target.closest('button, input, .details a')) return;
        event.preventDefault();
        onOpen(id);
      }}
    >
      {children}
    </div>
  );
}
