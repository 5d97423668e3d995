import type { Collection, EntityTable, Table } from 'dexie';
import type { ArxivId } from '../paper';
import type { StoredEntry } from './records';

/**
 * The first and last of the ids in each stretch of a hundred. The ids of a day's papers lie close together, so the
 * ids of one hundred are read as one range together with the few others between them; a request for each id would
 * take longer.
 */
export function stretchesOf(ids: Iterable<ArxivId>): [first: ArxivId, last: ArxivId][] {
  const stretches = new Map<string, [first: ArxivId, last: ArxivId]>();
  for (const id of [...ids].toSorted()) {
    const hundred = id.slice(0, -2);
    stretches.set(hundred, [stretches.get(hundred)?.[0] ?? id, id]);
  }
  return [...stretches.values()];
}

/** The records of these papers by id; papers without a record are left out. */
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

/** The wanted records by id, without those that only lie between wanted ones. */
export const recordsById = <Kept extends { id: ArxivId }>(
  records: readonly Kept[],
  wanted: ReadonlySet<ArxivId>,
): Map<ArxivId, Kept> =>
  new Map(records.flatMap((record) => (wanted.has(record.id) ? [[record.id, record]] : [])));

/** The primary key of a record, read from the record's own fields. */
export function keyOf<T>(table: Table<T>, record: T): string | number | (string | number)[] {
  const { keyPath } = table.schema.primKey;
  const fields = record as Record<string, string | number>;
  const field = (name: string): string | number => fields[name] ?? '';
  return Array.isArray(keyPath) ? keyPath.map(field) : field(keyPath ?? '');
}

/** The entries of one digest, in the order of the papers' ids. */
export const entriesOf = (
  { entries }: { entries: Table<StoredEntry, [string, ArxivId]> },
  key: string,
): Collection<StoredEntry, [string, ArxivId]> => entries.where('[digest+id]').between([key], [key, []]);

/** Groups rows by the id of their paper. */
export function byPaper<T extends { id: ArxivId }>(rows: readonly T[]): Map<ArxivId, T[]> {
  const groups = new Map<ArxivId, T[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}
