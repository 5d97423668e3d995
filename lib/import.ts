import { t } from './i18n/translate';
import { withoutDay } from './announcement-date';
import type { DigestReader } from './digest/reader';
import type { Unpacked } from './digest/unpack';
import type { ArxivId, Digest, ReadResult } from './paper';
import {
  addReading,
  finishImport,
  finishReading,
  importById,
  progressOf,
  readingsOf,
  sourcesOf,
} from './store/imports';
import { deleteDigest } from './store/deletions';
import { digestKey } from './store/digest-key';
import { type Added, countNew, type DatedDigest, putDigest } from './store/papers';
import type { LensDatabase, ReadDigest, StoredReading } from './store/schema';
import { type TakenOut, undoDigest } from './store/undo';

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
  for await (const file of files) yield { ...place, path: file.path, read: () => readUnpacked(file, reader) };
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
    if (!(error instanceof Interruption)) throw new ImportError(path, error);
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

/** What follows each digest: `add` and `remove` run in the transaction that changes it, `tend` between two of them. */
export interface ImportIndex {
  add(added: Pick<Added, 'papers' | 'changed'>): Promise<void>;
  remove(ids: readonly ArxivId[]): Promise<void>;
  tend(): Promise<void>;
}

const nothing = async (): Promise<void> => {};
const NO_INDEX: ImportIndex = { add: nothing, remove: nothing, tend: nothing };

/**
 * Stores the digests of an import that have a date, a file a step: one transaction each, in which the digest is also
 * ticked off, so that an ended worker goes on at the first digest that is not stored.
 */
export async function* storeImport(
  db: LensDatabase,
  importId: number,
  reader: DigestReader,
  { add, tend }: ImportIndex = NO_INDEX,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* naming(row.name, async function* (at) {
    const all = await readingsOf(db, importId);
    // An import that an earlier version of the extension had begun has none.
    if (!row.progress) await db.imports.update(importId, { progress: progressOf(all) });
    const lap = stopwatch();
    const readings = new Map(
      all
        .filter(({ digests }) => digests.some(isToStore))
        .map((reading): [number, StoredReading] => [reading.position, reading]),
    );
    for await (const { position, path, read } of filesOf(db, importId, reader, (place) =>
      readings.has(place),
    )) {
      at(path);
      const reading = readings.get(position);
      if (reading) await storeFile(db, reading, read(), add, lap);
      await tend();
      yield;
    }
    await finishImport(db, importId);
  });
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

const isToStore = (digest: ReadDigest): boolean => digest.date !== undefined && !digest.stored;

async function storeFile(
  db: LensDatabase,
  reading: StoredReading,
  result: ReadResult,
  add: ImportIndex['add'],
  lap: () => number,
): Promise<void> {
  let current = reading;
  for (const [i, preview] of reading.digests.entries()) {
    const digest = result.digests[i];
    if (!digest || !isToStore(preview) || preview.date === undefined) continue;
    const { date, title, subject } = preview;
    const dated: DatedDigest = {
      date,
      path: reading.path,
      entries: digest.entries,
      ...(title && { title }),
      ...(subject && { subject }),
    };
    await putDigest(db, dated, reading.importId, async (added) => {
      const ticked = tickedOff(current, i, digestKey(dated), added);
      await tickOff(db, ticked, preview.ids.length, added, lap());
      await add(added);
      current = ticked;
    });
  }
}

/** The reading with one more of its digests stored. */
function tickedOff(reading: StoredReading, at: number, key: string, added: Added): StoredReading {
  const stored = { newPapers: added.papers.length, stored: true, changed: added.entries > 0, key };
  return {
    ...reading,
    digests: reading.digests.map((digest, i) => (i === at ? { ...digest, ...stored } : digest)),
    keys: [...new Set([...(reading.keys ?? []), key])],
  };
}

/** Moves the import's cursor behind a digest, in the transaction that stores it. */
async function tickOff(
  db: LensDatabase,
  reading: StoredReading,
  papers: number,
  added: Added,
  took: number,
): Promise<void> {
  const row = await db.imports.get(reading.importId);
  if (row?.state !== 'running' || row.paused !== undefined) throw new Interruption();
  const isWhole = reading.digests.every((digest) => digest.stored || digest.date === undefined);
  const { hindrance: _over, progress, ...rest } = row;
  await db.readings.put(reading);
  await db.imports.put({
    ...rest,
    digestsStored: row.digestsStored + 1,
    newPapers: row.newPapers + added.papers.length,
    ...(progress && {
      progress: {
        ...progress,
        filesStored: progress.filesStored + (isWhole ? 1 : 0),
        papersStored: progress.papersStored + papers,
        took: progress.took + took,
      },
    }),
  });
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
