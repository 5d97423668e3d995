import type { ImportState } from '../store/records';

/**
 * Runs imports in a worker beside the background page that starts them. Firefox's background is a page whose memory
 * is collected so late that an import of several years would take 600 MB; the memory of a worker is free again when
 * the worker ends, so no worker works for long. Chrome's background is a service worker, which can start no other
 * worker.
 */

/** The task of such a worker: to work at the imports in these states. */
export interface ImportTask {
  states: readonly ImportState[];
  termVectors: Uint8Array;
}

/**
 * What the worker says: the text for the toolbar icon, an error to log, that the worker can be ended, or why it
 * cannot continue.
 */
export type ImportWorkerMessage =
  { badge: string } | { problem: string } | { isOver: true } | { fault: string };

interface Listener {
  showBadge(text: string): Promise<void>;
  logError(error: unknown): void;
}

/**
 * A worker that waits for its task, because starting one takes about 0.1 s. A spare that is never used ends with the
 * page.
 */
let spare: Worker | undefined;

/** Lets one worker work until everything is done or the worker has worked for long enough. */
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
