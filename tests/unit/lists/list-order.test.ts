import { expect, test } from 'vitest';
import {
  groupFrom,
  heirOf,
  indexOf,
  orderOf,
  paperFrom,
  rowKey,
  stuckHeads,
  withStuck,
} from '../../../lib/lists/list-order';
import type { ListRow } from '../../../lib/lists/rows';

const group = (key: string, isFolded = false): ListRow => ({
  kind: 'group',
  key,
  name: key,
  count: 2,
  unread: 2,
  isFolded,
});
const paper = (id: string): ListRow => ({ kind: 'paper', id });

/** Two groups of two papers around a folded one: `A 1 2 B C 3 4`. */
const ROWS = [group('A'), paper('1'), paper('2'), group('B', true), group('C'), paper('3'), paper('4')];
const ORDER = orderOf(ROWS);

test('papers and heads are told apart, and papers are counted', () => {
  expect(ORDER).toEqual({ papers: [1, 2, 5, 6], heads: [0, 3, 4], numbers: [0, 1, 2, 2, 2, 3, 4] });
});

test('a row is found by its key, a group by another than a paper of the same name', () => {
  expect(ROWS.map(rowKey)).toEqual(['group A', '1', '2', 'group B', 'group C', '3', '4']);
  expect(indexOf(ROWS, '3')).toBe(5);
  expect(indexOf(ROWS, 'group C')).toBe(4);
  expect(indexOf(ROWS, 'C')).toBeUndefined();
  expect(indexOf(ROWS, undefined)).toBeUndefined();
});

test.each([
  ['in the first group', { first: 1, last: 2 }, { upper: 0, lower: 3 }],
  ['from its head on', { first: 0, last: 0 }, { upper: 0, lower: 3 }],
  ['at the end', { first: 4, last: 6 }, { upper: 4, lower: undefined }],
])('%s the heads of this group and of the next one stick', (_, range, stuck) => {
  expect(stuckHeads(range, ORDER.heads)).toEqual(stuck);
});

test('drawn are the rows in view, six around them, and those that are kept elsewhere', () => {
  expect(withStuck({ first: 20, last: 22 }, 100, [0, undefined, 90, 21])).toEqual([
    0,
    ...Array.from({ length: 15 }, (_, i) => 14 + i),
    90,
  ]);
  expect(withStuck({ first: 0, last: 1 }, 3, [7])).toEqual([0, 1, 2]);
  expect(withStuck({ first: 0, last: 0 }, 0, [])).toEqual([]);
});

test.each([
  ['the next', 1, 1, 2],
  ['the next over heads', 2, 1, 5],
  ['the last where none follows', 6, 1, 6],
  ['the one before', 5, -1, 2],
  ['the first where none is before', 1, -1, 1],
  ['the first in view, from just before it', 4.5, 1, 5],
] as const)('a step leads to %s', (_, at, step, to) => {
  expect(paperFrom(at, step, ORDER)).toBe(to);
});

test.each([
  ['the head of a folded one', 1, 1, 3],
  ['the first paper of the next', 3, 1, 5],
  ['the first paper of the one before', 3, -1, 1],
  ['the folded one before', 6, -1, 3],
  ['nowhere from the last', 6, 1, undefined],
  ['nowhere from the first', 2, -1, undefined],
] as const)('from group to group it goes to %s', (_, at, step, to) => {
  expect(groupFrom(at, step, ROWS, ORDER)).toBe(to);
});

test.each([
  ['the next', 1, ['1'], 2],
  ['the next that stays', 1, ['1', '2', '3'], 6],
  ['the one before where none follows', 6, ['4'], 5],
  ['nobody where all go', 1, ['1', '2', '3', '4'], undefined],
] as const)('when papers leave, the focus goes to %s', (_, at, leaving, to) => {
  expect(heirOf(at, leaving, ROWS, ORDER)).toBe(to);
});
