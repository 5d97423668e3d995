import { describe, expect, test } from 'vitest';
import {
  type BarCount,
  barOf,
  dayAfterKey,
  dayAt,
  daysIn,
  edgesOf,
  layOutBars,
  rangeOf,
} from '../../../lib/lists/day-bars';

const DAY_MS = 86_400_000;

/** A digest on each day but those that `isMissing` names by their day of the week, Sunday being 0. */
function everyDay(first: string, count: number, isMissing: readonly number[] = []): BarCount[] {
  return Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * DAY_MS))
    .filter((day) => !isMissing.includes(day.getUTCDay()))
    .map((day, i) => ({ date: day.toISOString().slice(0, 10), papers: 10 + (i % 7), unread: i % 3 }));
}

const WEEKEND = [0, 6];

describe('bars', () => {
  test.each([
    ['nine days', everyDay('2025-04-10', 9), 1280, 'day', 9],
    ['422 days of 20 months', everyDay('2024-12-18', 612, WEEKEND), 1280, 'day', 438],
    ['the same in a narrow window', everyDay('2024-12-18', 612, WEEKEND), 700, 'week', 88],
    ['five years', everyDay('2021-01-01', 1826), 1280, 'week', 262],
    ['five years on a telephone', everyDay('2021-01-01', 1826), 360, 'month', 60],
  ])('%s', (_, days, width, unit, bars) => {
    const layout = layOutBars(days, width);
    expect(layout.unit).toBe(unit);
    expect(layout.bars).toHaveLength(bars);
  });

  test('hold every paper once, stand in order beside each other, and stay within the width', () => {
    for (const width of [360, 700, 1280]) {
      const days = everyDay('2021-01-01', 1826, WEEKEND);
      const { bars } = layOutBars(days, width);
      const sum = (counts: readonly { papers: number }[]) =>
        counts.reduce((all, { papers }) => all + papers, 0);
      expect(sum(bars)).toBe(sum(days));
      bars.forEach((bar, i) => {
        const next = bars[i + 1];
        expect(bar.width).toBeGreaterThan(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual((next?.x ?? width) + 1e-6);
      });
    }
  });

  test('leave a gap where days have no digest', () => {
    const days = [...everyDay('2025-04-10', 2), ...everyDay('2025-04-14', 1)];
    const { bars, pitch } = layOutBars(days, 1280);
    expect(bars.map(({ x }) => Math.round(x / pitch))).toEqual([0, 1, 4]);
    expect(barOf(layOutBars(days, 1280), '2025-04-12')).toBeUndefined();
  });

  test('add up the matches of a week, and know none where nothing is searched', () => {
    const days = everyDay('2021-01-01', 1826).map((day) => ({ ...day, matches: 2 }));
    expect(layOutBars(days, 1280).bars[1]?.matches).toBe(14);
    expect(layOutBars(everyDay('2021-01-01', 1826), 1280).bars[1]?.matches).toBeUndefined();
  });

  test('name months with room between them', () => {
    for (const width of [360, 700, 1280]) {
      const { months } = layOutBars(everyDay('2021-01-15', 1826), width);
      expect(months.length).toBeGreaterThan(2);
      months.slice(1).forEach(({ x }, i) => expect(x - (months[i]?.x ?? 0)).toBeGreaterThan(38));
    }
  });
});

describe('a place on the bars', () => {
  const layout = layOutBars(everyDay('2025-04-10', 30, WEEKEND), 300);

  test.each([
    [-5, '2025-04-10'],
    [0, '2025-04-10'],
    [2.5 * layout.pitch, '2025-04-12'],
    [10_000, '2025-05-09'],
  ])('%f pixels in is %s', (x, date) => expect(dayAt(layout, x)).toBe(date));

  test('a range has the edges of its days, and ends where the days do', () => {
    expect(edgesOf(layout, { from: '2025-04-11', to: '2025-04-12' })).toEqual([
      layout.pitch,
      3 * layout.pitch,
    ]);
    expect(edgesOf(layout, { from: '2020-01-01', to: '2030-01-01' })).toEqual([0, 30 * layout.pitch]);
    expect(rangeOf('2025-04-12', '2025-04-11')).toEqual({ from: '2025-04-11', to: '2025-04-12' });
  });

  test('days with a digest are counted', () => {
    expect(daysIn(everyDay('2025-04-10', 30, WEEKEND), { from: '2025-04-11', to: '2025-04-14' })).toBe(2);
  });
});

test.each([
  ['2025-04-10', 'ArrowRight', '2025-04-11'],
  ['2025-04-11', 'ArrowRight', '2025-04-14'],
  ['2025-04-14', 'ArrowLeft', '2025-04-11'],
  ['2025-04-10', 'PageDown', '2025-05-12'],
  ['2025-05-12', 'PageUp', '2025-04-11'],
  ['2025-01-31', 'PageDown', '2025-02-28'],
  ['2025-01-31', 'PageUp', '2025-01-01'],
  ['2025-04-10', 'Home', '2025-01-01'],
  ['2025-04-10', 'End', '2025-06-30'],
  ['2025-06-30', 'ArrowRight', '2025-06-30'],
  ['2025-04-10', 'x', undefined],
])('from %s the key %s leads to %s', (from, key, to) => {
  const days = everyDay('2025-01-01', 181, WEEKEND).map(({ date }) => date);
  expect(dayAfterKey(days, from, key)).toBe(to);
});
