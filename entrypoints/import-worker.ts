import { defineUnlistedScript } from '#imports';
import { digestParser } from '../lib/digest/digest-parser';
import { createEngine } from '../lib/find/engine';
import { turnsEverywhere } from '../lib/find/turns';
import { runJob } from '../lib/import/run-job';
import type { ImportTask, ImportWorkerMessage } from '../lib/import/worker-host';
import { LensDatabase } from '../lib/store/database';

/** To start another one takes some 0.2 s. */
const LONG_ENOUGH_MS = 2500;

const say = (news: ImportWorkerMessage): void => postMessage(news);
const never = new Promise<void>(() => {});

async function work({ states, termVectors }: ImportTask): Promise<void> {
  const db = new LensDatabase();
  const engine = createEngine(db, async () => termVectors, turnsEverywhere);
  const start = performance.now();
  await runJob(db, engine, states, {
    loadDigestParser: () => digestParser,
    showBadge: async (badge) => say({ badge }),
    logError: (error) => say({ problem: String(error) }),
    // It is ended at once, though it has begun to read what the next one will read again.
    rest: async () => {
      if (performance.now() - start < LONG_ENOUGH_MS) return;
      say({ isOver: true });
      await never;
    },
  });
}

export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    addEventListener('message', ({ data }: MessageEvent<ImportTask>) => {
      work(data).then(
        () => say({ isOver: true }),
        (error: unknown) => say({ fault: String(error) }),
      );
    });
  },
});
