import type { IndexFollower } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { jobs } from '../store/jobs/imports';
import { restoredFile } from '../store/jobs/restores';
import { goOnRestoring } from './restore';

/** What a restore needs of the browser and of the index. */
export interface RestoreHost {
  /** To be had before a transaction opens. */
  follower(): Promise<IndexFollower>;
  /** Keeps the worker alive while this runs. */
  stayAlive<T>(work: () => Promise<T>): Promise<T>;
  /** Has the worker started again should it end, until it is told that there is no work. */
  keepWaking(isAtWork: boolean): Promise<void>;
  logError(error: unknown): void;
}

/** Goes on with the restore that is under way, if there is one; a call while it runs waits for that. */
export function createRestoreJob(db: LensDatabase, host: RestoreHost): () => Promise<void> {
  let restoring: Promise<void> | undefined;
  return async () => {
    if ((await restoredFile(db)) === undefined) return;
    await host.keepWaking(true);
    restoring ??= host
      .stayAlive(() => goOnRestoring(db, host.follower))
      .catch(host.logError)
      .finally(() => (restoring = undefined));
    await restoring;
    await host.keepWaking((await jobs(db)).length > 0);
  };
}
