import { liveQuery } from 'dexie';
import type { LensDatabase } from './database';
import { indexTransaction } from './index-tables';
import { AT_WORK, jobs, pastImports, readingsOf } from './jobs/imports';
import type { StoredImport, StoredReading } from './records';

export interface WatchedImport {
  row: StoredImport | undefined;
  /** Filled while the worker rests; while it works only the row's counts change. */
  readings: StoredReading[];
}

/** Tells of every change of an import, the worker's changes included. The returned function stops it. */
export function watchImport(
  db: LensDatabase,
  importId: number,
  tell: (news: WatchedImport) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const row = await db.imports.get(importId);
    const isResting = row !== undefined && !AT_WORK.includes(row.state);
    return { row, readings: isResting ? await readingsOf(db, importId) : [] };
  }).subscribe(tell);
  return () => subscription.unsubscribe();
}

/**
 * Tells of the imports under way and of those that wait for the reader, at once and after each change. The returned
 * function stops it.
 */
export function watchJobs(db: LensDatabase, tell: (imports: StoredImport[]) => void): () => void {
  const subscription = liveQuery(() => jobs(db, [...AT_WORK, 'ready'])).subscribe(tell);
  return () => subscription.unsubscribe();
}

/** Tells of the past imports, at once and after each change. The returned function stops it. */
export function watchPastImports(db: LensDatabase, tell: (imports: StoredImport[]) => void): () => void {
  const subscription = liveQuery(() => pastImports(db)).subscribe(tell);
  return () => subscription.unsubscribe();
}

/**
 * Tells that digests have come or gone, or list other papers than before, at most once in `pause` milliseconds. The
 * returned function stops it.
 */
export function watchDigests(db: LensDatabase, tell: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  const subscription = liveQuery(() => db.outlines.toCollection().primaryKeys()).subscribe(() => {
    if (!isFirst)
      timer ??= setTimeout(() => {
        timer = undefined;
        tell();
      }, pause);
    isFirst = false;
  });
  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}

/** Tells the keys of all digests, at once and after each change. The returned function stops it. */
export function watchDigestKeys(db: LensDatabase, tell: (keys: string[]) => void): () => void {
  const subscription = liveQuery(() => db.digests.toCollection().primaryKeys()).subscribe(tell);
  return () => subscription.unsubscribe();
}

export interface RebuildProgress {
  indexed: number;
  papers: number;
}

/**
 * Tells how far the index is rebuilt; undefined while there is nothing to rebuild. The returned function stops it.
 */
export function watchRebuild(
  db: LensDatabase,
  tell: (progress: RebuildProgress | undefined) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const state = await indexTransaction(db).state();
    if (!state?.rebuilding) return undefined;
    const indexed = state.units.reduce((sum, unit) => sum + unit.papers, 0);
    return { indexed, papers: await db.papers.count() };
  }).subscribe(tell);
  return () => subscription.unsubscribe();
}

/** From this many imports on, a reader would not want to do all of them again. */
const MANY_IMPORTS = 5;

/**
 * How many imports have stored something since a moment (in milliseconds), or ever; undefined below `MANY_IMPORTS`.
 */
async function importsAtRisk(db: LensDatabase, since = 0): Promise<number | undefined> {
  const imports = await db.imports
    .filter(({ digestsStored, startedAt }) => digestsStored > 0 && startedAt > since)
    .count();
  return imports >= MANY_IMPORTS ? imports : undefined;
}

/** Tells the answer of `importsAtRisk`, at once and after each import. The returned function stops it. */
export function watchImportsAtRisk(
  db: LensDatabase,
  since: number | undefined,
  tell: (imports: number | undefined) => void,
): () => void {
  const subscription = liveQuery(() => importsAtRisk(db, since)).subscribe(tell);
  return () => subscription.unsubscribe();
}
