import { mapPapers, type MappedPaper } from '../../lib/map/map-papers';
import { readTermVectors } from '../../lib/text/term-vectors';

/** What the page asks its worker for: a map takes up to seconds to make, and the page goes on meanwhile. */
export interface MapQuestion {
  papers: readonly MappedPaper[];
  /** They come with the first question alone. */
  vectors?: Uint8Array;
}

let vectors: ReturnType<typeof readTermVectors> | undefined;

addEventListener('message', ({ data }: MessageEvent<MapQuestion>) => {
  if (data.vectors) vectors = readTermVectors(data.vectors);
  postMessage(mapPapers(data.papers, vectors));
});
