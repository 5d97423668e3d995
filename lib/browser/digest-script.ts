import type { DigestParser } from '../digest/digest-parser';

/** What a service worker offers, and what the script that reads files leaves in it. */
interface WorkerScope {
  importScripts?: (url: string) => void;
  addEventListener(type: 'install', run: () => void): void;
  digestParser?: DigestParser;
}

const worker: WorkerScope = globalThis;

const DIGEST_PARSER = '/digest-parser.js';

/**
 * Loads the script while the service worker is being installed, because a service worker may later load only what it
 * has loaded then.
 */
export function keepDigestParser(): void {
  worker.addEventListener('install', () => worker.importScripts?.(DIGEST_PARSER));
}

/**
 * Loads the code that reads files. It is larger than all the rest of the worker, which is started many times a day,
 * nearly always to answer a page that waits: with this code in the same script, starting takes Chrome 10 ms longer
 * and Firefox 60 ms.
 */
export function loadDigestParser(): DigestParser {
  if (!worker.digestParser) worker.importScripts?.(DIGEST_PARSER);
  if (!worker.digestParser) throw new Error(`${DIGEST_PARSER} has left no reader of digests.`);
  return worker.digestParser;
}
