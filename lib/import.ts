import { readFile } from './digest/read';
import { unpack, type Unpacked } from './digest/unpack';
import type { Digest, ReadResult } from './paper';
import { addReading, finishImport, finishReading, importById, readingsOf, sourcesOf } from './store/imports';
import { type Added, countNew, type DatedDigest, putDigest } from './store/papers';
import type { LensDatabase, ReadDigest, StoredReading } from './store/schema';
import { withoutDay } from './announcement-date';

/** One file of an import, also from inside an archive. Its place is the same each time the import is read. */
interface ImportFile {
  position: number;
  path: string;
  modifiedAt: number;
  read: () => ReadResult;
}

async function* filesOf(db: LensDatabase, importId: number): AsyncGenerator<ImportFile> {
  let position = 0;
  for (const { path, content, modifiedAt } of await sourcesOf(db, importId)) {
    for await (const file of unpack([{ path, data: content, isFromFolder: path.includes('/') }])) {
      yield { position, path: file.path, modifiedAt, read: () => readUnpacked(file) };
      position += 1;
    }
  }
}

const NOT_READ = 'Files of this kind are not read.';

function readUnpacked(file: Unpacked): ReadResult {
  if (file.kind === 'file') return readFile(file);
  const message = file.kind === 'refused' ? file.sentence : NOT_READ;
  return { path: file.path, digests: [], problems: [{ message }] };
}

/** Reads every file of an import for its preview, and goes on where an ended worker stopped. */
export async function readImport(db: LensDatabase, importId: number): Promise<void> {
  const done = (await importById(db, importId))?.filesRead ?? 0;
  for await (const { position, path, modifiedAt, read } of filesOf(db, importId)) {
    if (position < done) continue;
    const { format, digests, problems } = read();
    // A file without a word in it is no report, even where its folder names a day.
    const found = format === undefined ? [] : digests;
    const reading: StoredReading = {
      importId,
      position,
      path,
      modifiedAt,
      digests: await Promise.all(found.map((digest) => previewOf(db, digest))),
      problems,
      ...(format === undefined ? {} : { format }),
    };
    if (!(await addReading(db, reading))) return;
  }
  await finishReading(db, importId);
}

async function previewOf(db: LensDatabase, digest: Digest): Promise<ReadDigest> {
  const { entries, title = '', ...facts } = digest;
  const ids = [...new Set(entries.map((entry) => entry.id))];
  // Most titles end with the day, which stands beside them already and tells digests of one name apart.
  const name = withoutDay(title);
  return { ...facts, ...(name && { title: name }), ids, newPapers: await countNew(db, ids) };
}

/** What follows each digest: `add` runs in the transaction that stores it, `tend` between two of them. */
export interface ImportIndex {
  add(added: Added): Promise<void>;
  tend(): Promise<void>;
}

const NO_INDEX: ImportIndex = { add: async () => {}, tend: async () => {} };

/**
 * Stores the digests of an import that have a date: one transaction each, in which the digest is also
 * ticked off, so that an ended worker goes on at the first digest that is not stored.
 */
export async function storeImport(
  db: LensDatabase,
  importId: number,
  { add, tend }: ImportIndex = NO_INDEX,
): Promise<void> {
  const readings = new Map((await readingsOf(db, importId)).map((reading) => [reading.position, reading]));
  for await (const { position, read } of filesOf(db, importId)) {
    const reading = readings.get(position);
    if (!reading?.digests.some(isToStore)) continue;
    await storeFile(db, reading, read(), add);
    await tend();
  }
  await finishImport(db, importId);
}

const isToStore = (digest: ReadDigest): boolean => digest.date !== undefined && !digest.stored;

async function storeFile(
  db: LensDatabase,
  reading: StoredReading,
  result: ReadResult,
  add: ImportIndex['add'],
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
      const digests = current.digests.map((other, j) =>
        i === j
          ? { ...other, newPapers: added.papers.length, stored: true, changed: added.entries > 0 }
          : other,
      );
      current = { ...current, digests };
      await db.readings.put(current);
      await db.imports
        .where('id')
        .equals(reading.importId)
        .modify((row) => {
          row.digestsStored += 1;
          row.newPapers += added.papers.length;
        });
      await add(added);
    });
  }
}
