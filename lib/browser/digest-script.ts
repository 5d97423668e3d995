import { type DigestReader, digestReader } from '../digest/digest-reader';
import { spoken } from '../i18n/translate';

/** What a service worker has, and what the script that reads files leaves behind. */
export interface WorkerScope {
  importScripts?: (url: string) => void;
  addEventListener(type: 'install', run: () => void): void;
  digestReader?: typeof digestReader;
}

const worker: WorkerScope = globalThis;

const DIGEST_READER = '/digest-reader.js';

/** A service worker may load later only what it has loaded while it was being installed. */
export function keepDigestReader(): void {
  worker.addEventListener('install', () => worker.importScripts?.(DIGEST_READER));
}

/**
 * The code that reads files. It is larger than all the rest of the worker, which is started many times a day, nearly
 * always to answer a page that waits: with it in one script Chrome takes 10 ms longer to start, Firefox 60.
 */
export function loadDigestReader(): DigestReader {
  if (!worker.digestReader) worker.importScripts?.(DIGEST_READER);
  if (!worker.digestReader) throw new Error(`${DIGEST_READER} has left no reader of digests.`);
  return worker.digestReader(spoken());
}
