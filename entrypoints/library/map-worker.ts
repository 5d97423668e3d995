import { mapPapers, type MappedPaper } from '../../lib/map/map-papers';
import { readTermVectors } from '../../lib/text/term-vectors';

/** A worker of the page: what it is asked for takes up to seconds, and the page goes on meanwhile. */
export interface MapQuestion {
  papers: readonly MappedPaper[];
  /** With the first question. */
  vectors?: Uint8Array;
}

let vectors: ReturnType<typeof readTermVectors> | undefined;

addEventListener('message', ({ data }: MessageEvent<MapQuestion>) => {
  if (data.vectors) vectors = readTermVectors(data.vectors);
  postMessage(mapPapers(data.papers, vectors));
});
