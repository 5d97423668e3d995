import { describe, expect, test } from 'vitest';
import { currentDay, neighbours } from '../../lib/report-day';

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

  test('no report at all', () => {
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
