import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import type { LensDatabase } from '../store/database';

/** More imports than a reader would want to do again. */
const MANY_IMPORTS = 5;

const KEY = 'backedUpAt';

/** When the reader last saved a backup, in milliseconds since 1970. */
export async function lastBackup(): Promise<number | undefined> {
  const { [KEY]: at } = await browser.storage.local.get<{ [KEY]?: number }>(KEY);
  return at ?? undefined;
}

export async function noteBackup(at: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: at });
}

/** How many imports there have been since a moment, or ever; nothing while they are few. */
export async function importsAtRisk(db: LensDatabase, since = 0): Promise<number | undefined> {
  const imports = await db.imports
    .filter(({ digestsStored, startedAt }) => digestsStored > 0 && startedAt > since)
    .count();
  return imports >= MANY_IMPORTS ? imports : undefined;
}

/** The same, now and after each import. The answer stops it. */
export function watchImportsAtRisk(
  db: LensDatabase,
  since: number | undefined,
  tell: (imports: number | undefined) => void,
): () => void {
  const subscription = liveQuery(() => importsAtRisk(db, since)).subscribe(tell);
  return () => subscription.unsubscribe();
}
