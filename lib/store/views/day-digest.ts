import type { AnnouncementDate, ArxivId, EntryFacts, Paper, ReadingState } from '../../paper';
import type { LensDatabase } from '../database';
import { daysOf } from '../keys';
import { recordsById, stretchesOf } from '../ranges';
import type { StoredDigest, StoredEntry } from '../records';
import { readingStates } from './reading-states';

export interface DayWithStates {
  digest: DayDigest;
  states: ReadonlyMap<ArxivId, ReadingState>;
}

/** The days that have a digest, and the digest of the one day chosen among them, all read at one moment. */
export interface FirstDay {
  days: AnnouncementDate[];
  first: DayWithStates | undefined;
}

type ChooseDay = (days: readonly AnnouncementDate[]) => AnnouncementDate | undefined;

/** A day's digest with the reader's states of its papers, all read at one moment. */
export async function readDayDigest(db: LensDatabase, date: AnnouncementDate): Promise<DayWithStates> {
  await db.open();
  return readDay(storesOf(db.backendDB()), date);
}

/** The days that have a digest, and the digest of the day that `choose` picks among them, all read at one moment. */
export async function readFirstDay(db: LensDatabase, choose: ChooseDay): Promise<FirstDay> {
  await db.open();
  return readFirst(storesOf(db.backendDB()), choose);
}

/**
 * Reads the first day for a page that has not loaded Dexie yet: Dexie is half of the page's code, and the digest is
 * read while it loads. Fails if there is no database, or if the database's version lacks one of these stores.
 */
export async function readFirstDayEarly(name: string, choose: ChooseDay): Promise<FirstDay> {
  const opening = indexedDB.open(name);
  // Opening a database that does not exist would create an empty one.
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
  const db = await answerTo(opening);
  try {
    return await readFirst(storesOf(db), choose);
  } finally {
    db.close();
  }
}

type StoreName = 'digests' | 'entries' | 'papers' | 'readingStates';
type Stores = Readonly<Record<StoreName, IDBObjectStore>>;

function storesOf(db: IDBDatabase): Stores {
  const transaction = db.transaction(['digests', 'entries', 'papers', 'readingStates']);
  return {
    digests: transaction.objectStore('digests'),
    entries: transaction.objectStore('entries'),
    papers: transaction.objectStore('papers'),
    readingStates: transaction.objectStore('readingStates'),
  };
}

const answerTo = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB has no answer.')));
  });

async function readFirst(stores: Stores, choose: ChooseDay): Promise<FirstDay> {
  // A digest's key begins with its day, and all keys are read with one request; an index would be walked key by key.
  const days = daysOf((await answerTo(stores.digests.getAllKeys())) as string[]);
  const day = choose(days);
  return { days, first: day === undefined ? undefined : await readDay(stores, day) };
}

async function readDay(stores: Stores, date: AnnouncementDate): Promise<DayWithStates> {
  const [from, to] = [`${date}|`, `${date}|\uffff`];
  const [digests, listed] = await Promise.all([
    answerTo<StoredDigest[]>(stores.digests.getAll(IDBKeyRange.bound(from, to))),
    answerTo<StoredEntry[]>(stores.entries.getAll(IDBKeyRange.bound([from], [to]))),
  ]);
  const merged = mergeDayEntries(digests, listed);
  const ids = new Set(merged.keys());
  const [papers, states] = await Promise.all([
    recordsIn<Paper>(stores.papers, ids),
    recordsIn<ReadingState>(stores.readingStates, ids),
  ]);
  const entries = [...merged.values()].flatMap(({ entry, subjects }) => {
    const paper = papers.get(entry.id);
    return paper ? [{ ...entry, paper, subjects: [...subjects] }] : [];
  });
  const titles = digests.flatMap((digest) => digest.title ?? []);
  return { digest: { date, titles, paths: digests.map(({ path }) => path), entries }, states };
}

async function recordsIn<Kept extends { id: ArxivId }>(
  store: IDBObjectStore,
  ids: ReadonlySet<ArxivId>,
): Promise<Map<ArxivId, Kept>> {
  const read = await Promise.all(
    stretchesOf(ids).map(([first, last]) => answerTo<Kept[]>(store.getAll(IDBKeyRange.bound(first, last)))),
  );
  return recordsById(read.flat(), ids);
}

/** The entries by paper, each paper once, in the order of the digests and of their entries. */
function mergeDayEntries(digests: readonly StoredDigest[], listed: readonly StoredEntry[]) {
  const merged = new Map<ArxivId, { entry: StoredEntry; subjects: Set<string> }>();
  for (const { key, subject: ofDigest } of digests) {
    const own = listed.filter(({ digest }) => digest === key);
    for (const entry of own.toSorted((a, b) => a.position - b.position)) {
      const row = merged.get(entry.id) ?? { entry, subjects: new Set() };
      row.entry = { ...entry, ...row.entry };
      const subject = entry.subject ?? ofDigest;
      if (subject) row.subjects.add(subject);
      merged.set(entry.id, row);
    }
  }
  return merged;
}

export interface DayCount {
  papers: number;
  unread: number;
}

/**
 * How many papers each day lists, for the days that begin with `beginning` (`2025-04` or a whole day). A paper counts
 * once a day, and a hidden paper counts as read.
 */
export async function countDays(
  db: LensDatabase,
  beginning: string,
): Promise<Map<AnnouncementDate, DayCount>> {
  return db.transaction('r', db.outlines, db.readingStates, async () => {
    const outlines = await db.outlines.where('key').startsWith(beginning).toArray();
    const idsOf = new Map<AnnouncementDate, Set<ArxivId>>();
    for (const { key, ids } of outlines) {
      const day = key.slice(0, 'YYYY-MM-DD'.length);
      const known = idsOf.get(day) ?? new Set();
      for (const id of ids) known.add(id);
      idsOf.set(day, known);
    }
    const states = await readingStates(db, [...new Set([...idsOf.values()].flatMap((ids) => [...ids]))]);
    const isUnread = (id: ArxivId) => !states.get(id)?.read && !states.get(id)?.hidden;
    return new Map(
      [...idsOf].map(([day, ids]) => [day, { papers: ids.size, unread: [...ids].filter(isUnread).length }]),
    );
  });
}

export interface DayEntry extends EntryFacts {
  paper: Paper;
  /** Every subject under which the day's digests list the paper. */
  subjects: string[];
}

/** All that the digests of one day list, each paper once, in their order. */
export interface DayDigest {
  date: AnnouncementDate;
  titles: string[];
  /** The files from which the day's digests were read. */
  paths: string[];
  entries: DayEntry[];
}
