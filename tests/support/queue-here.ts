import { digestReader } from '../../lib/digest/digest-reader';
import type { Engine } from '../../lib/find/engine';
import { spoken } from '../../lib/i18n/translate';
import type { LensDatabase } from '../../lib/store/database';
import { workOff } from '../../lib/import/run-jobs';
import { createWorkQueue, type WorkQueue } from '../../lib/import/job-queue';

interface Options {
  /** Called after each step. */
  showBadge?: () => Promise<void>;
  report?: (error: unknown) => void;
  recordsAStep?: number;
}

/** A queue whose work is done where it stands. An error that nobody waits for fails the test. */
export function queueHere(db: LensDatabase, engine: Engine, options: Options = {}): WorkQueue {
  const fail = (error: unknown): void => {
    throw error;
  };
  const { showBadge: afterStep = async () => {}, report = fail, recordsAStep } = options;
  return createWorkQueue(db, {
    stayAlive: (work) => work(),
    keepWaking: async () => {},
    showBadge: afterStep,
    workOff: (states, showBadge) => {
      const loadDigestReader = () => digestReader(spoken());
      const rest = async () => {};
      return workOff(db, engine, states, { loadDigestReader, showBadge, rest, report }, recordsAStep);
    },
    report,
  });
}
