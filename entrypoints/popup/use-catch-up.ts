import { useState } from 'preact/hooks';
import type { AnnouncementDate } from '../../lib/paper';
import type { PlaceMemory } from './place-memory';

export interface CatchUpState {
  /** The days since the last visit, up to today. */
  missed: readonly AnnouncementDate[];
  /** The days that are being caught up with, once that has begun. */
  underway: readonly AnnouncementDate[] | undefined;
  onStart: () => void;
  onEnd: () => void;
}

interface CatchUpOptions {
  days: readonly AnnouncementDate[];
  today: AnnouncementDate;
  memory: PlaceMemory;
  pick: (day: AnnouncementDate) => void;
}

/** Through the days that came since the reader was here last. */
export function useCatchUp({ days, today, memory, pick }: CatchUpOptions): CatchUpState {
  const [since, setSince] = useState(() => memory.place().since);
  const [underway, setUnderway] = useState<readonly AnnouncementDate[]>();
  const missed = days.filter((day) => since !== undefined && day > since && day <= today);
  return {
    missed,
    underway,
    onStart() {
      setUnderway(missed);
      const [first] = missed;
      if (first !== undefined) pick(first);
    },
    onEnd() {
      setUnderway(undefined);
      setSince(days.at(-1));
      memory.keep({ since: days.at(-1) });
    },
  };
}
