import { describe, expect, test } from 'vitest';
import { nearestIn, nearestTo } from '../../../lib/map/moves';

//  0 . 1
//  . 2 .
//  3 . 4
const POINTS = [
  { x: 0, y: 0 },
  { x: 20, y: 0 },
  { x: 10, y: 8 },
  { x: 0, y: 20 },
  { x: 20, y: 20 },
];

describe('the keys', () => {
  test.each([
    [0, { x: 1, y: 0 }, 2],
    [1, { x: -1, y: 0 }, 2],
    [0, { x: 0, y: 1 }, 3],
    [4, { x: 0, y: -1 }, 2],
    [0, { x: -1, y: 0 }, 0],
    [2, { x: 1, y: 0 }, 1],
  ])('from %i by %o lead to %i', (from, way, to) => expect(nearestIn(POINTS, from, way)).toBe(to));

  test('reach every point from any other', () => {
    const ways = [1, -1].flatMap((step) => [
      { x: step, y: 0 },
      { x: 0, y: step },
    ]);
    const reached = new Set([0]);
    for (const at of reached) for (const way of ways) reached.add(nearestIn(POINTS, at, way));
    expect(reached.size).toBe(POINTS.length);
  });
});

test.each([
  [{ x: 11, y: 9 }, 2],
  [{ x: 100, y: 100 }, undefined],
])('the pointer at %o meets %s', (at, met) => expect(nearestTo(POINTS, at, 5)).toBe(met));
