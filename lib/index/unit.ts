import type { ArxivId } from '../paper';
import type { UnitRecord } from '../store/index-records';
import { addMeaningOfTerms } from '../text/meaning';
import type { TermVectors } from '../text/term-vectors';
import { BUCKETS, bucketOf } from './buckets';
import { ByteWriter } from './bytes';
import { packId, unpackId } from './packed-id';
import type { IndexedPaper } from './paper-index';
import { type Posting, writePosting } from './postings';
import { TermBlockWriter } from './term-block';
import { unitTerms } from './unit-terms';

/** Lengths are kept in two bytes; a longer text is no abstract. */
const MOST_LENGTH = 65_535;

export interface Identity {
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

/** Writes one term's postings, which must come by ascending paper. */
export function writePostings(writer: ByteWriter, postings: readonly Posting[]): void {
  let before = -1;
  for (const { paper, title, abstract } of postings) {
    writePosting(writer, paper - before, title, abstract);
    before = paper;
  }
}

/** A unit without its place in time: what can be made ready before a transaction begins. */
export type ReadyPart = Omit<UnitRecord, 'seq'>;

/** Papers as one part of the index, their postings with them. */
export function makePart(papers: readonly IndexedPaper[], vectors?: TermVectors): ReadyPart {
  const byTerm = new Map<string, Posting[]>();
  const lengths = new Uint16Array(papers.length);
  const meaningSum = vectors && new Float32Array(vectors.dimensions);
  papers.forEach((paper, number) => {
    const { terms, length } = unitTerms(paper);
    lengths[number] = Math.min(length, MOST_LENGTH);
    for (const [term, { title, abstract }] of terms) {
      const postings = byTerm.get(term);
      const posting = { paper: number, title, abstract };
      if (postings) postings.push(posting);
      else byTerm.set(term, [posting]);
    }
    if (vectors && meaningSum) addMeaningOfTerms(meaningSum, terms, vectors);
  });
  const packed = packIds(papers.map(({ id }) => id));
  return {
    papers: papers.length,
    ...packed,
    lengths,
    ...(meaningSum && { meaningSum }),
    ...writeBlocks(byTerm),
  };
}

function writeBlocks(byTerm: ReadonlyMap<string, Posting[]>): { blocks: Uint8Array; starts: Uint32Array } {
  const terms = [...byTerm.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const all = new ByteWriter(terms.length * 16 + 16);
  const starts = new Uint32Array(BUCKETS + 1);
  const scratch = new ByteWriter();
  let at = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    starts[bucket] = all.length;
    const first = terms[at];
    if (first === undefined || bucketOf(first) !== bucket) continue;
    const block = new TermBlockWriter();
    for (
      let term: string | undefined = first;
      term !== undefined && bucketOf(term) === bucket;
      term = terms[at]
    ) {
      const postings = byTerm.get(term) ?? [];
      scratch.clear();
      writePostings(scratch, postings);
      block.add(term, postings.length, scratch.taken());
      at += 1;
    }
    all.bytes(block.taken());
  }
  starts[BUCKETS] = all.length;
  return { blocks: all.taken(), starts };
}

/** One bucket's block of a part; empty where it has no such terms. */
export function blockOf(part: UnitRecord, bucket: number): Uint8Array {
  const { blocks, starts } = part;
  if (!blocks || !starts) throw new Error(`Unit ${part.seq} is no part: it holds no blocks.`);
  return blocks.subarray(starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
}
