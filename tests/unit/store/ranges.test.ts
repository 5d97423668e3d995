import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { LensDatabase } from '../../../lib/store/database';
import { recordsOf } from '../../../lib/store/ranges';

const STORED = [
  '1312.0599',
  '1312.0600',
  '2504.00001',
  '2504.00050',
  '2504.00099',
  '2504.00100',
  '2504.00101',
  'hep-th/9901001',
  'hep-th/9901002',
  'math/9901001',
];

test.each([
  ['none', [], []],
  ['one', ['2504.00050'], ['2504.00050']],
  ['one twice', ['2504.00050', '2504.00050'], ['2504.00050']],
  ['not those between', ['2504.00099', '2504.00001'], ['2504.00001', '2504.00099']],
  ['over a hundred', ['2504.00099', '2504.00100'], ['2504.00099', '2504.00100']],
  ['those that are stored', ['2504.00002', '2504.00101', '2505.00001'], ['2504.00101']],
  [
    'of every scheme',
    ['math/9901001', '1312.0600', 'hep-th/9901002'],
    ['1312.0600', 'hep-th/9901002', 'math/9901001'],
  ],
])('gives %s', async (_what, ids, expected) => {
  const db = new LensDatabase(crypto.randomUUID());
  await db.readingStates.bulkAdd(STORED.map((id) => ({ id, read: true, changedAt: 1 })));
  const records = await recordsOf(db.readingStates, ids);
  expect([...records.keys()].toSorted()).toEqual(expected);
  for (const [id, record] of records) expect(record).toEqual({ id, read: true, changedAt: 1 });
});
