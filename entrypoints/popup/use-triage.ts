import { useEffect, useReducer, useState } from 'preact/hooks';
import { onChanges } from '../../lib/browser/changes';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { createTriage, type Triage } from '../../lib/lists/triage';
import type { ReadingState } from '../../lib/paper';
import type { DayDigest } from '../../lib/store/views/day-digest';
import { readingStates } from '../../lib/store/views/reading-states';
import type { LateStore } from './use-late-store';

/** The reader's states of the papers in view; `onFailure` hears of a change that could not be stored. */
export function useTriage(first: Iterable<ReadingState>, onFailure: () => void): Triage {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const [triage] = useState(() => {
    const made = createTriage({
      changeReading: (change) => send('changeReading', change),
      putBackReading: (before) => send('putBackReading', before),
      tell: () => redraw(),
      failed(error) {
        logError(error);
        onFailure();
      },
    });
    made.know(first);
    return made;
  });
  return triage;
}

/** Learns what is done elsewhere with the papers of a day. */
export function useReadingElsewhere(store: Promise<LateStore>, triage: Triage, digest: DayDigest): void {
  useEffect(() => {
    const listed = new Set(digest.entries.map(({ paper }) => paper.id));
    return onChanges({
      reading(changed) {
        const ids = changed.filter((id) => listed.has(id));
        if (ids.length === 0) return;
        store
          .then(({ db }) => readingStates(db, ids))
          .then((states) => triage.know(ids.map((id) => states.get(id) ?? { id, changedAt: 0 })))
          .catch(logError);
      },
      settings: () => {},
    });
  }, [digest]);
}
