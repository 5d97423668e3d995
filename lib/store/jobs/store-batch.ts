import type { ArxivId, Paper } from '../../paper';
import type { IndexFollower } from '../changes/follower';
import {
  differentPapers,
  mergeDigests,
  mergeEntries,
  mergeImports,
  mergePapers,
  mergeReadings,
  mergeSupplements,
} from '../changes/merge-backup';
import { type BackedUpState, mergeReadingStates } from '../changes/reading-states';
import type { LensDatabase } from '../database';
import type {
  StoredDigest,
  StoredEntry,
  StoredImport,
  StoredReading,
  StoredRestore,
  StoredSupplement,
} from '../records';
import { Interruption } from './interruption';
import { currentRestore } from './restores';

/** Records of a backup, by the table they belong to. */
export interface BackupBatch {
  imports: StoredImport[];
  readings: StoredReading[];
  papers: Paper[];
  digests: StoredDigest[];
  entries: StoredEntry[];
  supplements: StoredSupplement[];
  readingStates: BackedUpState[];
}

/** What a worker has to know of the batches that were stored before it started. */
interface KnownOfBackup {
  /** The number that each import of the backup has in this database, by its number in the backup. */
  importNumbers: ReadonlyMap<number, number>;
  /** Papers of the backup that are stored here with other facts. */
  different: Map<ArxivId, Paper>;
}

export const nothingKnown = (): KnownOfBackup => ({ importNumbers: new Map(), different: new Map() });

/** Adds to `known.different` those of these already stored papers that stand in the database with other facts. */
export async function learnDifferences(
  db: LensDatabase,
  papers: readonly Paper[],
  known: KnownOfBackup,
): Promise<void> {
  for (const paper of await differentPapers(db, papers)) known.different.set(paper.id, paper);
}

interface BatchStep {
  known: KnownOfBackup;
  follower: Pick<IndexFollower, 'add'>;
  /** How many records of the file are stored once this batch is stored. */
  upTo: number;
  /** Called when the only thing left to do is to wait for the browser to write. */
  whileWriting: () => void;
}

/**
 * Merges a batch into the database and notes how far the restore is, in one transaction. Throws an `Interruption` if
 * another restore has taken the place of this one.
 */
export async function storeBatch(
  db: LensDatabase,
  restore: StoredRestore,
  batch: BackupBatch,
  { known, follower, upTo, whileWriting }: BatchStep,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const row = await currentRestore(db);
    if (row?.startedAt !== restore.startedAt) throw new Interruption();
    if (batch.imports.length > 0) known.importNumbers = await mergeImports(db, batch.imports);
    const gained = await merge(db, batch, known, follower);
    await db.restores.put({
      ...row,
      written: Math.max(upTo, row.written),
      newPapers: row.newPapers + gained.papers,
      newDigests: row.newDigests + gained.digests,
      newStates: row.newStates + gained.states,
      ...(known.different.size > 0 && { hasDifferent: true }),
    });
    whileWriting();
  });
}

async function merge(
  db: LensDatabase,
  batch: BackupBatch,
  { importNumbers, different }: KnownOfBackup,
  follower: Pick<IndexFollower, 'add'>,
): Promise<{ papers: number; digests: number; states: number }> {
  const numbered = <T extends { importId: number }>(rows: readonly T[]): T[] =>
    rows.map((row) => {
      const importId = importNumbers.get(row.importId) ?? row.importId;
      return importId === row.importId ? row : { ...row, importId };
    });

  await mergeReadings(db, numbered(batch.readings));
  const merged = await mergePapers(db, batch.papers, async (gained) => {
    if (gained.papers.length + gained.changed.length > 0) await follower.add(gained);
  });
  for (const paper of merged.different) different.set(paper.id, paper);
  const digests = await mergeDigests(db, numbered(batch.digests));
  await mergeEntries(db, numbered(batch.entries), different);
  await mergeSupplements(db, numbered(batch.supplements));
  const states = await mergeReadingStates(db, batch.readingStates);
  return { papers: merged.papers.length, digests, states };
}
