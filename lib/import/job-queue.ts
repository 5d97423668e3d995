import type { LensDatabase } from '../store/database';
import { jobs, nextJob, resumeFull } from '../store/jobs/imports';
import type { ImportState } from '../store/records';

/** What the queue needs of the browser. */
export interface QueueHost {
  /** Keeps the worker alive while this runs. */
  stayAlive<T>(work: () => Promise<T>): Promise<T>;
  /** Has the worker started again should it end, until it is told that there is no work. */
  keepWaking(isAtWork: boolean): Promise<void>;
  showBadge(text: string): Promise<void>;
  /** Works at the imports in these states, for as long as the worker likes that does it. */
  runJobs(states: readonly ImportState[], showBadge: (text: string) => Promise<void>): Promise<void>;
  logError(error: unknown): void;
}

export interface JobQueue {
  /** Goes on with the imports that are under way, until there is nothing to do. */
  goOn(): Promise<void>;
  /** The same, and tries again what a full disk has stopped. */
  retry(): Promise<void>;
}

/** Which states are worked at one after the other, the more urgent first: a preview does not wait for an archive. */
const LANES: readonly (readonly ImportState[])[] = [['reading'], ['undoing', 'running']];

/** Has imports worked off until there is nothing left to do. */
export function createJobQueue(db: LensDatabase, surroundings: QueueHost): JobQueue {
  const { stayAlive, keepWaking, logError } = surroundings;
  let shown: string | undefined;

  /**
   * A call of the browser takes longer than a small digest, and mostly the same stands there already. It fails where
   * the browser is just ending the worker, which is no fault of the import.
   */
  async function showBadge(text: string): Promise<void> {
    if (text === shown) return;
    shown = text;
    await surroundings.showBadge(text).catch(logError);
  }

  const lanes = LANES.map((states) => {
    let isAsked = false;
    let working: Promise<void> | undefined;
    const workOff = async (): Promise<void> => {
      try {
        while (isAsked) {
          isAsked = false;
          while (await nextJob(db, states)) await surroundings.runJobs(states, showBadge);
        }
      } finally {
        working = undefined;
      }
    };
    return (): Promise<void> => {
      isAsked = true;
      return (working ??= workOff().catch(logError));
    };
  });

  async function goOn(): Promise<void> {
    const waiting = async () => (await jobs(db)).filter(({ paused }) => !paused || paused === 'full disk');
    if ((await waiting()).length === 0) return;
    await keepWaking(true);
    await stayAlive(() => Promise.all(lanes.map((lane) => lane())));
    const left = await waiting();
    await showBadge(left.length > 0 ? '!' : '');
    await keepWaking(left.length > 0);
  }

  const reported = (work: () => Promise<void>) => (): Promise<void> => work().catch(logError);

  return {
    goOn: reported(goOn),
    retry: reported(async () => {
      await resumeFull(db);
      await goOn();
    }),
  };
}
