import type { UnitRecord } from '../../store/index-records';
import { BUCKETS } from './buckets';
import { TermBlockWriter } from './term-block';
import { ByteWriter } from './varint';

/** A part's blocks one after the other, and where each bucket's block begins; one more than buckets. */
export interface PartBlocks {
  blocks: Uint8Array;
  starts: Uint32Array;
}

/** Writes the blocks of a part, by ascending bucket. */
export class PartBlocksWriter {
  readonly #all: ByteWriter;
  readonly #terms: TermBlockWriter;
  readonly #starts = new Uint32Array(BUCKETS + 1);
  #next = 0;

  /** `all` is where the blocks are gathered: what stood in it is written over. */
  constructor(all = new ByteWriter(1 << 18)) {
    all.clear();
    this.#all = all;
    this.#terms = new TermBlockWriter(all);
  }

  /** Where a bucket's terms are to be written. */
  bucket(bucket: number): TermBlockWriter {
    if (bucket >= this.#next) this.#begin(bucket);
    return this.#terms;
  }

  #begin(bucket: number): void {
    this.#starts.fill(this.#all.length, this.#next, bucket + 1);
    this.#next = bucket + 1;
    this.#terms.beginBlock();
  }

  taken(): PartBlocks {
    this.#begin(BUCKETS);
    return { blocks: this.#all.taken(), starts: this.#starts };
  }
}

/** One bucket's block of a part; empty where it has no such terms. */
export function termBlockOf(part: UnitRecord, bucket: number): Uint8Array {
  const { blocks, starts } = part;
  if (!blocks || !starts) throw new Error(`Unit ${part.seq} is no part: it holds no blocks.`);
  return blocks.subarray(starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
}
