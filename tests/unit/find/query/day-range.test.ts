import { expect, test } from 'vitest';
import { dayRangeOf, withDayRange } from '../../../../lib/find/query/day-range';
import { parseSearch } from '../../../../lib/find/query/query';

test.each([
  ['query rewriting', undefined],
  ['day:202', undefined],
  ['day:2025-', undefined],
  ['from:2025-13 to:soon', undefined],
  ['day:2025-04-10', { from: '2025-04-10', to: '2025-04-10' }],
  ['rewriting day:2025-02', { from: '2025-02-01', to: '2025-02-28' }],
  ['day:2024', { from: '2024-01-01', to: '2024-12-31' }],
  ['from:2025-04 to:2025-05-09', { from: '2025-04-01', to: '2025-05-09' }],
  ['from:2025-04', { from: '2025-04-01', to: '2099-12-31' }],
  ['to:2025', { from: '1991-01-01', to: '2025-12-31' }],
  ['day:2025-04-10 day:2025-04-14', { from: '2025-04-10', to: '2025-04-14' }],
])('%s asks for %o', (query, range) => expect(dayRangeOf(parseSearch(query))).toEqual(range));

test.each([
  ['', { from: '2025-04-10', to: '2025-04-10' }, 'day:2025-04-10'],
  ['rewriting day:2025', { from: '2025-04-10', to: '2025-04-10' }, 'rewriting day:2025-04-10'],
  ['rewriting', { from: '2025-04-10', to: '2025-05-09' }, 'rewriting from:2025-04-10 to:2025-05-09'],
  ['from:2025-04 subject:IR to:2025-05', undefined, 'subject:IR'],
])('%s with %o is %s', (query, range, asked) => expect(withDayRange(parseSearch(query), range)).toBe(asked));

test.each([
  { from: '2025-04-10', to: '2025-04-10' },
  { from: '2025-04-10', to: '2025-05-09' },
])('what is written of %o is read again', (range) => {
  expect(dayRangeOf(parseSearch(withDayRange(parseSearch('"query rewriting" is:unread'), range)))).toEqual(
    range,
  );
});
