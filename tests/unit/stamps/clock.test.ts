import { expect, test } from 'vitest';
import {
  browserOf,
  isStamp,
  LATEST_MS,
  msOf,
  newClock,
  observe,
  stampAt,
  tick,
} from '../../../lib/stamps/clock';

const YEAR = 365 * 86_400_000;

test.each([
  ['now', 1_764_393_600_000],
  ['the beginning', 0],
  ['the latest moment', LATEST_MS],
])('%s is kept in a stamp', (_what, ms) => {
  expect(msOf(stampAt(ms, 'k3j9'))).toBe(ms);
  expect(browserOf(stampAt(ms, 'k3j9'))).toBe('k3j9');
  expect(isStamp(stampAt(ms, 'k3j9'))).toBe(true);
});

test.each<unknown>([
  Number.MAX_SAFE_INTEGER,
  '',
  'zzzzzzzzz.0000.a',
  '00000000A.0000.a',
  '000000000.0000.',
  '000000000.0000.aaaaaaaaaaa',
  ' 000000000.0000.a',
  null,
])('%j is no stamp', (value) => expect(isStamp(value)).toBe(false));

test.each([Number.NaN, Infinity, -Infinity, -1, 1e300])('%d is brought within the range', (ms) =>
  expect(isStamp(stampAt(ms))).toBe(true),
);

test('each stamp is later than the one before, also when the machine’s clock is put back', () => {
  let clock = newClock('a');
  const stamps = [5, 5, 5, 900, 3, 3 - YEAR, 901].map((now) => (clock = tick(clock, now)).latest);
  expect(stamps.toSorted()).toEqual(stamps);
  expect(new Set(stamps).size).toBe(stamps.length);
});

test('what is changed after another browser’s change was seen is later, though that clock is years ahead', () => {
  const ahead = tick(newClock('a'), 10 * YEAR).latest;
  const after = tick(observe(newClock('b'), [ahead]), 1).latest;
  expect(after > ahead).toBe(true);
});

test('a full counter goes over into the next millisecond', () => {
  const full = `${stampAt(7, 'a').slice(0, 9)}.zzzz.a`;
  expect(tick({ browser: 'a', latest: full }, 7).latest).toBe(stampAt(8, 'a'));
});
