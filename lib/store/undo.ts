import type { ArxivId } from '../paper';
import type { LensDatabase } from './schema';

/**
 * Takes back what one import added, as a whole: its entries, the digests that are then empty, and the papers that
 * no digest lists any more. `alsoIn` runs in the same transaction, for what must never differ from the papers.
 */
export async function undoImport(
  db: LensDatabase,
  importId: number,
  alsoIn: (removed: ArxivId[]) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const entries = await db.entries.where('importId').equals(importId).primaryKeys();
    await db.entries.bulkDelete(entries);

    const digests = await db.digests.where('importId').equals(importId).primaryKeys();
    for (const key of digests) {
      const other = await db.entries.where('[digest+id]').between([key], [key, []]).first();
      // A digest to which a later import added goes on as that import's.
      if (other) await db.digests.update(key, { importId: other.importId });
      else await db.digests.delete(key);
    }

    const ids = [...new Set(entries.map(([, id]) => id))];
    const left = await db.entries.where('id').anyOf(ids).primaryKeys();
    const listed = new Set(left.map(([, id]) => id));
    const removed = ids.filter((id) => !listed.has(id));
    await db.papers.bulkDelete(removed);

    const ofImport = [
      [importId, -Infinity],
      [importId, Infinity],
    ] as const;
    await db.readings
      .where('[importId+position]')
      .between(...ofImport)
      .delete();
    await db.sources
      .where('[importId+position]')
      .between(...ofImport)
      .delete();
    await db.imports.delete(importId);
    await alsoIn(removed);
  });
}
