import type {
  BucketRecord,
  IndexState,
  IndexStorage,
  IndexTransaction,
  RemovalRecord,
  UnitRecord,
  WordsRecord,
} from '../../lib/store/index-records';

interface Tables {
  state: IndexState | undefined;
  units: Map<number, UnitRecord>;
  buckets: Map<number, Map<number, BucketRecord>>;
  words: Map<number, Map<number, WordsRecord>>;
  removals: Map<number, RemovalRecord>;
}

const empty = (): Tables => ({
  state: undefined,
  units: new Map(),
  buckets: new Map(),
  words: new Map(),
  removals: new Map(),
});

function inRange<T>(table: Map<number, Map<number, T>>, first: number, last: number): T[] {
  const records: T[] = [];
  for (let key = first; key <= last; key += 1) records.push(...(table.get(key)?.values() ?? []));
  return records;
}

function put<T extends { seq: number }>(table: Map<number, Map<number, T>>, key: number, record: T): void {
  const row = table.get(key) ?? new Map<number, T>();
  row.set(record.seq, record);
  table.set(key, row);
}

/** An index storage without a database, for commands, benches and tests. A failed write is not rolled back. */
export function memoryStorage(): IndexStorage {
  let tables = empty();
  const transaction: IndexTransaction = {
    state: async () => tables.state && structuredClone(tables.state),
    putState: async (state) => void (tables.state = structuredClone(state)),
    units: async (seqs) => seqs.map((seq) => tables.units.get(seq)),
    putUnit: async (unit) => void tables.units.set(unit.seq, unit),
    deleteUnits: async (seqs) => seqs.forEach((seq) => tables.units.delete(seq)),
    buckets: async (first, last) => inRange(tables.buckets, first, last),
    bucketsOf: async (segments, buckets) =>
      buckets
        .flatMap((bucket) => inRange(tables.buckets, bucket, bucket))
        .filter(({ seq }) => segments.includes(seq)),
    putBuckets: async (records) => records.forEach((record) => put(tables.buckets, record.bucket, record)),
    words: async (shortest, longest) => inRange(tables.words, shortest, longest),
    putWords: async (records) => records.forEach((record) => put(tables.words, record.length, record)),
    deleteSegments: async (seqs) => {
      for (const row of [...tables.buckets.values(), ...tables.words.values()])
        seqs.forEach((seq) => row.delete(seq));
    },
    removals: async (moments) => moments.map((moment) => tables.removals.get(moment)),
    putRemoval: async (removal) => void tables.removals.set(removal.at, removal),
    deleteRemovals: async (moments) => moments.forEach((moment) => tables.removals.delete(moment)),
    clear: async () => void (tables = empty()),
  };
  // Transactions run one after the other, as they would in a database.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (transaction: IndexTransaction) => Promise<T>): Promise<T> => {
    const turn = last.then(() => work(transaction));
    last = turn.catch(() => undefined);
    return turn;
  };
  return { read: inTurn, write: inTurn };
}
