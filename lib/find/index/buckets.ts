import { BUCKET_BOUNDS } from './bucket-bounds';

/**
 * The number of buckets. Terms in alphabetical order are cut into buckets, so that terms which begin alike lie
 * together.
 */
export const BUCKETS = BUCKET_BOUNDS.length + 1;

/** The bucket of a term: the number of bounds that are at or before the term. */
export function bucketOf(term: string): number {
  let low = 0;
  let high = BUCKET_BOUNDS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((BUCKET_BOUNDS[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first and the last of the buckets that hold the terms with this beginning. */
export function bucketsOfPrefix(prefix: string): [first: number, last: number] {
  return [bucketOf(prefix), bucketOf(`${prefix}\uffff`)];
}
