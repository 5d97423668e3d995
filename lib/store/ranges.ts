import type { EntityTable } from 'dexie';
import type { ArxivId } from '../paper';

/**
 * The first and last of the ids in each stretch of a hundred. The ids of a day's papers lie close together: those of
 * one hundred are read at once, with the few others between them, where each alone would be a question of its own.
 */
export function stretchesOf(ids: Iterable<ArxivId>): [first: ArxivId, last: ArxivId][] {
  const stretches = new Map<string, [first: ArxivId, last: ArxivId]>();
  for (const id of [...ids].toSorted()) {
    const hundred = id.slice(0, -2);
    stretches.set(hundred, [stretches.get(hundred)?.[0] ?? id, id]);
  }
  return [...stretches.values()];
}

/** The records of these papers, as far as there are any. */
export async function recordsOf<Kept extends { id: ArxivId }>(
  table: EntityTable<Kept, 'id'>,
  ids: readonly ArxivId[],
): Promise<Map<ArxivId, Kept>> {
  const wanted = new Set(ids);
  const read = await Promise.all(
    stretchesOf(wanted).map(([first, last]) => table.where('id').between(first, last, true, true).toArray()),
  );
  return recordsById(read.flat(), wanted);
}

/** Without those that only lie between the wanted ones. */
export const recordsById = <Kept extends { id: ArxivId }>(
  records: readonly Kept[],
  wanted: ReadonlySet<ArxivId>,
): Map<ArxivId, Kept> =>
  new Map(records.flatMap((record) => (wanted.has(record.id) ? [[record.id, record]] : [])));
