import { termVectorBytes } from '../../lib/browser/own-files';
import type { PaperMap } from '../../lib/map/map-papers';
import { MOST_MAPPED } from '../../lib/map/plane';
import type { ArxivId } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { papersById } from '../../lib/store/views/papers';
import type { MapQuestion } from './map-worker';

/** Makes maps of stored papers. */
interface Mapper {
  /**
   * The map of the first of these papers, as many as one can look at; undefined where another map was asked for
   * before it was made.
   */
  map(ids: readonly ArxivId[]): Promise<PaperMap | undefined>;
  end(): void;
}

export function createMapper(db: LensDatabase): Mapper {
  let latest = 0;
  let atRest: Worker | undefined;
  let atWork: AbortController | undefined;

  return {
    async map(ids) {
      latest += 1;
      const turn = latest;
      atWork?.abort();
      const [stored, vectors] = await Promise.all([
        papersById(db, ids.slice(0, MOST_MAPPED)),
        atRest ? undefined : termVectorBytes(),
      ]);
      if (turn !== latest) return undefined;
      const papers = stored.flatMap((paper) =>
        paper ? [{ id: paper.id, title: paper.title, abstract: paper.abstract }] : [],
      );
      const worker = atRest ?? startWorker();
      atRest = undefined;
      atWork = new AbortController();
      const map = await ask(worker, { papers, ...(vectors && { vectors }) }, atWork.signal);
      if (map) atRest = worker;
      return map;
    },
    end() {
      latest += 1;
      atWork?.abort();
      atRest?.terminate();
      atRest = undefined;
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
}

/** A worker at its work cannot be told to stop: it is ended. */
function ask(worker: Worker, question: MapQuestion, signal: AbortSignal): Promise<PaperMap | undefined> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      worker.terminate();
      resolve(undefined);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<PaperMap>) => resolve(data), {
      once: true,
      signal,
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true, signal });
    worker.postMessage(question, question.vectors ? [question.vectors.buffer] : []);
  });
}
