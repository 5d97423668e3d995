import type { DigestReader } from './digest/reader';
import type { Engine } from './engine';
import {
  ImportError,
  type ImportIndex,
  readImport,
  RECORDS_A_STEP,
  storeImport,
  takeBackImport,
} from './import';
import { badgeOf, hindranceOf } from './import-summary';
import { jobs, nextJob, pauseImport, resumeFull } from './store/imports';
import type { ImportState, LensDatabase, StoredImport } from './store/schema';

/** What the queue needs of the browser. */
export interface Surroundings {
  /** Keeps the worker alive while this runs. */
  stayAlive<T>(work: () => Promise<T>): Promise<T>;
  /** Has the worker started again should it end, until it is told that there is no work. */
  keepWaking(isAtWork: boolean): Promise<void>;
  showBadge(text: string): Promise<void>;
  /** Loads the code that reads files, the first time it is needed. */
  loadDigestReader(): Promise<DigestReader>;
  report(error: unknown): void;
}

export interface WorkQueue {
  /** Goes on with the imports that are under way, until there is nothing to do. */
  goOn(): Promise<void>;
  /** The same, and tries again what a full disk has stopped. */
  retry(): Promise<void>;
}

/** Which states are worked at one after the other, the more urgent first: a preview does not wait for an archive. */
const LANES: readonly (readonly ImportState[])[] = [['reading'], ['undoing', 'running']];

/**
 * Works off the imports. What is to be done stands in the database alone, and is looked up after every step: so a
 * worker that has just started knows as much as the one before, and a pause counts at once.
 */
export function createWorkQueue(
  db: LensDatabase,
  engine: Engine,
  surroundings: Surroundings,
  recordsAStep = RECORDS_A_STEP,
): WorkQueue {
  const { stayAlive, keepWaking, loadDigestReader, report } = surroundings;
  let shown: string | undefined;

  /**
   * A call of the browser takes longer than a small digest, and mostly the same stands there already. It fails where
   * the browser is just ending the worker, which is no fault of the import.
   */
  async function showBadge(text: string): Promise<void> {
    if (text === shown) return;
    shown = text;
    await surroundings.showBadge(text).catch(report);
  }

  const index = async (): Promise<ImportIndex> => ({
    ...(await engine.writer()),
    tend: () => engine.tend(),
  });

  async function* stepsOf({ id, state }: StoredImport): AsyncGenerator<void> {
    if (state === 'reading') return yield* readImport(db, id, await loadDigestReader());
    if (state === 'undoing') {
      yield* takeBackImport(db, id, await index());
      return engine.tend();
    }
    yield* storeImport(db, id, await loadDigestReader(), await index(), recordsAStep);
    const newPapers = (await db.imports.get(id))?.newPapers ?? 0;
    // The one time that all there is to merge is worth it: the import is most of what is stored.
    await engine.tend(newPapers > (await db.papers.count()) / 2);
  }

  async function workAt(job: StoredImport, states: readonly ImportState[]): Promise<void> {
    try {
      for await (const step of stepsOf(job)) {
        void step;
        const next = await nextJob(db, states);
        if (next?.state !== 'reading') await showBadge(next ? badgeOf(next) : '');
        if (next?.id !== job.id || next.state !== job.state) return;
      }
    } catch (error) {
      report(error);
      const { path, cause } = error instanceof ImportError ? error : { path: job.name, cause: error };
      const { reason, sentence } = hindranceOf(job.state, path, cause);
      await pauseImport(db, job.id, reason, sentence);
    }
  }

  const lanes = LANES.map((states) => {
    let isAsked = false;
    let working: Promise<void> | undefined;
    const workOff = async (): Promise<void> => {
      try {
        while (isAsked) {
          isAsked = false;
          for (let job = await nextJob(db, states); job; job = await nextJob(db, states))
            await workAt(job, states);
        }
      } finally {
        working = undefined;
      }
    };
    return (): Promise<void> => {
      isAsked = true;
      return (working ??= workOff().catch(report));
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

  const reported = (work: () => Promise<void>) => (): Promise<void> => work().catch(report);

  return {
    goOn: reported(goOn),
    retry: reported(async () => {
      await resumeFull(db);
      await goOn();
    }),
  };
}
