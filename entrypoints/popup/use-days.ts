import { useEffect, useState } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';
import type { AnnouncementDate } from '../../lib/paper';
import { AT_WORK } from '../../lib/store/jobs/imports';
import { daysOf } from '../../lib/store/keys';
import type { StoredImport } from '../../lib/store/records';
import { countDays, type DayCount } from '../../lib/store/views/day-digest';
import type { PlaceMemory } from './place-memory';
import { type LateStore, useLateStore } from './use-late-store';

/** The days that have a digest, ascending. */
export function useDays(
  store: Promise<LateStore>,
  first: readonly AnnouncementDate[],
  memory: PlaceMemory,
): readonly AnnouncementDate[] {
  const [days, setDays] = useState(first);
  useLateStore(
    store,
    ({ db, watchDigestKeys }) =>
      watchDigestKeys(db, (keys) => {
        const now = daysOf(keys);
        setDays((known) => (known.join() === now.join() ? known : now));
      }),
    [],
  );
  useEffect(() => memory.keep({ latest: days.at(-1) }), [days]);
  return days;
}

/** How many papers a day lists, once they are counted. */
export function useDayCount(
  store: Promise<LateStore>,
  day: AnnouncementDate | undefined,
): DayCount | undefined {
  const [count, setCount] = useState<DayCount>();
  useEffect(() => {
    setCount(undefined);
    if (day === undefined) return;
    let isOver = false;
    store
      .then(({ db }) => countDays(db, day))
      .then((counts) => !isOver && setCount(counts.get(day)))
      .catch(logError);
    return () => {
      isOver = true;
    };
  }, [day]);
  return count;
}

/** The import that is under way, if one is. */
export function useImportAtWork(store: Promise<LateStore>): StoredImport | undefined {
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  useLateStore(store, ({ db, watchJobs }) => watchJobs(db, setJobs), []);
  return jobs.find(({ state }) => AT_WORK.includes(state));
}
