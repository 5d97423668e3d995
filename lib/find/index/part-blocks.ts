import type { UnitRecord } from '../../store/index-records';
import { BUCKETS } from './buckets';
import { TermBlockWriter } from './term-block';
import { ByteWriter } from './varint';

/**
 * The blocks of a part, one after the other. `starts` says where each bucket's block begins, and has one element more
 * than there are buckets.
 */
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

  /** `all` is the buffer in which the blocks are gathered; its old content is overwritten. */
  constructor(all = new ByteWriter(1 << 18)) {
    all.clear();
    this.#all = all;
    this.#terms = new TermBlockWriter(all);
  }

  /** The writer for the terms of a bucket. Buckets must be asked for in ascending order. */
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

/**
 * The block of one bucket of a part; empty if the part has no terms in that bucket. Throws if the unit is a segment.
 */
export function termBlockOf(part: UnitRecord, bucket: number): Uint8Array {
  const { blocks, starts } = part;
  if (!blocks || !starts) throw new Error(`Unit ${part.seq} is no part: it holds no blocks.`);
  return blocks.subarray(starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
}
