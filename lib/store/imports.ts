import type { AnnouncementDate } from '../paper';
import type { LensDatabase, StoredImport, StoredReading, StoredSource } from './schema';

export interface ChosenFile {
  /** With its folders, where a folder was chosen or dropped: they may tell the date. */
  path: string;
  content: Blob;
  modifiedAt: number;
}

/** Keeps the chosen files until their import is over. An import that still waited for the reader gives way. */
export async function beginImport(
  db: LensDatabase,
  files: readonly ChosenFile[],
  now: number,
): Promise<number> {
  await clearWaiting(db);
  return db.transaction('rw', db.imports, db.sources, async () => {
    const importId = await db.imports.add({
      startedAt: now,
      name: nameOf(files),
      state: 'reading',
      filesRead: 0,
      digestsToStore: 0,
      digestsStored: 0,
      newPapers: 0,
    });
    await db.sources.bulkAdd(files.map((file, position) => ({ ...file, importId, position })));
    return importId;
  });
}

function nameOf(files: readonly ChosenFile[]): string {
  const [first] = files;
  if (!first) return '';
  // Of a chosen folder every path starts with the folder's name.
  const [folder, ...below] = first.path.split('/');
  if (folder && below.length > 0 && files.every(({ path }) => path.startsWith(`${folder}/`))) return folder;
  return files.length === 1 ? first.path : `${first.path} and ${files.length - 1} more`;
}

/** Forgets files that wait for the reader. What is stored, and an import at work, stay. */
export async function clearWaiting(db: LensDatabase): Promise<void> {
  await db.transaction('rw', db.imports, db.sources, db.readings, async () => {
    const ready = await db.imports.where('state').equals('ready').primaryKeys();
    await db.imports.bulkDelete(ready);
    const over = await db.imports.where('state').anyOf('done', 'failed').primaryKeys();
    for (const importId of [...ready, ...over]) {
      await db.sources
        .where('[importId+position]')
        .between([importId, -Infinity], [importId, Infinity])
        .delete();
    }
    for (const importId of ready) {
      await db.readings
        .where('[importId+position]')
        .between([importId, -Infinity], [importId, Infinity])
        .delete();
    }
  });
}

export async function importById(db: LensDatabase, importId: number): Promise<StoredImport | undefined> {
  return db.imports.get(importId);
}

export async function latestImport(db: LensDatabase): Promise<StoredImport | undefined> {
  return db.imports.orderBy('id').last();
}

/** Imports that stored something, the latest first. */
export async function pastImports(db: LensDatabase): Promise<StoredImport[]> {
  const imports = await db.imports.orderBy('id').reverse().toArray();
  return imports.filter((row) => row.digestsStored > 0 && row.state !== 'running');
}

/** Imports that a worker was at when it ended. */
export async function unfinishedImports(db: LensDatabase): Promise<StoredImport[]> {
  return db.imports.where('state').anyOf('reading', 'running').toArray();
}

export async function sourcesOf(db: LensDatabase, importId: number): Promise<StoredSource[]> {
  return db.sources
    .where('[importId+position]')
    .between([importId, -Infinity], [importId, Infinity])
    .toArray();
}

export async function readingsOf(db: LensDatabase, importId: number): Promise<StoredReading[]> {
  return db.readings
    .where('[importId+position]')
    .between([importId, -Infinity], [importId, Infinity])
    .toArray();
}

/** Adds one file to the preview; false where the reader has dropped the import meanwhile. */
export async function addReading(db: LensDatabase, reading: StoredReading): Promise<boolean> {
  return db.transaction('rw', db.imports, db.readings, async () => {
    const row = await db.imports.get(reading.importId);
    if (row?.state !== 'reading') return false;
    await db.readings.put(reading);
    await db.imports.update(row.id, { filesRead: reading.position + 1 });
    return true;
  });
}

/** Takes a date from the reader: for the digests of a file that have none, or else for all of them. */
export async function setDate(
  db: LensDatabase,
  importId: number,
  position: number,
  date: AnnouncementDate,
): Promise<void> {
  await db.transaction('rw', db.readings, async () => {
    const reading = await db.readings.get([importId, position]);
    if (!reading) return;
    const someLackOne = reading.digests.some((digest) => digest.date === undefined);
    const digests = reading.digests.map((digest) =>
      digest.stored || (someLackOne && digest.date !== undefined)
        ? digest
        : { ...digest, date, dateFrom: 'reader' as const },
    );
    await db.readings.put({ ...reading, digests });
  });
}

/** The reader pressed Import: every digest that has a date is to be stored. */
export async function approveImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, async () => {
    const readings = await readingsOf(db, importId);
    const dated = readings.flatMap((reading) =>
      reading.digests.filter((digest) => digest.date !== undefined),
    );
    await db.imports.update(importId, { state: 'running', digestsToStore: dated.length });
  });
}

export async function finishReading(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, async () => {
    const readings = await readingsOf(db, importId);
    const anything = readings.some((reading) => reading.digests.length > 0);
    await db.imports.update(importId, { state: anything ? 'ready' : 'failed' });
  });
}

export async function finishImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, db.sources, async () => {
    const readings = await readingsOf(db, importId);
    const digests = readings.flatMap((reading) => reading.digests);
    const papers = new Set(digests.flatMap((digest) => (digest.stored ? digest.ids : [])));
    await db.imports.update(importId, { state: 'done', papers: papers.size });
    // Files that still want a date from the reader are kept.
    if (digests.some((digest) => !digest.stored)) return;
    await db.sources
      .where('[importId+position]')
      .between([importId, -Infinity], [importId, Infinity])
      .delete();
  });
}

export async function failImport(db: LensDatabase, importId: number, failure: string): Promise<void> {
  await db.imports.update(importId, { state: 'failed', failure });
}
