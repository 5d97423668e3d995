import type { IndexFollower } from '../changes/follower';
import { type Added, type DatedDigest, putDigests } from '../changes/put-digests';
import type { LensDatabase } from '../database';
import { digestKey } from '../keys';
import type { ReadDigest, StoredReading } from '../records';
import { Interruption } from './interruption';

/** A digest to store, the position of its file in the import, and its place `at` among the file's digests. */
export interface DigestToStore {
  digest: DatedDigest;
  position: number;
  at: number;
}

interface Step {
  digests: readonly DigestToStore[];
  follower: Pick<IndexFollower, 'add'>;
  /** Milliseconds that reading and storing the digests have taken. */
  took: () => number;
  /** Called when the only thing left to do is to wait for the browser to write. */
  whileWriting: () => void;
}

/**
 * Stores digests of an import and marks them as stored, in one transaction, so that a worker that was ended continues
 * at the first digest that is not stored. Throws an `Interruption` if the import is not to continue.
 */
export async function storeStep(db: LensDatabase, importId: number, step: Step): Promise<void> {
  const digests = step.digests.map(({ digest }) => digest);
  await putDigests(db, digests, importId, async (added) => {
    await Promise.all([tickOff(db, importId, step.digests, added, step.took()), step.follower.add(added)]);
    step.whileWriting();
  });
}

/** Marks digests as stored in their readings, and counts them and their papers in the import. */
async function tickOff(
  db: LensDatabase,
  importId: number,
  digests: readonly DigestToStore[],
  added: Added,
  took: number,
): Promise<void> {
  const row = await db.imports.get(importId);
  if (row?.state !== 'running' || row.paused !== undefined) throw new Interruption();
  const places = [...new Set(digests.map(({ position }) => position))];
  const before = await db.readings.bulkGet(places.map((place): [number, number] => [importId, place]));
  const readings = new Map(before.flatMap((reading) => (reading ? [[reading.position, reading]] : [])));
  let papers = 0;
  digests.forEach(({ digest, position, at }, i) => {
    const reading = readings.get(position);
    const { papers: newPapers = 0, entries = 0 } = added.byDigest[i] ?? {};
    if (!reading) return;
    papers += reading.digests[at]?.ids.length ?? 0;
    const facts = { newPapers, stored: true, changed: entries > 0, key: digestKey(digest) };
    readings.set(position, tickedOff(reading, at, facts));
  });
  const { hindrance: _over, progress, ...rest } = row;
  await db.readings.bulkPut([...readings.values()]);
  await db.imports.put({
    ...rest,
    digestsStored: row.digestsStored + digests.length,
    newPapers: row.newPapers + added.papers.length,
    ...(progress && {
      progress: {
        ...progress,
        filesStored: progress.filesStored + [...readings.values()].filter(isStored).length,
        papersStored: progress.papersStored + papers,
        took: progress.took + took,
      },
    }),
  });
}

/** Whether every digest of a file that can be stored is stored. */
function isStored({ digests }: StoredReading): boolean {
  return digests.every((digest) => digest.stored || digest.date === undefined);
}

/** The reading with one more of its digests marked as stored. */
function tickedOff(
  reading: StoredReading,
  at: number,
  stored: Required<Pick<ReadDigest, 'newPapers' | 'stored' | 'changed' | 'key'>>,
): StoredReading {
  return {
    ...reading,
    digests: reading.digests.map((digest, i) => (i === at ? { ...digest, ...stored } : digest)),
    keys: [...new Set([...(reading.keys ?? []), stored.key])],
  };
}
