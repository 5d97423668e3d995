import { expect, test } from 'vitest';
import { NOTHING_SELECTED, stretchedTo, toggled } from '../../../lib/lists/selection';

const LIST = ['a', 'b', 'c', 'd', 'e'];

test('a paper is selected, and no longer when it is chosen again', () => {
  const one = toggled(NOTHING_SELECTED, 'b');
  expect([...one.ids]).toEqual(['b']);
  expect([...toggled(one, 'b').ids]).toEqual([]);
});

test.each([
  ['down', 'b', 'd', ['b', 'c', 'd']],
  ['up', 'd', 'b', ['d', 'b', 'c']],
])('a stretch goes %s from the paper chosen last', (_, from, to, selected) => {
  expect([...stretchedTo(toggled(NOTHING_SELECTED, from), to, LIST).ids]).toEqual(selected);
});

test('without a paper to begin from, a stretch is one paper', () => {
  expect([...stretchedTo(NOTHING_SELECTED, 'c', LIST).ids]).toEqual(['c']);
  expect([...stretchedTo({ ids: new Set(['x']), anchor: 'x' }, 'c', LIST).ids]).toEqual(['x', 'c']);
});
