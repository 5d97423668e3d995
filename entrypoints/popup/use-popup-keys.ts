import type { CardAct } from '../../components/paper/paper-card';
import { listKeys, useTriageKeys } from '../../components/paper/use-triage-keys';
import type { AnnouncementDate } from '../../lib/paper';
import type { Acts } from './acts';
import type { PopupParts } from './session';

interface PopupKeys {
  /** Not while something covers the list. */
  isListening: boolean;
  parts: PopupParts;
  previous: AnnouncementDate | undefined;
  next: AnnouncementDate | undefined;
  acts: Acts;
  pick: (day: AnnouncementDate) => void;
  setSheet: (sheet: 'help') => void;
}

/** What each key does in the popup. */
export function usePopupKeys(keys: PopupKeys): void {
  const { isListening, parts, previous, next, acts, pick, setSheet } = keys;
  const { list, field } = parts;
  useTriageKeys(() => {
    if (!isListening) return {};
    const id = list.current?.focused();
    const onPaper = (what: CardAct) => () => (id === undefined ? false : acts.act(id, what));
    return {
      ...listKeys(list.current),
      star: onPaper('star'),
      read: onPaper('read'),
      hide: onPaper('hide'),
      undo: acts.undo,
      search: () => field.current?.select(),
      'previous day': () => previous !== undefined && pick(previous),
      'next day': () => next !== undefined && pick(next),
      help: () => setSheet('help'),
    };
  });
}
