import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { papersWith } from '../../../../lib/find/papers-with';
import { unreadBadge } from '../../../../lib/lists/unread-badge';
import { type DatedDigest, putDigests } from '../../../../lib/store/changes/put-digests';
import { changeReadingStates, putBackReadingStates } from '../../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../../lib/store/database';
import { readingStates } from '../../../../lib/store/views/reading-states';
import { undoImport } from '../../../support/undo-import';

const [A, B] = ['2504.05309', '2504.05314'] as const;

const REPORT: DatedDigest = {
  date: '2025-04-10',
  path: 'report.md',
  entries: [
    { id: A, title: 'IterQR' },
    { id: B, title: 'MQL4GRec' },
  ],
};

let db: LensDatabase;
let databases = 0;

beforeEach(async () => {
  db = new LensDatabase(`reading-states-test-${(databases += 1)}`);
  await putDigests(db, [REPORT], 1);
});

test('a change keeps what it does not name', async () => {
  await changeReadingStates(db, [A], { starred: true, note: 'for the talk' }, 1);
  await changeReadingStates(db, [A, B], { read: true }, 2);
  expect(await readingStates(db, [A, B])).toEqual(
    new Map([
      [A, { id: A, read: true, starred: true, note: 'for the talk', changedAt: 2 }],
      [B, { id: B, read: true, changedAt: 2 }],
    ]),
  );
});

test('a change can be put back', async () => {
  await changeReadingStates(db, [A], { starred: true }, 1);
  const before = await changeReadingStates(db, [A, B], { starred: false, hidden: true }, 2);
  await putBackReadingStates(db, before, 3);
  const states = await readingStates(db, [A, B]);
  expect(states.get(A)).toEqual({ id: A, starred: true, changedAt: 3 });
  expect(states.get(B)).toEqual({ id: B, changedAt: 3 });
});

test.each([
  ['unread', [B]],
  ['read', [A]],
  ['starred', [B]],
  ['hidden', []],
  ['invented', []],
])('papers that are %s', async (is, ids) => {
  await changeReadingStates(db, [A], { read: true }, 1);
  await changeReadingStates(db, [B], { starred: true }, 1);
  expect([...(await papersWith(db, [{ name: 'is', value: is }]))]).toEqual(ids);
  expect([
    ...(await papersWith(db, [
      { name: 'is', value: is },
      { name: 'day', value: '2024' },
    ])),
  ]).toEqual([]);
});

test('undoing the import leaves the states alone', async () => {
  await changeReadingStates(db, [A], { starred: true }, 1);
  await undoImport(db, 1);
  expect((await readingStates(db, [A])).get(A)).toMatchObject({ starred: true });
});

test('the toolbar icon counts what is neither read nor hidden in the current digest', async () => {
  await putDigests(db, [{ ...REPORT, date: '2025-04-11', path: 'ahead.md' }], 1);
  const badge = () => unreadBadge(db, '2025-04-10');
  expect(await badge()).toBe('2');
  await changeReadingStates(db, [A], { read: true }, 1);
  expect(await badge()).toBe('1');
  await changeReadingStates(db, [B], { hidden: true }, 2);
  expect(await badge()).toBe('');
  expect(await unreadBadge(db, '2025-04-11')).toBe('');
});
