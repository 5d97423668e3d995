import { t } from '../i18n/translate';
import { withoutDay } from '../days/notation';
import type { DigestReader } from '../digest/digest-reader';
import type { Unpacked } from '../digest/file/unpack';
import { letGo } from '../release-bytes';
import type { ArxivId, Digest, ReadResult } from '../paper';
import { readAhead } from '../read-ahead';
import {
  addReading,
  finishImport,
  finishReading,
  importById,
  progressOf,
  readingsOf,
  sourcesOf,
} from '../store/jobs/imports';
import { deleteDigest } from '../store/changes/delete';
import { digestKey } from '../store/keys';
import { type Added, countNew, type DatedDigest, putDigests } from '../store/changes/put-digests';
import type { LensDatabase, ReadDigest, StoredReading } from '../store/database';
import { type TakenOut, undoDigest } from '../store/changes/take-back';

/** One file of an import, also from inside an archive. Its place is the same each time the import is read. */
interface ImportFile {
  position: number;
  path: string;
  modifiedAt: number;
  read: () => ReadResult;
}

/** The files of an import at the places that are wanted; the others are passed over without being unpacked. */
async function* filesOf(
  db: LensDatabase,
  importId: number,
  reader: DigestReader,
  isWanted: (position: number) => boolean,
): AsyncGenerator<ImportFile> {
  const place = { position: 0, modifiedAt: 0 };
  const sources = await sourcesOf(db, importId);
  function* given() {
    for (const { path, content, modifiedAt } of sources) {
      place.modifiedAt = modifiedAt;
      yield { path, data: content, isFromFolder: path.includes('/') };
    }
  }
  const files = reader.unpack(given(), (position) => {
    place.position = position;
    return isWanted(position);
  });
  for await (const file of files) {
    yield { ...place, path: file.path, read: () => readUnpacked(file, reader) };
    if (file.kind === 'file') letGo(file.bytes);
  }
}

/** How many files there are to read, those in archives counted one by one. */
async function countFiles(db: LensDatabase, importId: number, reader: DigestReader): Promise<number> {
  let files = 0;
  const count = () => {
    files += 1;
    return false;
  };
  for await (const none of filesOf(db, importId, reader, count)) void none;
  return files;
}

function readUnpacked(file: Unpacked, { readFile }: DigestReader): ReadResult {
  if (file.kind === 'file') return readFile(file);
  const message = file.kind === 'refused' ? file.sentence : t('import_kindNotRead');
  return { path: file.path, digests: [], problems: [{ message }] };
}

/** An import could not go on; `path` is the file that it was at. */
export class ImportError extends Error {
  override name = 'ImportError';

  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`${path}: ${String(cause)}`);
  }
}

/** The reader has paused, cancelled or dropped the import meanwhile: nothing more of it may be stored. */
class Interruption extends Error {
  override name = 'Interruption';
}

/** Runs the steps of an import, and says of an error at which file it came. */
async function* naming(
  first: string,
  steps: (at: (path: string) => void) => AsyncGenerator<void>,
): AsyncGenerator<void> {
  let path = first;
  try {
    yield* steps((now) => (path = now));
  } catch (error) {
    if (error instanceof Interruption) return;
    throw error instanceof ImportError ? error : new ImportError(path, error);
  }
}

/** Reads every file of an import for its preview, a file a step, and goes on where an ended worker stopped. */
export async function* readImport(
  db: LensDatabase,
  importId: number,
  reader: DigestReader,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* naming(row.name, async function* (at) {
    if (row.filesFound === undefined)
      await db.imports.update(importId, { filesFound: await countFiles(db, importId, reader) });
    const files = filesOf(db, importId, reader, (position) => position >= row.filesRead);
    for await (const { position, path, modifiedAt, read } of files) {
      at(path);
      const { format, digests, problems } = read();
      // A file without a word in it is no report, even where its folder names a day.
      const found = format === undefined ? [] : digests;
      const reading: StoredReading = {
        importId,
        position,
        path,
        modifiedAt,
        digests: await previewsOf(db, found),
        problems,
        ...(format === undefined ? {} : { format }),
      };
      if (!(await addReading(db, reading))) throw new Interruption();
      yield;
    }
    await finishReading(db, importId);
  });
}

/** The digests of one file. A paper that stands in several of them is new in the first. */
function previewsOf(db: LensDatabase, digests: readonly Digest[]): Promise<ReadDigest[]> {
  const met = new Set<ArxivId>();
  return Promise.all(
    digests.map(async ({ entries, title = '', ...facts }) => {
      const ids = [...new Set(entries.map((entry) => entry.id))];
      const fresh = ids.filter((id) => !met.has(id));
      fresh.forEach((id) => met.add(id));
      // Most titles end with the day, which stands beside them already and tells digests of one name apart.
      const name = withoutDay(title);
      return { ...facts, ...(name && { title: name }), ids, newPapers: await countNew(db, fresh) };
    }),
  );
}

/** What follows digests: `add` and `remove` run in the transaction that changes them, `tend` between two steps. */
export interface ImportIndex {
  add(added: Pick<Added, 'papers' | 'changed'>): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
  tend(): Promise<void>;
}

const nothing = async (): Promise<void> => {};
const NO_INDEX: ImportIndex = { add: nothing, remove: nothing, tend: nothing };

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
  reader: DigestReader,
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
  reader: DigestReader,
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

function orNaming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ImportError(path, error);
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

/** Tells the index what was taken out, in the transaction that takes it out. */
const takenOutOf =
  ({ add, remove }: ImportIndex) =>
  async ({ removed, changed }: TakenOut): Promise<void> => {
    await remove(removed);
    if (changed.length > 0) await add({ papers: [], changed });
  };

/** Takes back what an import alone has brought, a digest a step. */
export async function* takeBackImport(
  db: LensDatabase,
  importId: number,
  index: ImportIndex = NO_INDEX,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* naming(row.name, async function* () {
    while (await undoDigest(db, importId, takenOutOf(index))) {
      await index.tend();
      yield;
    }
  });
}

/** Deletes digests one by one, each as a whole. */
export async function deleteDigests(
  db: LensDatabase,
  keys: readonly string[],
  index: ImportIndex = NO_INDEX,
): Promise<void> {
  for (const key of keys) await deleteDigest(db, key, takenOutOf(index));
  await index.tend();
}
