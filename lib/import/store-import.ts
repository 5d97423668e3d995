import type { DigestParser } from '../digest/digest-parser';
import type { ArxivId } from '../paper';
import { readAhead } from '../read-ahead';
import { type Added, type DatedDigest, putDigests } from '../store/changes/put-digests';
import type { LensDatabase } from '../store/database';
import { finishImport, importById, isStored, progressOf, readingsOf, tickedOff } from '../store/jobs/imports';
import { digestKey } from '../store/keys';
import type { ReadDigest, StoredReading } from '../store/records';
import { Interruption, naming, orNaming } from './errors';
import { filesOf } from './files';

/** What follows digests: `add` and `remove` run in the transaction that changes them, `tend` between two steps. */
export interface ImportIndex {
  add(added: Pick<Added, 'papers' | 'changed'>): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
  tend(): Promise<void>;
}

const nothing = async (): Promise<void> => {};
export const NO_INDEX: ImportIndex = { add: nothing, remove: nothing, tend: nothing };

/**
 * Stored in one transaction, or a few more: a digest is never parted. So many papers are written almost as fast as
 * any number, and a mark waits no longer for them than a blink.
 */
export const RECORDS_A_STEP = 500;

/**
 * Stores the digests of an import that have a date, some a step: in one transaction, in which they are also ticked
 * off, so that an ended worker goes on at the first digest that is not stored.
 */
export async function* storeImport(
  db: LensDatabase,
  importId: number,
  reader: DigestParser,
  { add, tend }: ImportIndex = NO_INDEX,
  recordsAStep = RECORDS_A_STEP,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* naming(row.name, async function* (at) {
    const readings = await readingsOf(db, importId);
    // An import that an earlier version of the extension had begun has none.
    if (!row.progress) await db.imports.update(importId, { progress: progressOf(readings) });
    const lap = stopwatch();
    const steps = inSteps(digestsToStore(db, importId, readings, reader), recordsAStep);
    for await (const { value: digests, readNext } of readAhead(steps)) {
      at(digests[0]?.digest.path ?? row.name);
      await putDigests(
        db,
        digests.map(({ digest }) => digest),
        importId,
        async (added) => {
          await Promise.all([tickOff(db, importId, digests, added, lap()), add(added)]);
          readNext();
        },
      );
      await tend();
      yield;
    }
    await finishImport(db, importId);
  });
}

/** A digest, and its place in what was read for the preview: the file's, and its own in that. */
interface DigestToStore {
  digest: DatedDigest;
  position: number;
  at: number;
}

const isToStore = (digest: ReadDigest): boolean => digest.date !== undefined && !digest.stored;

async function* digestsToStore(
  db: LensDatabase,
  importId: number,
  all: readonly StoredReading[],
  reader: DigestParser,
): AsyncGenerator<DigestToStore> {
  const readings = new Map(
    all
      .filter(({ digests }) => digests.some(isToStore))
      .map((reading): [number, StoredReading] => [reading.position, reading]),
  );
  const files = filesOf(db, importId, reader, (place) => readings.has(place));
  for await (const { position, path, read } of files) {
    const reading = readings.get(position);
    if (!reading) continue;
    const { digests } = orNaming(path, read);
    for (const [at, preview] of reading.digests.entries()) {
      const { date, title, subject } = preview;
      const entries = digests[at]?.entries;
      if (!entries || !isToStore(preview) || date === undefined) continue;
      const named = { ...(title && { title }), ...(subject && { subject }) };
      yield { position, at, digest: { date, path, entries, ...named } };
    }
  }
}

/** The same digests in the same order give the same steps, wherever a worker has ended between two of them. */
async function* inSteps(
  digests: AsyncIterable<DigestToStore>,
  recordsAStep: number,
): AsyncGenerator<DigestToStore[]> {
  let step: DigestToStore[] = [];
  let records = 0;
  for await (const each of digests) {
    step.push(each);
    records += 1 + each.digest.entries.length;
    if (records < recordsAStep) continue;
    yield step;
    [step, records] = [[], 0];
  }
  if (step.length > 0) yield step;
}

/** Gives the milliseconds since it was asked last. */
function stopwatch(): () => number {
  let last = Date.now();
  return () => {
    const since = Date.now() - last;
    last += since;
    return since;
  };
}

/** Moves the import's cursor behind digests, in the transaction that stores them. */
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
