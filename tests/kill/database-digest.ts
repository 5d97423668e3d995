import { createHash } from 'node:crypto';
import { mergeUnits } from '../../lib/find/index/merge-units';
import type {
  BucketRecord,
  IndexState,
  RemovalRecord,
  UnitRecord,
  WordsRecord,
} from '../../lib/store/index-records';
import type { Tab } from '../browser/under-test';
import { memoryStorage } from '../oracles/memory-storage';

/** A hash of the records of each table, and of the index as it is once all its units are merged. */
export type DatabaseDigest = Record<string, string>;

/** What differs between two runs of the same import without anything being wrong. */
const OF_THE_CLOCK = ['startedAt', 'took', 'browser', 'latest'];

/**
 * The tables are compared record for record. Of the index everything is compared but what depends on when it was
 * merged: the numbers of its units, and the last bits of the sum of meanings.
 */
export async function digestOf(tab: Tab): Promise<DatabaseDigest> {
  const dump = await tab.evaluate(dumpDatabase, OF_THE_CLOCK);
  return { ...dump.tables, ...(await indexDigest(dump.index)) };
}

export function differences(left: DatabaseDigest, right: DatabaseDigest): string[] {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.filter((name) =>
    name === MEANINGS ? !areClose(left[name], right[name]) : left[name] !== right[name],
  );
}

const MEANINGS = 'index meanings';
const CLOSE = 1e-3;

function areClose(left = '', right = ''): boolean {
  const others = right.split(' ').map(Number);
  const sums = left.split(' ').map(Number);
  return (
    sums.length === others.length &&
    sums.every((sum, i) => Math.abs(sum - (others[i] ?? NaN)) < CLOSE * (1 + Math.abs(sum)))
  );
}

interface Dump {
  tables: Record<string, string>;
  /** The records of the index's tables as JSON, typed arrays as base64. */
  index: Record<string, string>;
}

/** Runs in the page. */
async function dumpDatabase(ignored: string[]): Promise<Dump> {
  const open = indexedDB.open('digest-lens');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.addEventListener('success', () => resolve(open.result));
    open.addEventListener('error', () => reject(open.error));
  });
  const toText = (rows: unknown[]): string =>
    JSON.stringify(rows, (key, value: unknown) => {
      if (ignored.includes(key)) return undefined;
      if (value instanceof Blob) return value.size;
      if (!ArrayBuffer.isView(value)) return value;
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return { array: value.constructor.name, base64: btoa(text) };
    });
  const dump: Dump = { tables: {}, index: {} };
  for (const name of db.objectStoreNames) {
    const request = db.transaction(name).objectStore(name).getAll();
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    if (name.startsWith('index')) {
      dump.index[name] = toText(rows);
      continue;
    }
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(toText(rows)));
    const digits = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0'));
    dump.tables[name] = `${rows.length} ${digits.join('')}`;
  }
  db.close();
  return dump;
}

function rowsOf<Row>(text = '[]'): Row[] {
  return JSON.parse(text, (_key, value: { array?: string; base64?: string } | null) => {
    if (typeof value?.base64 !== 'string') return value;
    const { buffer } = Uint8Array.from(Buffer.from(value.base64, 'base64'));
    if (value.array === 'Uint8Array') return new Uint8Array(buffer);
    if (value.array === 'Uint16Array') return new Uint16Array(buffer);
    return value.array === 'Uint32Array' ? new Uint32Array(buffer) : new Float32Array(buffer);
  }) as Row[];
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The index with all its units merged into one. */
async function indexDigest(tables: Dump['index']): Promise<DatabaseDigest> {
  const [state] = rowsOf<IndexState>(tables['indexState']);
  if (!state) return { index: 'none' };
  const storage = memoryStorage();
  await storage.write(async (transaction) => {
    await transaction.putState(state);
    for (const unit of rowsOf<UnitRecord>(tables['indexUnits'])) await transaction.putUnit(unit);
    await transaction.putBuckets(rowsOf<BucketRecord>(tables['indexBuckets']));
    await transaction.putWords(rowsOf<WordsRecord>(tables['indexWords']));
    for (const removal of rowsOf<RemovalRecord>(tables['indexRemovals']))
      await transaction.putRemoval(removal);
  });
  await mergeUnits(storage, 'all');
  return storage.read(async (transaction) => {
    const merged = await transaction.state();
    const live = (merged?.units ?? []).map(({ seq }) => seq);
    const units = await transaction.units(live);
    const ours = <T extends { seq: number }>(records: T[]) => records.filter(({ seq }) => live.includes(seq));
    const bytes = (block: Uint8Array): string => Buffer.from(block).toString('base64');
    const buckets = ours(await transaction.buckets(0, 1 << 16)).map(({ bucket, block }) => [
      bucket,
      bytes(block),
    ]);
    const words = ours(await transaction.words(0, 1000)).map(({ length, block }) => [length, bytes(block)]);
    const papers = units.map((unit) => unit && [[...unit.ids], unit.oddIds, [...unit.lengths]]);
    return {
      'index units': String(live.length),
      'index removals': String(merged?.removals.length),
      'index papers': hash(papers),
      'index buckets': hash(buckets),
      'index words': hash(words),
      [MEANINGS]: units.flatMap((unit) => [...(unit?.meaningSum ?? [])]).join(' '),
    };
  });
}
