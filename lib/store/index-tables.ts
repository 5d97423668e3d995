import type { Dexie, PromiseExtended, Table } from 'dexie';
import type {
  BucketRecord,
  IndexState,
  IndexStorage,
  IndexTransaction,
  RemovalRecord,
  UnitRecord,
  WordsRecord,
} from './index-records';

/** The tables of the index, to be spread into the `stores` of a database version. */
export const INDEX_TABLES = {
  indexState: '',
  indexUnits: 'seq',
  indexBuckets: '[bucket+seq], seq',
  indexWords: '[length+seq], seq',
  indexRemovals: 'at',
};

export interface IndexTables {
  indexState: Table<IndexState, string>;
  indexUnits: Table<UnitRecord, number>;
  indexBuckets: Table<BucketRecord, [number, number]>;
  indexWords: Table<WordsRecord, [number, number]>;
  indexRemovals: Table<RemovalRecord, number>;
}

/** The key of the only record in `indexState`. */
const STATE = 'state';

/**
 * In both browsers a record read by its key takes half as long as a range. For more segments than this one range is
 * faster than all the keys.
 */
const MOST_SEGMENTS_BY_KEY = 2;

/** The records whose first key part lies in a range, both ends included. */
function inRange<T>(table: Table<T, [number, number]>, first: number, last: number): PromiseExtended<T[]> {
  return table.where(':id').between([first, -Infinity], [last, Infinity], true, true).toArray();
}

/** The index's methods in the running transaction, which Dexie finds by itself. */
export function indexTransaction(db: IndexTables): IndexTransaction {
  return {
    state: () => db.indexState.get(STATE),
    putState: async (state) => void (await db.indexState.put(state, STATE)),
    units: (seqs) => db.indexUnits.bulkGet([...seqs]),
    putUnit: async (unit) => void (await db.indexUnits.put(unit)),
    deleteUnits: (seqs) => db.indexUnits.bulkDelete([...seqs]),
    buckets: (first, last) => inRange(db.indexBuckets, first, last),
    bucketsOf: async (segments, buckets) => {
      if (segments.length > MOST_SEGMENTS_BY_KEY) {
        const found = await Promise.all(buckets.map((bucket) => inRange(db.indexBuckets, bucket, bucket)));
        return found.flat();
      }
      const keys = buckets.flatMap((bucket) => segments.map((seq): [number, number] => [bucket, seq]));
      return (await db.indexBuckets.bulkGet(keys)).filter((record) => record !== undefined);
    },
    putBuckets: async (records) => void (await db.indexBuckets.bulkPut([...records])),
    words: (shortest, longest) => inRange(db.indexWords, shortest, longest),
    putWords: async (records) => void (await db.indexWords.bulkPut([...records])),
    deleteSegments: async (seqs) => {
      await db.indexBuckets
        .where('seq')
        .anyOf([...seqs])
        .delete();
      await db.indexWords
        .where('seq')
        .anyOf([...seqs])
        .delete();
    },
    removals: (moments) => db.indexRemovals.bulkGet([...moments]),
    putRemoval: async (removal) => void (await db.indexRemovals.put(removal)),
    deleteRemovals: (moments) => db.indexRemovals.bulkDelete([...moments]),
    clear: async () => {
      for (const table of indexTablesOf(db)) await table.clear();
    },
  };
}

/** The tables of the index, for a transaction that also uses other tables. */
export function indexTablesOf(db: IndexTables): Table[] {
  return [db.indexState, db.indexUnits, db.indexBuckets, db.indexWords, db.indexRemovals];
}

/** The index in a database. `also` names the tables from which pages of papers are read in the same transaction. */
export function indexStorage(db: Dexie & IndexTables, also: readonly Table[] = []): IndexStorage {
  const transaction = indexTransaction(db);
  const tables = [...indexTablesOf(db), ...also];
  // Dexie keeps a transaction alive over `await` only in functions that are async themselves.
  return {
    read: (work) => db.transaction('r', tables, async () => work(transaction)),
    write: (work) => db.transaction('rw', tables, async () => work(transaction)),
  };
}
