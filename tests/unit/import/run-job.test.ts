import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../../lib/find/engine';
import type { JobQueue } from '../../../lib/import/job-queue';
import { summaryOf } from '../../../lib/import/wording';
import { LensDatabase } from '../../../lib/store/database';
import {
  approveImport,
  beginImport,
  beginUndo,
  importById,
  readingsOf,
} from '../../../lib/store/jobs/imports';
import type { ImportState } from '../../../lib/store/records';
import { queueHere } from '../../support/queue-here';

/** Term vectors that know no term: the real ones take too long to be read some hundred times. */
function emptyVectors(): Uint8Array {
  const header = JSON.stringify({ version: 1, terms: 0, dimensions: 2, papers: 1 });
  const bytes = new Uint8Array(8 + header.length + 20);
  bytes.set(new TextEncoder().encode('DLTV'));
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(new TextEncoder().encode(header), 8);
  return bytes;
}

/** Three digests. The second and the third each list a paper of the digest before, with more facts about it. */
const FILES = [1, 2, 3].map((day) => ({
  path: `2025-04-0${day}.jsonl`,
  content: new Blob(
    [day - 1, day].map((n) =>
      JSON.stringify({
        id: `2504.0000${n}`,
        title: `Paper ${n} on subject ${n}`,
        authors: ['Ada Example'],
        ...(n < day && { abstract: `Abstract ${n}.`, tags: [`day${day}`] }),
      }).concat('\n'),
    ),
  ),
  modifiedAt: 0,
}));

/** One digest in each step, so that there is a state between any two digests. */
const RECORDS_A_STEP = 1;

type Method = (...args: unknown[]) => unknown;

/** Every call of the storage that can fail as it does on a full disk. */
const CALLS: [prototype: object, names: string[]][] = [
  [
    IDBObjectStore.prototype,
    ['add', 'put', 'get', 'getAll', 'getAllKeys', 'count', 'delete', 'openCursor', 'openKeyCursor'],
  ],
  [IDBIndex.prototype, ['get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
  [IDBDatabase.prototype, ['transaction']],
];
const originals = CALLS.flatMap(([prototype, names]) =>
  names.map((name) => ({ prototype, name, call: Reflect.get(prototype, name) as Method })),
);

/** Something that fails once: `count` says how often it was done, `at` which time is to fail. */
interface Fault {
  count: number;
  at: number;
}

const call: Fault = { count: 0, at: 0 };
const commit: Fault = { count: 0, at: 0 };

function strikes(fault: Fault): boolean {
  fault.count += 1;
  return fault.count === fault.at;
}

const diskFull = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** The transaction that is to fail once all its requests are answered. */
let doomed: IDBTransaction | undefined;
let asked: IDBRequest[] = [];

function watch(request: IDBRequest, transaction: IDBTransaction): void {
  asked.push(request);
  request.addEventListener('success', () =>
    // At this moment everything that follows from the answer has been asked for, and the transaction is not committed
    // yet.
    setImmediate(() => {
      if (doomed !== transaction || asked.some(({ readyState }) => readyState === 'pending')) return;
      Reflect.set(transaction, 'error', diskFull());
      transaction.abort();
      doomed = undefined;
    }),
  );
}

beforeEach(() => {
  for (const { prototype, name, call: method } of originals) {
    Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
      if (strikes(call)) throw diskFull();
      const made = method.apply(this, args);
      if (made instanceof IDBTransaction && made.mode === 'readwrite' && strikes(commit)) {
        doomed = made;
        asked = [];
      }
      const store = this instanceof IDBIndex ? this.objectStore : this;
      if (made instanceof IDBRequest && store instanceof IDBObjectStore && store.transaction === doomed)
        watch(made, store.transaction);
      return made;
    });
  }
});

afterEach(() => {
  for (const { prototype, name, call: method } of originals) Reflect.set(prototype, name, method);
});

let databases = 0;

interface Workshop {
  db: LensDatabase;
  queue: JobQueue;
}

/** A database and a worker that has just started; `afterStep` is called after each of the worker's steps. */
function openWorkshop(
  afterStep: (db: LensDatabase) => Promise<void> = async () => {},
  logError: (error: unknown) => void = () => {},
): Workshop {
  const db = new LensDatabase(`faults-test-${(databases += 1)}`);
  const engine = createEngine(db, async () => emptyVectors());
  const queue = queueHere(db, engine, {
    showBadge: () => afterStep(db),
    logError,
    recordsAStep: RECORDS_A_STEP,
  });
  return { db, queue };
}

/** What the reader orders; the worker then has to continue by itself. */
type Order = (workshop: Workshop, importId: number) => Promise<void>;

const importing: Order = ({ db }, id) => approveImport(db, id);
const undoing: Order = ({ db }, id) => beginUndo(db, id);

