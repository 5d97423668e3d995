import type { DigestParser } from '../digest/digest-parser';
import type { Engine } from '../find/engine';
import { extentAfter } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { importById, nextJob, pauseImport } from '../store/jobs/imports';
import type { ImportState, StoredImport } from '../store/records';
import { countPapers } from '../store/views/papers';
import { badgeOf } from './badge';
import { ImportError } from './errors';
import { hindranceOf } from './hindrance';
import { readImport } from './read-import';
import { RECORDS_A_STEP, storeImport } from './store-import';
import { takeBackImport } from './take-back-import';

/** What a job needs of the worker that runs it. */
interface JobHost {
  /** Loads the code that reads files when it is first needed. */
  loadDigestParser(): DigestParser;
  showBadge(text: string): Promise<void>;
  logError(error: unknown): void;
  /**
   * Awaited between two steps, when everything done so far is stored: this is the moment at which a worker may be
   * ended.
   */
  rest(): Promise<void>;
}

/**
 * Works at the most urgent import in these states until that import is over or another is more urgent. What is to be
 * done stands only in the database and is looked up after every step, so a worker that has just started knows as much
 * as the worker before it, and a pause takes effect at once.
 */
export async function runJob(
  db: LensDatabase,
  engine: Engine,
  states: readonly ImportState[],
  host: JobHost,
  recordsAStep = RECORDS_A_STEP,
): Promise<void> {
  const job = await nextJob(db, states);
  if (!job) return;
  try {
    for await (const step of stepsOf(db, engine, job, host, recordsAStep)) {
      void step;
      const next = await nextJob(db, states);
      if (next?.state !== 'reading') await host.showBadge(next ? badgeOf(next) : '');
      if (next?.id !== job.id || next.state !== job.state)
        return await (await engine.follower()).mergeParts();
      await host.rest();
    }
  } catch (error) {
    host.logError(error);
    const { path, cause } = error instanceof ImportError ? error : { path: job.name, cause: error };
    const { reason, hindrance } = hindranceOf(job.state, path, cause);
    await pauseImport(db, job.id, reason, hindrance);
  }
}

async function* stepsOf(
  db: LensDatabase,
  engine: Engine,
  { id, state }: StoredImport,
  { loadDigestParser }: JobHost,
  recordsAStep: number,
): AsyncGenerator<void> {
  if (state === 'reading') return yield* readImport(db, id, loadDigestParser());
  const follower = await engine.follower();
  if (state === 'undoing') {
    yield* takeBackImport(db, id, follower);
    return follower.mergeParts();
  }
  yield* storeImport(db, id, loadDigestParser(), follower, recordsAStep);
  const newPapers = (await importById(db, id))?.newPapers ?? 0;
  await follower.mergeParts(extentAfter(newPapers, await countPapers(db)));
}
