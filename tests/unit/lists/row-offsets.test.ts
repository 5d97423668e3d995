import { expect, test } from 'vitest';
import { RowOffsets } from '../../../lib/lists/row-offsets';

/** A seeded row of heights between 30 and 129. */
function heights(count: number): number[] {
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return 30 + (seed % 100);
  });
}

test.each([1, 2, 255, 256, 257, 5000])(
  'of %i rows each is found from its first to its last pixel',
  (count) => {
    const plain = heights(count);
    const offsets = new RowOffsets(count, (index) => plain[index] ?? 0);
    let start = 0;
    plain.forEach((height, index) => {
      expect(offsets.startOf(index)).toBe(start);
      expect(offsets.indexAt(start)).toBe(index);
      expect(offsets.indexAt(start + height - 1)).toBe(index);
      start += height;
    });
    expect(offsets.total).toBe(start);
    expect(offsets.indexAt(-1)).toBe(0);
    expect(offsets.indexAt(start + 1)).toBe(count - 1);
  },
);

test('a row that is higher than it was moves those after it', () => {
  const offsets = new RowOffsets(1000, () => 70);
  offsets.setHeight(300, 100);
  offsets.setHeight(300, 90);
  expect(offsets.heightOf(300)).toBe(90);
  expect([offsets.startOf(300), offsets.startOf(301), offsets.total]).toEqual([21_000, 21_090, 70_020]);
});

test('no rows have no height', () => {
  const offsets = new RowOffsets(0, () => 70);
  expect([offsets.total, offsets.indexAt(0), offsets.startOf(0)]).toEqual([0, 0, 0]);
});
