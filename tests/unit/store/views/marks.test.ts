import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { putDigests } from '../../../../lib/store/changes/put-digests';
import { changeReadingStates } from '../../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../../lib/store/database';
import { marksOf } from '../../../../lib/store/views/marks';

let db: LensDatabase;
let databases = 0;

beforeEach(async () => {
  db = new LensDatabase(`marks-test-${(databases += 1)}`);
  await putDigests(
    db,
    [
      {
        date: '2025-04-09',
        title: 'Report',
        subject: 'IR',
        path: 'a.md',
        entries: [{ id: '2504.00001', topics: ['RAG'], score: 8, tldr: 'Short.' }, { id: '2504.00002' }],
      },
    ],
    1,
  );
  await putDigests(
    db,
    [{ date: '2025-04-10', subject: 'IR', path: 'b.md', entries: [{ id: '2504.00001', subject: 'NLP' }] }],
    1,
  );
});

test('tell each listing, the latest first, with what the digest says', async () => {
  expect(await marksOf(db, ['2504.00001', '2504.00001'])).toEqual({
    '2504.00001': {
      listings: [
        { date: '2025-04-10', subject: 'NLP' },
        { date: '2025-04-09', title: 'Report', subject: 'IR', topics: ['RAG'], score: 8, tldr: 'Short.' },
      ],
    },
  });
});

test('tell the reading state, also of a paper in no digest, and nothing of the others', async () => {
  await changeReadingStates(db, ['2504.00002', '2504.00003'], { starred: true }, 1);
  await changeReadingStates(db, ['2504.00004'], { note: 'later' }, 1);
  expect(await marksOf(db, ['2504.00002', '2504.00003', '2504.00004', '2504.00005'])).toEqual({
    '2504.00002': { listings: [{ date: '2025-04-09', title: 'Report', subject: 'IR' }], starred: true },
    '2504.00003': { listings: [], starred: true },
  });
});

test('are of the papers that were asked for alone, however near others stand', async () => {
  const ids = [
    '2504.00001',
    '2504.00003',
    '2504.00017',
    '2504.00034',
    '2503.00001',
    '2504.0001',
    'hep-th/9901001',
  ];
  const others = ['2504.00002', '2504.00004', '2504.00018', '2503.00002', 'hep-th/9901002', 'math/9901001'];
  await putDigests(
    db,
    [{ date: '2025-04-11', path: 'c.md', entries: [...ids, ...others].map((id) => ({ id })) }],
    1,
  );
  await changeReadingStates(db, [...ids, ...others], { read: true }, 1);
  const marks = await marksOf(db, ids);
  expect(Object.keys(marks).toSorted()).toEqual(ids.toSorted());
  for (const id of ids) expect(marks[id]).toMatchObject({ read: true });
  expect(marks['2504.00001']?.listings.map(({ date }) => date)).toEqual([
    '2025-04-11',
    '2025-04-10',
    '2025-04-09',
  ]);
});
