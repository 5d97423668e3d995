import type { BucketRecord } from '../../store/index-records';

/**
 * Blocks are kept up to this many bytes. Above it all blocks are forgotten when an index is opened, but never while a
 * question is being answered; the commonest blocks are soon read again.
 */
const MOST_BYTES = 24 * 1024 * 1024;

/** The blocks that were read, and the buckets that a segment is known not to have. */
export interface BlockMemory {
  has(segments: readonly number[], bucket: number): boolean;
  get(segment: number, bucket: number): Uint8Array | undefined;
  remember(segments: readonly number[], buckets: readonly number[], records: readonly BucketRecord[]): void;
  keepOnly(segments: ReadonlySet<number>): void;
}

export function blockMemory(): BlockMemory {
  const bySegment = new Map<number, Map<number, Uint8Array | undefined>>();
  let bytes = 0;
  return {
    has: (segments, bucket) => segments.every((segment) => bySegment.get(segment)?.has(bucket)),
    get: (segment, bucket) => bySegment.get(segment)?.get(bucket),
    remember(segments, wanted, records) {
      for (const segment of segments) {
        const buckets = bySegment.get(segment) ?? new Map<number, Uint8Array | undefined>();
        for (const bucket of wanted) buckets.set(bucket, undefined);
        bySegment.set(segment, buckets);
      }
      for (const { seq, bucket, block } of records) {
        const buckets = bySegment.get(seq);
        if (!buckets) continue;
        buckets.set(bucket, block);
        bytes += block.length;
      }
    },
    keepOnly(segments) {
      for (const [segment, buckets] of bySegment) {
        if (segments.has(segment)) continue;
        for (const block of buckets.values()) bytes -= block?.length ?? 0;
        bySegment.delete(segment);
      }
      if (bytes <= MOST_BYTES) return;
      bySegment.clear();
      bytes = 0;
    },
  };
}
