import { useEffect, useState } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import {
  choose,
  type DayChoices,
  type DayView,
  isFolded,
  openView,
  unfoldedWith,
} from '../../lib/lists/day-view';
import { leftOn } from '../../lib/lists/last-place';
import type { Unfolded } from '../../lib/lists/rows';
import type { Triage } from '../../lib/lists/triage';
import type { AnnouncementDate, ArxivId } from '../../lib/paper';
import { type DayWithStates, readDayDigest } from '../../lib/store/views/day-digest';
import type { PlaceMemory } from './place-memory';
import { type LateStore, useLateStore } from './use-late-store';

interface DayOptions {
  store: Promise<LateStore>;
  first: DayWithStates;
  memory: PlaceMemory;
  triage: Triage;
}

/** A day as it is shown, and what the reader can do with it. */
export interface Day {
  view: DayView;
  pick: (day: AnnouncementDate) => Promise<void>;
  choose: (choices: DayChoices) => void;
  fold: (group: string) => void;
  unfold: (id: ArxivId, to: Unfolded | undefined) => void;
  showHidden: (showsHidden: boolean) => void;
}

/** The day that is shown, as it is stored now. What the reader chooses is there again when the popup is opened anew. */
export function useDay({ store, first, memory, triage }: DayOptions): Day {
  const { stateOf } = triage;
  const open = ({ digest }: DayWithStates): DayView =>
    openView(digest, memory.place(), leftOn(memory.place(), digest.date), stateOf);
  const [view, setView] = useState(() => open(first));
  const { digest } = view;
  const { date } = digest;
  const draw = (choices: DayChoices): void => setView((now) => choose(now, choices, stateOf));

  useEffect(() => memory.keepDay(date, {}), [date]);
  useLateStore(
    store,
    ({ db, followDay }) =>
      followDay(db, digest, {
        tell(stored) {
          triage.know(stored.states.values());
          draw({ digest: stored.digest });
        },
        failed: logError,
      }),
    [digest],
  );
  useEffect(() => {
    if (view.sort !== 'starred') return;
    send(
      'closeness',
      digest.entries.map(({ paper }) => paper.id),
    )
      .then((closeness) => draw({ closeness: new Map(Object.entries(closeness)) }))
      .catch(logError);
  }, [view.sort, digest]);

  return {
    view,
    async pick(day) {
      const picked = await readDayDigest((await store).db, day);
      triage.know(picked.states.values());
      setView(open(picked));
      memory.keep({ day });
    },
    choose(choices) {
      draw(choices);
      const { sort, group, show, text } = choices;
      if (sort !== undefined) memory.keep({ sort });
      if (group !== undefined) memory.keep({ group });
      if (show !== undefined) memory.keepDay(date, { show });
      if (text !== undefined) memory.keepDay(date, { text });
    },
    fold(group) {
      const folds = { ...view.folds, [group]: !isFolded(view, group) };
      setView({ ...view, folds });
      memory.keepDay(date, { folds });
    },
    unfold(id, to) {
      const unfolded = unfoldedWith(view.unfolded, id, to);
      setView({ ...view, unfolded });
      memory.keepDay(date, { unfolded: [...unfolded] });
    },
    showHidden: (showsHidden) => setView({ ...view, showsHidden }),
  };
}
