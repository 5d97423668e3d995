import type { Table } from 'dexie';
import type { ArxivId } from '../paper';
import type { OutlineHeading, StoredEntry, StoredOutline } from './records';

interface OutlinedTables {
  entries: Table<StoredEntry, [string, ArxivId]>;
  outlines: Table<StoredOutline, string>;
}

/**
 * Brings the outlines of these digests into step with their entries. Call it in the transaction that adds or deletes
 * entries.
 */
export async function outlineDigests(
  { entries, outlines }: OutlinedTables,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    const listed = await entries.where('[digest+id]').between([key], [key, []]).toArray();
    if (listed.length === 0) await outlines.delete(key);
    else await outlines.put(outlineOf(key, listed));
  }
}

/** The outlines of these digests. `entries` must hold all entries of each of them. */
export const outlinesOf = (keys: readonly string[], entries: readonly StoredEntry[]): StoredOutline[] =>
  keys.map((key) =>
    outlineOf(
      key,
      entries.filter(({ digest }) => digest === key),
    ),
  );

function outlineOf(key: string, entries: readonly StoredEntry[]): StoredOutline {
  const listed = entries.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const headings = new Map<string, OutlineHeading>();
  const note = (kind: OutlineHeading['kind'], name: string, at: number) => {
    const heading = headings.get(`${kind} ${name}`) ?? { kind, name, at: [] };
    if (heading.at.at(-1) !== at) heading.at.push(at);
    headings.set(`${kind} ${name}`, heading);
  };
  listed.forEach(({ subject, topics = [] }, at) => {
    if (subject !== undefined) note('subject', subject, at);
    for (const topic of topics) note('topic', topic, at);
  });
  return {
    key,
    ids: listed.map(({ id }) => id),
    ...(headings.size > 0 && { headings: [...headings.values()] }),
  };
}
