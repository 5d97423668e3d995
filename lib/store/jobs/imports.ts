import type { Collection, Table } from 'dexie';
import type { AnnouncementDate, Sentence } from '../../paper';
import type { LensDatabase } from '../database';
import type {
  ImportState,
  PauseReason,
  StoredImport,
  StoredReading,
  StoredSource,
  StoringProgress,
} from '../records';

export interface ChosenFile {
  /** With its folders if a folder was chosen or dropped: a folder's name may tell the date. */
  path: string;
  content: Blob;
  modifiedAt: number;
}

/**
 * Keeps the chosen files until their import is over and gives the number of the new import. Files of imports that are
 * over are deleted.
 */
export async function beginImport(
  db: LensDatabase,
  files: readonly ChosenFile[],
  now: number,
): Promise<number> {
  return db.transaction('rw', db.imports, db.sources, async () => {
    const over = await db.imports.where('state').anyOf('done', 'failed').primaryKeys();
    for (const importId of over) await ofImport(db.sources, importId).delete();
    const importId = await db.imports.add({
      startedAt: now,
      ...nameOf(files),
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

function nameOf(files: readonly ChosenFile[]): Pick<StoredImport, 'name' | 'otherFiles'> {
  const [first] = files;
  if (!first) return { name: '' };
  // If a folder was chosen, every path starts with the folder's name.
  const [folder, ...below] = first.path.split('/');
  const isFolder = folder && below.length > 0 && files.every(({ path }) => path.startsWith(`${folder}/`));
  if (isFolder) return { name: folder };
  return { name: first.path, ...(files.length > 1 && { otherFiles: files.length - 1 }) };
}

/** Forgets the files of an import that the reader does not want. Digests that are already stored stay. */
export async function discardImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.sources, db.readings, async () => {
    const row = await db.imports.get(importId);
    if (!row || row.state === 'running' || row.state === 'undoing') return;
    if (row.digestsStored === 0) await forget(db, importId);
    else await ofImport(db.sources, importId).delete();
  });
}

/** The records of one import, in the order of their positions. */
function ofImport<T>(table: Table<T, [number, number]>, importId: number): Collection<T, [number, number]> {
  return table.where('[importId+position]').between([importId, -Infinity], [importId, Infinity]);
}

async function forget(db: LensDatabase, importId: number): Promise<void> {
  await ofImport(db.sources, importId).delete();
  await ofImport(db.readings, importId).delete();
  await db.imports.delete(importId);
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

/** The states in which the worker has something to do, the most urgent first. */
export const AT_WORK: readonly ImportState[] = ['undoing', 'reading', 'running'];

/** Imports that are under way, paused ones included, in the order in which the worker takes them up. */
export async function jobs(
  db: LensDatabase,
  states: readonly ImportState[] = AT_WORK,
): Promise<StoredImport[]> {
  const rows = await db.imports
    .where('state')
    .anyOf([...states])
    .sortBy('id');
  return rows.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
}

/** The import that the worker has to continue. */
export async function nextJob(
  db: LensDatabase,
  states: readonly ImportState[],
): Promise<StoredImport | undefined> {
  return (await jobs(db, states)).find(({ paused }) => paused === undefined);
}

/** Pauses an import that is under way; `hindrance` says what stopped it, if something did. */
export async function pauseImport(
  db: LensDatabase,
  importId: number,
  paused: PauseReason,
  hindrance?: Sentence[],
): Promise<void> {
  await db.imports
    .where('id')
    .equals(importId)
    .modify((row) => {
      if (!AT_WORK.includes(row.state)) return;
      row.paused = paused;
      if (hindrance !== undefined) row.hindrance = hindrance;
    });
}

export async function resumeImport(db: LensDatabase, importId: number): Promise<void> {
  await db.imports
    .where('id')
    .equals(importId)
    .modify((row) => {
      delete row.paused;
    });
}

/** Resumes imports that a full disk has stopped, since there may be space again. */
export async function resumeFull(db: LensDatabase): Promise<void> {
  await db.imports
    .where('state')
    .anyOf([...AT_WORK])
    .filter(({ paused }) => paused === 'full disk')
    .modify((row) => {
      delete row.paused;
    });
}

/** Stops an import where it is: what it has stored stays. An import that has not begun to store is dropped. */
export async function cancelImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, db.sources, async () => {
    const row = await db.imports.get(importId);
    if (row?.state !== 'running') return discardImport(db, importId);
    await db.imports.update(importId, { cancelled: true });
    return finishImport(db, importId);
  });
}

/** Puts an import into the state in which the worker takes it back. */
export async function beginUndo(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.entries, async () => {
    const papers = await db.entries.where('importId').equals(importId).count();
    await db.imports
      .where('id')
      .equals(importId)
      .modify((row) => {
        row.state = 'undoing';
        row.progress = { files: 0, filesStored: 0, papers, papersStored: papers, took: 0 };
        delete row.paused;
        delete row.hindrance;
      });
  });
}

export async function sourcesOf(db: LensDatabase, importId: number): Promise<StoredSource[]> {
  return ofImport(db.sources, importId).toArray();
}

export async function readingsOf(db: LensDatabase, importId: number): Promise<StoredReading[]> {
  return ofImport(db.readings, importId).toArray();
}

/** Adds one file to the preview; false if the reader has dropped or paused the import. */
export async function addReading(db: LensDatabase, reading: StoredReading): Promise<boolean> {
  return db.transaction('rw', db.imports, db.readings, async () => {
    const row = await db.imports.get(reading.importId);
    if (row?.state !== 'reading' || row.paused !== undefined) return false;
    await db.readings.put(reading);
    const { hindrance: _hindrance, ...rest } = row;
    await db.imports.put({ ...rest, filesRead: reading.position + 1 });
    return true;
  });
}

/**
 * Takes a date from the reader for the digests of a file: for those without a date if there are any, and otherwise
 * for all that are not stored.
 */
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

/** Approves an import after the reader pressed Import: every digest that has a date is to be stored. */
export async function approveImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, async () => {
    const readings = await readingsOf(db, importId);
    const dated = readings.flatMap((reading) =>
      reading.digests.filter((digest) => digest.date !== undefined),
    );
    await db.imports.update(importId, {
      state: 'running',
      digestsToStore: dated.length,
      progress: progressOf(readings),
    });
  });
}

