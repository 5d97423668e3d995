import type { ArxivId } from '../../paper';
import type { UnitRecord } from '../../store/index-records';
import { addMeaningOfTerms } from '../../text/meaning';
import type { TermVectors } from '../../text/term-vectors';
import { BUCKET_BOUNDS } from './bucket-bounds';
import { packId, unpackId } from './packed-id';
import { type PartBlocks, PartBlocksWriter } from './part-blocks';
import { type PartTerm, PartTerms, type PostingBuffers, postingBuffers } from './part-terms';
import { writePosting } from './postings';
import type { IndexedPaper } from './search-index';
import { ByteWriter } from './varint';

/** Lengths are stored in two bytes. A text with more words is not an abstract. */
const MOST_LENGTH = 65_535;

/** The ids of a unit's papers as the unit stores them: see `UnitRecord`. */
interface Identity {
  ids: Uint32Array;
  oddIds: [number: number, id: ArxivId][];
}

export function packIds(ids: readonly ArxivId[]): Identity {
  const packed = new Uint32Array(ids.length);
  const oddIds: [number, ArxivId][] = [];
  ids.forEach((id, number) => {
    const value = packId(id);
    if (value === undefined) oddIds.push([number, id]);
    else packed[number] = value;
  });
  return { ids: packed, oddIds };
}

export function unpackIds({ ids, oddIds }: Identity): ArxivId[] {
  const odd = new Map(oddIds);
  return Array.from(ids, (packed, number) => odd.get(number) ?? unpackId(packed));
}

/** Writes the postings of one term, by ascending paper. */
function writePostings(writer: ByteWriter, terms: PartTerms, term: PartTerm): void {
  let before = -1;
  terms.visit(term, (paper, counts) => {
    writePosting(writer, paper - before, counts);
    before = paper;
  });
}

/** A unit without its `seq`: everything that can be prepared before a transaction begins. */
export type ReadyPart = Omit<UnitRecord, 'seq'>;

/**
 * How many papers of a part, evenly spread, are taken to estimate the mean meaning of all its papers. The sum serves
 * for nothing but this mean.
 */
const MEANINGS_OF_A_PART = 16;

/**
 * The buffers that are written into while a part is made. A caller that makes many parts keeps one set, because new
 * buffers for each part would be most of an import's garbage. A part is made without a pause, so the same buffers
 * never serve two parts at once.
 */
export interface PartBuffers {
  postings: PostingBuffers;
  blocks: ByteWriter;
}

export const partBuffers = (): PartBuffers => ({ postings: postingBuffers(), blocks: new ByteWriter() });

/** Makes one part of the index from papers, postings included. */
export function makePart(
  papers: readonly IndexedPaper[],
  vectors?: TermVectors,
  buffers = partBuffers(),
): ReadyPart {
  const terms = new PartTerms(buffers.postings);
  const lengths = new Uint16Array(papers.length);
  const meaningSum = vectors && new Float32Array(vectors.dimensions);
  const step = Math.ceil(papers.length / MEANINGS_OF_A_PART);
  papers.forEach((paper, number) => {
    const { length, said } = terms.add(paper);
    lengths[number] = Math.min(length, MOST_LENGTH);
    if (vectors && meaningSum && number % step === 0) addMeaningOfTerms(meaningSum, said, vectors);
  });
  const scale = papers.length / Math.ceil(papers.length / step);
  meaningSum?.forEach((value, i) => (meaningSum[i] = value * scale));
  const packed = packIds(papers.map(({ id }) => id));
  return {
    papers: papers.length,
    ...packed,
    lengths,
    ...(meaningSum && { meaningSum }),
    ...writeBlocks(terms, buffers.blocks),
  };
}

function writeBlocks(terms: PartTerms, blocks: ByteWriter): PartBlocks {
  const writer = new PartBlocksWriter(blocks);
  const scratch = new ByteWriter();
  let bucket = 0;
  for (const each of terms.inOrder()) {
    const { term, count } = each;
    // Terms and bounds are both in order, so the bucket of the next term need not be searched for.
    for (
      let bound = BUCKET_BOUNDS[bucket];
      bound !== undefined && bound <= term;
      bound = BUCKET_BOUNDS[bucket]
    )
      bucket += 1;
    scratch.clear();
    writePostings(scratch, terms, each);
    writer.bucket(bucket).add(term, count, scratch.written);
  }
  return writer.taken();
}