/** Does everything that has to come before the order, gives the order, and gives the number of the import. */
async function prepared(order: Order, workshop: Workshop): Promise<number> {
  const id = await beginImport(workshop.db, FILES, 0);
  await workshop.queue.goOn();
  if (order === undoing) {
    await approveImport(workshop.db, id);
    await workshop.queue.goOn();
  }
  await order(workshop, id);
  return id;
}

/** Everything that an import changes beside its own progress, with the papers that the index holds. */
async function stored(db: LensDatabase): Promise<unknown> {
  const state = await db.indexState.get('state');
  const units = await db.indexUnits.bulkGet((state?.units ?? []).map(({ seq }) => seq));
  const removals = await db.indexRemovals.toArray();
  const indexed = units.reduce((sum, unit) => sum + (unit?.papers ?? 0), 0);
  const removed = removals.reduce((sum, { ids }) => sum + ids.length, 0);
  return {
    papers: await db.papers.toArray(),
    digests: await db.digests.toArray(),
    entries: await db.entries.toArray(),
    stored: (await db.readings.toArray()).map(({ digests }) =>
      digests.map((digest) => digest.stored === true),
    ),
    indexed: indexed - removed,
  };
}

/** Copies everything in one database into another, which is empty. */
async function copy(from: LensDatabase, to: LensDatabase): Promise<void> {
  for (const table of from.tables) {
    const rows: unknown[] = await table.toArray();
    const isKeyInside = table.schema.primKey.keyPath !== null && table.schema.primKey.keyPath !== '';
    const keys = isKeyInside ? undefined : await table.toCollection().primaryKeys();
    await to.table(table.name).bulkAdd(rows, keys);
  }
}

/** What is stored before and after each digest when nothing fails, and how often the fault could strike. */
async function undisturbed(
  order: Order,
  fault: Fault,
): Promise<{ states: Set<string>; last: string; times: number }> {
  const states = new Set<string>();
  const look = async (db: LensDatabase) => void states.add(JSON.stringify(await stored(db)));
  const watched = openWorkshop(look);
  await prepared(order, watched);
  states.clear();
  await look(watched.db);
  await watched.queue.goOn();
  await look(watched.db);
  const counted = openWorkshop();
  await prepared(order, counted);
  fault.count = 0;
  await counted.queue.goOn();
  return { states, last: JSON.stringify(await stored(watched.db)), times: fault.count };
}

/** Only after every so many failures does the queue continue to the end, because that takes longer than failing. */
const GONE_ON_EACH = 8;

const STOPPED = /The disk is full: (?:importing|undoing) stopped at .*2025-04-0[123]\.jsonl/;

describe.each<[string, Order, ImportState]>([
  ['an import', importing, 'running'],
  ['an undo', undoing, 'undoing'],
])('%s of three digests', (_name, order, state) => {
  test.each<[string, Fault]>([
    ['call of the storage', call],
    ['commit', commit],
  ])(
    'is before or after a digest whichever %s fails, says where, and goes on',
    async (_what, fault) => {
      const expected = await undisturbed(order, fault);
      expect(expected.states.size).toBeGreaterThanOrEqual(4);
      const begun = openWorkshop();
      const id = await prepared(order, begun);
      let unsaid = 0;
      const unnamed: string[] = [];
      for (let n = 1; n <= expected.times; n += 1) {
        const { db, queue } = openWorkshop();
        await copy(begun.db, db);
        Object.assign(fault, { count: 0, at: n });
        await queue.goOn();
        fault.at = 0;
        const now = JSON.stringify(await stored(db));
        expect(expected.states.has(now), `number ${n} failed`).toBe(true);
        const row = await importById(db, id);
        const said = row ? summaryOf(row, await readingsOf(db, id)) : '';
        if (row?.paused !== undefined && !STOPPED.test(said)) unnamed.push(said);
        if (row?.paused === undefined && row?.state === state) unsaid += 1;
        db.close();
        if (n % GONE_ON_EACH !== 0 && fault !== commit) continue;
        await db.open();
        await queue.retry();
        expect(JSON.stringify(await stored(db)), `number ${n} failed, and the queue went on`).toBe(
          expected.last,
        );
      }
      expect(unnamed).toEqual([]);
      // There is no file to name if the queue was only looking for what to do.
      expect(unsaid).toBeLessThan(10);
    },
    300_000,
  );
});

test('an import goes on though the browser, ending the worker, takes no more calls', async () => {
  const refused: string[] = [];
  const { db, queue } = openWorkshop(
    async () => {
      throw new Error('No SW');
    },
    (error) => refused.push(String(error)),
  );
  const id = await prepared(importing, { db, queue });
  await queue.goOn();
  expect(await importById(db, id)).toMatchObject({ state: 'done', digestsStored: 3 });
  expect(new Set(refused)).toEqual(new Set(['Error: No SW']));
});
