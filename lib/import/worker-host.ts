import type { ImportState } from '../store/records';

/**
 * Imports in a worker beside the page that has them worked off. Firefox's background is such a page, whose memory it
 * collects so late that an import of years would take 600 MB; that of a worker it has back when the worker ends. So
 * none works for long. Chrome's background is a service worker, which can start no other.
 */

/** What such a worker is to do: work at the imports in these states. */
export interface ImportTask {
  states: readonly ImportState[];
  termVectors: Uint8Array;
}

/** What it says: what the toolbar icon is to show, what went wrong, that it can be ended, or why it cannot go on. */
export type ImportWorkerMessage =
  { badge: string } | { problem: string } | { isOver: true } | { fault: string };

interface Listener {
  showBadge(text: string): Promise<void>;
  logError(error: unknown): void;
}

/** Waits for its task: to start a worker takes some 0.1 s. One that is left over ends with the page. */
let spare: Worker | undefined;

/** Has one worker work, until it has done all or worked for long enough. */
export async function runInWorker(
  start: () => Worker,
  task: ImportTask,
  { showBadge, logError }: Listener,
): Promise<void> {
  const worker = spare ?? start();
  spare = start();
  try {
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImportWorkerMessage>) => {
        if ('badge' in data) void showBadge(data.badge);
        else if ('problem' in data) logError(new Error(data.problem));
        else if ('fault' in data) reject(new Error(data.fault));
        else resolve();
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(task, [task.termVectors.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
