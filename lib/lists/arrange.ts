import type { Selection, Shelf } from '../find/shelf';
import type { AnnouncementDate } from '../paper';

export type ShelfOrder = 'best' | 'newest' | 'oldest';
/** A list as it is shown. */
interface Arranged {
  /** Numbers of papers, in their order. */
  papers: Uint32Array;
  /** How many were left out because they are hidden. */
  hidden: number;
}

/** The papers of a selection that words have found, if any were asked for; `found` has the best first. */
export function arrange(
  { papers, digestOf }: Selection,
  found: Uint32Array | undefined,
  order: ShelfOrder,
  isHidden: (number: number) => boolean,
): Arranged {
  const inOrder = found && order === 'best' ? found : papers;
  const isFound = found && order !== 'best' ? membersOf(found, digestOf.length) : undefined;
  const arranged = new Uint32Array(inOrder.length);
  let count = 0;
  let hidden = 0;
  for (const number of inOrder) {
    if (digestOf[number] === -1 || (isFound && isFound[number] === 0)) continue;
    if (isHidden(number)) {
      hidden += 1;
      continue;
    }
    arranged[count] = number;
    count += 1;
  }
  const shown = arranged.subarray(0, count);
  return { papers: order === 'oldest' ? shown.reverse() : shown, hidden };
}

function membersOf(numbers: Uint32Array, size: number): Uint8Array {
  const members = new Uint8Array(size);
  for (const number of numbers) members[number] = 1;
  return members;
}

/** How many of the papers stand in a digest of each day. */
export function countByDay(
  { digests }: Shelf,
  { digestOf }: Selection,
  papers: Uint32Array,
): Map<AnnouncementDate, number> {
  const counts = new Map<AnnouncementDate, number>();
  const byDigest = new Uint32Array(digests.length);
  for (const number of papers) {
    const at = digestOf[number] ?? 0;
    byDigest[at] = (byDigest[at] ?? 0) + 1;
  }
  digests.forEach(({ date }, at) => {
    const count = byDigest[at] ?? 0;
    if (count > 0) counts.set(date, (counts.get(date) ?? 0) + count);
  });
  return counts;
}
