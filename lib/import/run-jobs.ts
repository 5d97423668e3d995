import type { DigestParser } from '../digest/digest-parser';
import type { Engine } from '../find/engine';
import type { LensDatabase } from '../store/database';
import { nextJob, pauseImport } from '../store/jobs/imports';
import type { ImportState, StoredImport } from '../store/records';
import { ImportError } from './errors';
import { hindranceOf } from './hindrance';
import { readImport } from './read-import';
import { type ImportIndex, RECORDS_A_STEP, storeImport } from './store-import';
import { takeBackImport } from './take-back-import';
import { badgeOf } from './wording';

/** What the work needs of the place where it is done. */
export interface JobHost {
  /** Loads the code that reads files, the first time it is needed. */
  loadDigestParser(): DigestParser;
  showBadge(text: string): Promise<void>;
  logError(error: unknown): void;
  /** Waited for between two steps, where all that was done is stored: the moment to end a worker. */
  rest(): Promise<void>;
}

/**
 * Works off the imports in these states one after the other. What is to be done stands in the database alone, and is
 * looked up after every step: so a worker that has just started knows as much as the one before, and a pause counts
 * at once.
 */
export async function runJobs(
  db: LensDatabase,
  engine: Engine,
  states: readonly ImportState[],
  workplace: JobHost,
  recordsAStep = RECORDS_A_STEP,
): Promise<void> {
  const { loadDigestParser, showBadge, logError, rest } = workplace;
  const index = async (): Promise<ImportIndex> => ({
    ...(await engine.writer()),
    tend: () => engine.mergeParts('little'),
  });

  async function* stepsOf({ id, state }: StoredImport): AsyncGenerator<void> {
    if (state === 'reading') return yield* readImport(db, id, loadDigestParser());
    if (state === 'undoing') {
      yield* takeBackImport(db, id, await index());
      return engine.mergeParts();
    }
    yield* storeImport(db, id, loadDigestParser(), await index(), recordsAStep);
    const newPapers = (await db.imports.get(id))?.newPapers ?? 0;
    // The one time that all there is to merge is worth it: the import is most of what is stored.
    await engine.mergeParts(newPapers > (await db.papers.count()) / 2 ? 'all' : 'enough');
  }

  async function workAt(job: StoredImport): Promise<void> {
    try {
      for await (const step of stepsOf(job)) {
        void step;
        const next = await nextJob(db, states);
        if (next?.state !== 'reading') await showBadge(next ? badgeOf(next) : '');
        if (next?.id !== job.id || next.state !== job.state) return await engine.mergeParts();
        await rest();
      }
    } catch (error) {
      logError(error);
      const { path, cause } = error instanceof ImportError ? error : { path: job.name, cause: error };
      const { reason, hindrance } = hindranceOf(job.state, path, cause);
      await pauseImport(db, job.id, reason, hindrance);
    }
  }

  for (let job = await nextJob(db, states); job; job = await nextJob(db, states)) await workAt(job);
}
