import type { IndexFollower } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { jobs } from '../store/jobs/imports';
import { restoredFile } from '../store/jobs/restores';
import { continueRestore } from './restore';

/** What a restore needs of the browser and of the index. */
interface RestoreHost {
  /** Opens the follower; call it before a transaction begins. */
  follower(): Promise<IndexFollower>;
  /** Keeps the worker alive while `work` runs. */
  stayAlive<T>(work: () => Promise<T>): Promise<T>;
  /** While there is work, has the browser start the worker again if it ends; `false` stops this. */
  keepWaking(isAtWork: boolean): Promise<void>;
  logError(error: unknown): void;
}

/**
 * Creates a function that continues the restore that is under way, if there is one. A call while a restore runs waits
 * for that run.
 */
export function createRestoreJob(db: LensDatabase, host: RestoreHost): () => Promise<void> {
  let restoring: Promise<void> | undefined;
  return async () => {
    if ((await restoredFile(db)) === undefined) return;
    await host.keepWaking(true);
    restoring ??= host
      .stayAlive(() => continueRestore(db, host.follower))
      .catch(host.logError)
      .finally(() => (restoring = undefined));
    await restoring;
    await host.keepWaking((await jobs(db)).length > 0);
  };
}
