import { digestParser } from '../../lib/digest/digest-parser';
import type { Engine } from '../../lib/find/engine';
import { createJobQueue, type JobQueue } from '../../lib/import/job-queue';
import { runJob } from '../../lib/import/run-job';
import type { LensDatabase } from '../../lib/store/database';

interface Options {
  /** Called after each step. */
  showBadge?: () => Promise<void>;
  logError?: (error: unknown) => void;
  recordsAStep?: number;
}

/** A queue that does its work in the test itself, without a browser. An error that is not expected fails the test. */
export function queueHere(db: LensDatabase, engine: Engine, options: Options = {}): JobQueue {
  const fail = (error: unknown): void => {
    throw error;
  };
  const { showBadge: afterStep = async () => {}, logError = fail, recordsAStep } = options;
  return createJobQueue(db, {
    stayAlive: (work) => work(),
    keepWaking: async () => {},
    showBadge: afterStep,
    runJob: (states, showBadge) => {
      const loadDigestParser = () => digestParser;
      const rest = async () => {};
      return runJob(db, engine, states, { loadDigestParser, showBadge, rest, logError }, recordsAStep);
    },
    logError,
  });
}
