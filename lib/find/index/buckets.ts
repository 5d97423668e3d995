import { BUCKET_BOUNDS } from './bucket-bounds';

/** Terms in alphabetical order are cut into so many buckets, so that those that begin alike lie together. */
export const BUCKETS = BUCKET_BOUNDS.length + 1;

/** How many bounds are at or before a term. */
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

/** The buckets that hold the terms with a beginning: the first and the last. */
export function bucketsOfPrefix(prefix: string): [first: number, last: number] {
  return [bucketOf(prefix), bucketOf(`${prefix}\uffff`)];
}
