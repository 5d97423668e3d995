import type { LensDatabase } from '../store/database';
import { jobs, nextJob, resumeFull } from '../store/jobs/imports';
import type { ImportState } from '../store/records';

/** What the queue needs of the browser. */
interface QueueHost {
  /** Keeps the worker alive while `work` runs. */
  stayAlive<T>(work: () => Promise<T>): Promise<T>;
  /** While there is work, has the browser start the worker again if it ends; `false` stops this. */
  keepWaking(isAtWork: boolean): Promise<void>;
  showBadge(text: string): Promise<void>;
  /** Works at the most urgent import in these states, for as long as the worker that runs it allows. */
  runJob(states: readonly ImportState[], showBadge: (text: string) => Promise<void>): Promise<void>;
  logError(error: unknown): void;
}

export interface JobQueue {
  /** Continues the imports that are under way until there is nothing to do. */
  goOn(): Promise<void>;
  /** Continues the imports that are under way, and also those that a full disk has stopped. */
  retry(): Promise<void>;
}

/**
 * Each lane is a list of states whose imports are worked at one after the other, the more urgent state first. Reading
 * has a lane of its own, so a preview does not wait for an archive.
 */
const LANES: readonly (readonly ImportState[])[] = [['reading'], ['undoing', 'running']];

/**
 * Works at the jobs of one lane one after the other. A call while the lane is at work makes it look for jobs once
 * more at the end.
 */
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

/** Creates the queue that works at imports until there is nothing left to do. */
export function createJobQueue(db: LensDatabase, host: QueueHost): JobQueue {
  const { stayAlive, keepWaking, logError } = host;
  let shown: string | undefined;

  /**
   * The text is set only when it changes, because a call of the browser takes longer than storing a small digest. The
   * call fails while the browser is ending the worker, which is no fault of the import.
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
