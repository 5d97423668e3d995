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
  /** Works at the most urgent import in these states, for as long as the worker likes that does it. */
  runJob(states: readonly ImportState[], showBadge: (text: string) => Promise<void>): Promise<void>;
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

/** Works at the jobs of one lane one after the other. A call while it is at work has it look once more in the end. */
function createLane(
  db: LensDatabase,
  states: readonly ImportState[],
  runJob: () => Promise<void>,
): () => Promise<void> {
  let working: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    while (await nextJob(db, states)) await runJob();
  };
  return () => {
    const done = (working ?? Promise.resolve()).catch(() => {}).then(work);
    working = done;
    return done;
  };
}

/** Has imports worked at until there is nothing left to do. */
export function createJobQueue(db: LensDatabase, host: QueueHost): JobQueue {
  const { stayAlive, keepWaking, logError } = host;
  let shown: string | undefined;

  /**
   * A call of the browser takes longer than a small digest, and mostly the same stands there already. It fails where
   * the browser is just ending the worker, which is no fault of the import.
   */
  async function showBadge(text: string): Promise<void> {
    if (text === shown) return;
    shown = text;
    await host.showBadge(text).catch(logError);
  }

  const lanes = LANES.map((states) => createLane(db, states, () => host.runJob(states, showBadge)));

  async function goOn(): Promise<void> {
    const waiting = async () => (await jobs(db)).filter(({ paused }) => !paused || paused === 'full disk');
    if ((await waiting()).length === 0) return;
    await keepWaking(true);
    await stayAlive(() => Promise.all(lanes.map((lane) => lane().catch(logError))));
    const left = await waiting();
    await showBadge(left.length > 0 ? '!' : '');
    await keepWaking(left.length > 0);
  }

  const logged = (work: () => Promise<void>) => (): Promise<void> => work().catch(logError);

  return {
    goOn: logged(goOn),
    retry: logged(async () => {
      await resumeFull(db);
      await goOn();
    }),
  };
}
