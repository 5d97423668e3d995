import { describe, expect, test } from 'vitest';
import {
  currentDay,
  dayAfter,
  daysBetween,
  monthAfter,
  neighbours,
  weeksOf,
} from '../../../lib/days/calendar';

const DAYS = ['2025-04-08', '2025-04-10', '2025-04-14'];

describe('the current day', () => {
  test.each([
    ['today has a report', '2025-04-10', '2025-04-10'],
    ['today has none: the latest before today', '2025-04-13', '2025-04-10'],
    ['years later', '2026-11-22', '2025-04-14'],
    ['before every report: the first', '2025-01-01', '2025-04-08'],
  ])('%s', (_case, today, day) => {
    expect(currentDay(DAYS, today)).toBe(day);
  });

  test('no digest at all', () => {
    expect(currentDay([], '2025-04-10')).toBeUndefined();
  });
});

test.each([
  ['2025-04-10', '2025-04-08', '2025-04-14'],
  ['2025-04-08', undefined, '2025-04-10'],
  ['2025-04-14', '2025-04-10', undefined],
  ['2025-04-12', '2025-04-10', '2025-04-14'],
])('beside %s stand %s and %s', (day, previous, next) => {
  expect(neighbours(DAYS, day)).toEqual({ previous, next });
});

test.each([
  ['2025-04-10', '2025-04-11', []],
  ['2025-04-04', '2025-04-07', ['2025-04-05', '2025-04-06']],
  ['2024-02-28', '2024-03-01', ['2024-02-29']],
])('between %s and %s lie %o', (earlier, later, between) => {
  expect(daysBetween(earlier, later)).toEqual(between);
});

test.each([
  ['2025-04-10', 1, '2025-05-10'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2025-12-05', 1, '2026-01-05'],
  ['2025-01-05', -1, '2024-12-05'],
])('%s and %i months is %s', (day, months, other) => {
  expect(monthAfter(day, months)).toBe(other);
});

test('a month is its weeks, from Monday on', () => {
  const weeks = weeksOf('2025-04');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.slice(0, 2)).toEqual(['2025-03-31', '2025-04-01']);
  expect(weeks.at(-1)?.at(-1)).toBe('2025-05-04');
  expect(weeksOf('2021-02')).toHaveLength(4);
  expect(dayAfter('2025-03-30', 2)).toBe('2025-04-01');
});
