import type { EntityTable } from 'dexie';
import type { ArxivId } from '../paper';

/**
 * The records of these papers, as far as there are any. The ids of a day's papers lie close together: those of one
 * hundred are read at once, with the few others between them, where each alone would be a question of its own.
 */
export async function recordsOf<Kept extends { id: ArxivId }>(
  table: EntityTable<Kept, 'id'>,
  ids: readonly ArxivId[],
): Promise<Map<ArxivId, Kept>> {
  const wanted = new Set(ids);
  const stretches = new Map<string, [first: ArxivId, last: ArxivId]>();
  for (const id of [...wanted].toSorted()) {
    const hundred = id.slice(0, -2);
    stretches.set(hundred, [stretches.get(hundred)?.[0] ?? id, id]);
  }
  const read = await Promise.all(
    [...stretches.values()].map(([first, last]) =>
      table.where('id').between(first, last, true, true).toArray(),
    ),
  );
  return new Map(read.flat().flatMap((record) => (wanted.has(record.id) ? [[record.id, record]] : [])));
}
