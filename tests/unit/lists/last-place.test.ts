import { expect, test } from 'vitest';
import { type LastPlace, leftOn, placeFrom, withDay } from '../../../lib/lists/last-place';

const TODAY = '2025-04-10';
const stored = (place: object) => placeFrom(place as Partial<LastPlace>, TODAY);

test('on the same day the popup is where it was; on the next it knows only since when', () => {
  const place = { day: '2025-04-08', latest: '2025-04-09', since: '2025-04-02', days: [] };
  expect(stored({ ...place, today: TODAY })).toMatchObject({ day: '2025-04-08', since: '2025-04-02' });
  expect(stored({ ...place, today: '2025-04-09' })).toMatchObject({ day: undefined, since: '2025-04-09' });
});

test.each([
  ['the name that `digest` had', 'report', undefined],
  ['nonsense', 7, undefined],
  ['nothing', undefined, undefined],
  ['an order that there is', 'score', 'score'],
])('%s, stored as an order, counts as %3$s', (_, sort, read) => {
  expect(stored({ today: TODAY, sort }).sort).toBe(read);
});

test('groupings and filters that there are no more count as not chosen', () => {
  const place = stored({
    group: 'author',
    days: [
      [TODAY, { show: 'new', text: 'graph' }],
      ['2025-04-09', { show: 'unread' }],
    ],
  });
  expect(place.group).toBeUndefined();
  expect(leftOn(place, TODAY)).toEqual({ text: 'graph' });
  expect(leftOn(place, '2025-04-09')).toEqual({ show: 'unread' });
});

test('what changes on a day is added to how it was left, and the day becomes the most recent', () => {
  const before: LastPlace = {
    today: TODAY,
    days: [
      [TODAY, { text: 'graph' }],
      ['2025-04-09', {}],
    ],
  };
  const after = withDay(before, TODAY, { show: 'unread' });
  expect(after.days).toEqual([
    ['2025-04-09', {}],
    [TODAY, { text: 'graph', show: 'unread' }],
  ]);
  expect(before.days[0]).toEqual([TODAY, { text: 'graph' }]);
});

test('only the days looked at last are kept', () => {
  const days = Array.from({ length: 60 }, (_, i) => `2025-${String(i).padStart(4, '0')}`);
  const place = days.reduce<LastPlace>((so, day) => withDay(so, day, {}), { today: TODAY, days: [] });
  expect(place.days.map(([day]) => day)).toEqual(days.slice(-40));
});
