import { expect, test } from 'vitest';
import { createShelf } from '../../../lib/find/shelf';
import { countIn, dayCounts } from '../../../lib/lists/day-counts';

const digest = (date: string, source: string, ids: string[]) => ({
  key: `${date} ${source}`,
  date,
  source,
  ids,
  headings: [],
});

/** `a` stands in two digests of a day, `b` in those of two days. */
const shelf = createShelf([
  digest('2025-04-11', 'IR', ['b', 'd']),
  digest('2025-04-10', 'IR', ['a', 'b']),
  digest('2025-04-10', 'NLP', ['a', 'c']),
]);
const is =
  (...ids: string[]) =>
  (paper: number) =>
    ids.includes(shelf.ids[paper] ?? '');
const all = () => true;

test('a paper counts once on each of its days', () => {
  expect(dayCounts(shelf, { isShown: all, isUnread: all })).toEqual([
    { date: '2025-04-10', papers: 3, unread: 3 },
    { date: '2025-04-11', papers: 2, unread: 2 },
  ]);
});

test('a paper counts once in a range of days', () => {
  const counted = { isShown: all, isUnread: is('a', 'b'), isMatch: is('b', 'd') };
  expect(countIn(shelf, undefined, counted)).toEqual({ papers: 4, unread: 2, matches: 2 });
  expect(countIn(shelf, { from: '2025-04-11', to: '2025-04-11' }, counted)).toEqual({
    papers: 2,
    unread: 1,
    matches: 2,
  });
});

test('hidden papers do not count, and a day of none but these is a day with a digest', () => {
  expect(dayCounts(shelf, { isShown: is('a'), isUnread: all, isMatch: all })).toEqual([
    { date: '2025-04-10', papers: 1, unread: 1, matches: 1 },
    { date: '2025-04-11', papers: 0, unread: 0, matches: 0 },
  ]);
});
