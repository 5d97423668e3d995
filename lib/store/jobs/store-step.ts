import type { IndexFollower } from '../changes/follower';
import { type Added, type DatedDigest, putDigests } from '../changes/put-digests';
import type { LensDatabase } from '../database';
import { digestKey } from '../keys';
import type { ReadDigest, StoredReading } from '../records';
import { Interruption } from './interruption';

/** A digest, and its place in what was read for the preview: the file's, and its own in that. */
export interface DigestToStore {
  digest: DatedDigest;
  position: number;
  at: number;
}

interface Step {
  digests: readonly DigestToStore[];
  follower: Pick<IndexFollower, 'add'>;
  /** Milliseconds that reading and storing them have taken. */
  took: () => number;
  /** Called when there is nothing to do but to wait for the browser to write. */
  whileWriting: () => void;
}

/**
 * Stores digests of an import and ticks them off, in one transaction, so that an ended worker goes on at the first that
 * is not stored. Throws an `Interruption` where the import is not to go on.
 */
export async function storeStep(db: LensDatabase, importId: number, step: Step): Promise<void> {
  const digests = step.digests.map(({ digest }) => digest);
  await putDigests(db, digests, importId, async (added) => {
    await Promise.all([tickOff(db, importId, step.digests, added, step.took()), step.follower.add(added)]);
    step.whileWriting();
  });
}

/** Moves the import's cursor behind digests. */
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

/** Whether all of a file is stored that can be. */
function isStored({ digests }: StoredReading): boolean {
  return digests.every((digest) => digest.stored || digest.date === undefined);
}

/** The reading with one more of its digests stored. */
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
