import type { CardAct } from '../../components/paper/paper-card';
import type { ListControls } from '../../components/paper/use-list-focus';
import { doneText } from '../../components/popup/wording';
import { t, tn } from '../../lib/i18n/translate';
import { type DayView, unreadIn } from '../../lib/lists/day-view';
import type { Triage } from '../../lib/lists/triage';
import type { ArxivId, ReadingChange } from '../../lib/paper';
import type { Said } from './use-said';

interface ActOptions {
  view: DayView;
  triage: Triage;
  say: (said: Said) => void;
  list: { readonly current: ListControls | null };
}

/** What the reader does with papers; the footer says it, and offers to take it back. */
export interface Acts {
  act: (id: ArxivId, what: CardAct) => void;
  markGroupRead: (group: string) => void;
  undo: () => void;
}

export function createActs({ view, triage, say, list }: ActOptions): Acts {
  function change(ids: readonly ArxivId[], to: ReadingChange): void {
    triage.change(ids, to);
    if (ids.length > 0) say({ text: doneText(to, tn('papers', ids.length)), canUndo: true });
  }
  return {
    act(id, what) {
      const { read = false, starred = false, hidden = false } = triage.stateOf(id);
      if (what === 'star') return change([id], { starred: !starred });
      if (what === 'read') return change([id], { read: !read });
      // Its row goes: the focus has to be elsewhere before.
      if (!hidden && !view.showsHidden) list.current?.handOver([id]);
      return change([id], { hidden: !hidden });
    },
    markGroupRead: (group) => change(unreadIn(view, group, triage.stateOf), { read: true }),
    undo() {
      if (triage.undo()) say({ text: t('popup_undone'), canUndo: triage.last() !== undefined });
    },
  };
}
