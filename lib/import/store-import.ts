import type { DigestParser } from '../digest/digest-parser';
import { readAhead } from '../read-ahead';
import { type IndexFollower, NO_FOLLOWER } from '../store/changes/follower';
import type { LensDatabase } from '../store/database';
import { finishImport, importById, noteProgress, readingsOf } from '../store/jobs/imports';
import { type DigestToStore, storeStep } from '../store/jobs/store-step';
import type { ReadDigest, StoredReading } from '../store/records';
import { orImportError, withFileInErrors } from './errors';
import { filesOf } from './files';

/**
 * How many records one transaction stores; a few more are stored if a digest would otherwise be split. Writing in
 * larger steps is hardly faster, and a mark that waits for a step of this size waits no longer than a blink.
 */
export const RECORDS_A_STEP = 500;

/** Stores the digests of an import that have a date, several in each step. */
export async function* storeImport(
  db: LensDatabase,
  importId: number,
  parser: DigestParser,
  follower: IndexFollower = NO_FOLLOWER,
  recordsAStep = RECORDS_A_STEP,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* withFileInErrors(row.name, async function* (at) {
    const readings = await readingsOf(db, importId);
    await noteProgress(db, importId);
    const took = stopwatch();
    const steps = inSteps(digestsToStore(db, importId, readings, parser), recordsAStep);
    for await (const { value: digests, readNext } of readAhead(steps)) {
      at(digests[0]?.digest.path ?? row.name);
      await storeStep(db, importId, { digests, follower, took, whileWriting: readNext });
      await follower.mergeParts('little');
      yield;
    }
    await finishImport(db, importId);
  });
}

const isToStore = (digest: ReadDigest): boolean => digest.date !== undefined && !digest.stored;

async function* digestsToStore(
  db: LensDatabase,
  importId: number,
  all: readonly StoredReading[],
  parser: DigestParser,
): AsyncGenerator<DigestToStore> {
  const readings = new Map(
    all
      .filter(({ digests }) => digests.some(isToStore))
      .map((reading): [number, StoredReading] => [reading.position, reading]),
  );
  const files = filesOf(db, importId, parser, (place) => readings.has(place));
  for await (const { position, path, read } of files) {
    const reading = readings.get(position);
    if (!reading) continue;
    const { digests } = orImportError(path, read);
    for (const [at, preview] of reading.digests.entries()) {
      const { date, title, subject } = preview;
      const entries = digests[at]?.entries;
      if (!entries || !isToStore(preview) || date === undefined) continue;
      const named = { ...(title && { title }), ...(subject && { subject }) };
      yield { position, at, digest: { date, path, entries, ...named } };
    }
  }
}

/**
 * Groups digests into steps. The same digests in the same order give the same steps, so it does not matter between
 * which two steps a worker ended.
 */
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

/** A function that gives the milliseconds since it was last called. */
function stopwatch(): () => number {
  let last = Date.now();
  return () => {
    const since = Date.now() - last;
    last += since;
    return since;
  };
}
