import type { Collection, EntityTable, Table } from 'dexie';
import type { ArxivId } from '../paper';
import type { StoredEntry } from './records';

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

/** The key of a record, which is a part of it. */
export function keyOf<T>(table: Table<T>, record: T): string | number | (string | number)[] {
  const { keyPath } = table.schema.primKey;
  const fields = record as Record<string, string | number>;
  const field = (name: string): string | number => fields[name] ?? '';
  return Array.isArray(keyPath) ? keyPath.map(field) : field(keyPath ?? '');
}

/** The entries of one digest, by their ids. */
export const entriesOf = (
  { entries }: { entries: Table<StoredEntry, [string, ArxivId]> },
  key: string,
): Collection<StoredEntry, [string, ArxivId]> => entries.where('[digest+id]').between([key], [key, []]);

/** Entries of one paper each, by its id. */
export function byPaper<T extends { id: ArxivId }>(rows: readonly T[]): Map<ArxivId, T[]> {
  const groups = new Map<ArxivId, T[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}