/** How far the files whose digests have a date are stored. `took` is in milliseconds. */
function progressOf(readings: readonly StoredReading[], took = 0): StoringProgress {
  const progress = { files: 0, filesStored: 0, papers: 0, papersStored: 0, took };
  for (const { digests } of readings) {
    const dated = digests.filter((digest) => digest.date !== undefined);
    if (dated.length === 0) continue;
    progress.files += 1;
    if (dated.every((digest) => digest.stored)) progress.filesStored += 1;
    for (const { ids, stored } of dated) {
      progress.papers += ids.length;
      if (stored) progress.papersStored += ids.length;
    }
  }
  return progress;
}

/** Ends the reading of an import: it is ready if a digest was found, and failed otherwise. */
export async function finishReading(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, async () => {
    const row = await db.imports.get(importId);
    if (row?.state !== 'reading') return;
    const readings = await readingsOf(db, importId);
    const anything = readings.some((reading) => reading.digests.length > 0);
    await db.imports.update(importId, { state: anything ? 'ready' : 'failed' });
  });
}

/**
 * Ends an import that is being stored and counts its papers. Its files are deleted unless some still wait for a date.
 */
export async function finishImport(db: LensDatabase, importId: number): Promise<void> {
  await db.transaction('rw', db.imports, db.readings, db.sources, async () => {
    const row = await db.imports.get(importId);
    if (row?.state !== 'running') return;
    const readings = await readingsOf(db, importId);
    const digests = readings.flatMap((reading) => reading.digests);
    const papers = new Set(digests.flatMap((digest) => (digest.stored ? digest.ids : [])));
    const { paused: _paused, hindrance: _hindrance, ...rest } = row;
    await db.imports.put({ ...rest, state: 'done', papers: papers.size });
    // Files whose digests still need a date from the reader are kept.
    if (!row.cancelled && digests.some((digest) => !digest.stored)) return;
    await ofImport(db.sources, importId).delete();
  });
}

export async function noteFilesFound(db: LensDatabase, importId: number, filesFound: number): Promise<void> {
  await db.imports.update(importId, { filesFound });
}

/** An import that version 1 began to store has no progress: it is counted from the readings. */
export async function noteProgress(db: LensDatabase, importId: number): Promise<void> {
  const row = await db.imports.get(importId);
  if (!row || row.progress) return;
  await db.imports.update(importId, { progress: progressOf(await readingsOf(db, importId)) });
}
