import type { ArxivId, Paper } from '../../paper';
import type { LensDatabase } from '../database';
import { outlineDigests } from '../outlines';
import { byPaper } from '../ranges';
import type { StoredEntry } from '../records';
import { retell } from './paper-facts';

/** What taking out entries has done to the papers. */
export interface TakenOut {
  /** Papers that no digest lists any more and that are deleted. */
  removed: ArxivId[];
  /** Papers that other digests list too and that have lost a fact. */
  changed: Paper[];
}

/**
 * Takes entries out, with the papers that no digest lists any more and the facts that no other digest gives. It must
 * run in a transaction over all tables. Reading states stay.
 */
export async function takeOutEntries(db: LensDatabase, entries: readonly StoredEntry[]): Promise<TakenOut> {
  await db.entries.bulkDelete(entries.map(({ digest, id }): [string, ArxivId] => [digest, id]));
  await outlineDigests(db, [...new Set(entries.map(({ digest }) => digest))]);
  return retellPapers(db, [...new Set(entries.map(({ id }) => id))]);
}

/** Deletes or rewrites papers so that they agree with the entries and supplements that are stored. */
async function retellPapers(db: LensDatabase, ids: ArxivId[]): Promise<TakenOut> {
  const [papers, entries, supplements] = await Promise.all([
    db.papers.bulkGet(ids),
    db.entries.where('id').anyOf(ids).toArray(),
    db.supplements.where('id').anyOf(ids).toArray(),
  ]);
  const entriesOf = byPaper(entries);
  const supplementsOf = byPaper(supplements);
  const removed = ids.filter((id) => !entriesOf.has(id));
  const retold = papers.flatMap((paper) => {
    const listing = paper && entriesOf.get(paper.id);
    if (!listing) return [];
    const after = retell(paper, listing, supplementsOf.get(paper.id) ?? []);
    return after.paper === paper ? [] : [after];
  });
  const changed = retold.map(({ paper }) => paper);
  await db.papers.bulkDelete(removed);
  await db.papers.bulkPut(changed);
  await db.entries.bulkPut(retold.flatMap((each) => each.entries));
  return { removed, changed };
}

/**
 * Takes back one digest of an import, or its last traces once no digest is left; gives false in that case. What
 * another import has brought too passes to that import. `alsoIn` runs in the same transaction, for data that must
 * never differ from the papers.
 */
export async function undoDigest(
  db: LensDatabase,
  importId: number,
  alsoIn: (taken: TakenOut) => Promise<void> = async () => {},
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const row = await db.imports.get(importId);
    if (row && row.state !== 'undoing') return false;
    const digest =
      (await db.entries.where('importId').equals(importId).first())?.digest ??
      (await db.digests.where('importId').equals(importId).first())?.key;
    const taken = await (digest === undefined
      ? takeOutTraces(db, importId)
      : takeOutDigest(db, importId, digest));
    await alsoIn(taken);
    return digest !== undefined;
  });
}

async function takeOutDigest(db: LensDatabase, importId: number, key: string): Promise<TakenOut> {
  const otherImports = await broughtByOthers(db, importId, key);
  const entries = await db.entries
    .where('[digest+id]')
    .between([key], [key, []])
    .filter((entry) => entry.importId === importId)
    .toArray();
  const heirOf = (id: ArxivId) => otherImports.find(({ ids }) => ids.has(id))?.importId;
  const inherited = entries.flatMap((entry) => {
    const heir = heirOf(entry.id);
    return heir === undefined ? [] : [{ ...entry, importId: heir }];
  });
  await db.entries.bulkPut(inherited);
  const taken = await takeOutEntries(
    db,
    entries.filter(({ id }) => heirOf(id) === undefined),
  );
  await db.imports
    .where('id')
    .equals(importId)
    .modify((row) => {
      if (row.progress) row.progress.papersStored -= entries.length;
    });

  const digest = await db.digests.get(key);
  if (digest?.importId !== importId) return taken;
  const other = await db.entries.where('[digest+id]').between([key], [key, []]).first();
  const heir = otherImports[0]?.importId ?? other?.importId;
  if (heir === undefined) await db.digests.delete(key);
  else await db.digests.update(key, { importId: heir });
  return taken;
}

/** The other imports that stored this digest, the earliest first, each with the ids that the digest listed there. */
async function broughtByOthers(
  db: LensDatabase,
  importId: number,
  key: string,
): Promise<{ importId: number; ids: Set<ArxivId> }[]> {
  const readings = await db.readings.where('keys').equals(key).toArray();
  const undoing = await db.imports.where('state').equals('undoing').primaryKeys();
  return readings
    .filter((reading) => reading.importId !== importId && !undoing.includes(reading.importId))
    .map((reading) => ({
      importId: reading.importId,
      ids: new Set(reading.digests.flatMap((digest) => (digest.key === key ? digest.ids : []))),
    }));
}

/** Deletes the supplements, the files and the import itself, once all its digests are taken back. */
async function takeOutTraces(db: LensDatabase, importId: number): Promise<TakenOut> {
  const ofImport = [[importId, -Infinity], [importId, Infinity], true, true] as const;
  const supplemented = await db.supplements
    .where('[importId+id]')
    .between([importId], [importId, []])
    .primaryKeys();
  await db.supplements.bulkDelete(supplemented);
  await db.readings
    .where('[importId+position]')
    .between(...ofImport)
    .delete();
  await db.sources
    .where('[importId+position]')
    .between(...ofImport)
    .delete();
  await db.imports.delete(importId);
  const known = await db.papers
    .where('id')
    .anyOf(supplemented.map(([, id]) => id))
    .primaryKeys();
  return retellPapers(db, known);
}
