import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { marksOf } from '../../../lib/store/marks';
import { putDigest } from '../../../lib/store/papers';
import { changeReadingStates } from '../../../lib/store/reading-states';
import { LensDatabase } from '../../../lib/store/schema';

let db: LensDatabase;
let databases = 0;

beforeEach(async () => {
  db = new LensDatabase(`marks-test-${(databases += 1)}`);
  await putDigest(
    db,
    {
      date: '2025-04-09',
      title: 'Report',
      subject: 'IR',
      path: 'a.md',
      entries: [{ id: '2504.00001', topics: ['RAG'], score: 8, tldr: 'Short.' }, { id: '2504.00002' }],
    },
    1,
  );
  await putDigest(
    db,
    { date: '2025-04-10', subject: 'IR', path: 'b.md', entries: [{ id: '2504.00001', subject: 'NLP' }] },
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
