import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { onChanges } from '../../lib/browser/changes';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import type { ReadingStates } from '../../lib/find/shelf';
import { createTriage, type Triage } from '../../lib/lists/triage';
import type { ArxivId, ReadingState } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { readingStates } from '../../lib/store/views/reading-states';

interface PaperReading {
  triage: Triage;
  /** The states of all papers that the reader has ever done something with, as they are on screen. */
  states: ReadingStates;
}

/** The reader's states of all papers, changed from here or from elsewhere. */
export function useReading(db: LensDatabase, first: readonly ReadingState[]): PaperReading {
  const [version, tell] = useReducer<number, void>((count) => count + 1, 0);
  const [{ triage, ids }] = useState(() => {
    const known = new Set(first.map(({ id }) => id));
    const inner = createTriage({
      changeReading: (change) => send('changeReading', change),
      putBackReading: (before) => send('putBackReading', before),
      tell: () => tell(),
      failed: logError,
    });
    inner.know(first);
    const outer: Triage = {
      ...inner,
      know(states) {
        const all = [...states];
        for (const { id } of all) known.add(id);
        inner.know(all);
      },
      change(changed, change) {
        for (const id of changed) known.add(id);
        inner.change(changed, change);
      },
    };
    return { triage: outer, ids: known };
  });
  useEffect(() => {
    const hear = async (changed: ArxivId[]) => {
      const stored = await readingStates(db, changed);
      triage.know(changed.map((id) => stored.get(id) ?? { id, changedAt: 0 }));
    };
    return onChanges({ reading: (changed) => void hear(changed).catch(logError), settings: () => {} });
  }, []);
  const states = useMemo(
    () => new Map([...ids].map((id): [ArxivId, ReadingState] => [id, triage.stateOf(id)])),
    [version],
  );
  return { triage, states };
}
