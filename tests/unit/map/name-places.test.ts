import { describe, expect, test } from 'vitest';
import { placeNames } from '../../../lib/map/name-places';

const ROOM = { width: 800, height: 480 };

/** Papers around a middle. */
const cloud = (x: number, y: number, count = 8) =>
  Array.from({ length: count }, (_, i) => ({ x: x + 18 * Math.cos(i), y: y + 18 * Math.sin(i) }));

function place(middles: readonly [x: number, y: number][], width: number) {
  const named = middles.map(([x, y]) => ({
    papers: cloud(x, y),
    forms: [
      { width, height: 34 },
      { width: width / 2, height: 24 },
    ],
  }));
  const places = placeNames(
    named,
    named.flatMap(({ papers }) => papers),
    ROOM,
  );
  return places.map((at, i) => {
    const size = at && named[i]?.forms[at.form];
    return at && size && { left: at.x - size.width / 2, top: at.y - size.height / 2, ...size };
  });
}

describe('names', () => {
  test.each<[string, [number, number][], number]>([
    [
      'far from each other',
      [
        [100, 100],
        [400, 300],
        [700, 100],
      ],
      120,
    ],
    [
      'side by side',
      [
        [100, 100],
        [160, 100],
        [220, 100],
        [280, 100],
      ],
      140,
    ],
    [
      'at the edges',
      [
        [5, 5],
        [795, 5],
        [5, 475],
        [795, 475],
      ],
      160,
    ],
  ])('%s never touch and stay within the map', (_, middles, width) => {
    const boxes = place(middles, width).filter((box) => box !== undefined);
    boxes.forEach((box, i) => {
      expect(box.left >= 0 && box.left + box.width <= ROOM.width).toBe(true);
      expect(box.top >= 0 && box.top + box.height <= ROOM.height).toBe(true);
      for (const other of boxes.slice(i + 1)) {
        const apart =
          box.left + box.width <= other.left ||
          other.left + other.width <= box.left ||
          box.top + box.height <= other.top ||
          other.top + other.height <= box.top;
        expect(apart).toBe(true);
      }
    });
  });

  test('hide no paper where there is room', () => {
    const [box] = place([[400, 240]], 100);
    const hidden = cloud(400, 240).filter(
      ({ x, y }) =>
        box && x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height,
    );
    expect(hidden).toEqual([]);
  });

  test('give way where there is no room at all', () => {
    const crowd = Array.from({ length: 40 }, (): [number, number] => [400, 240]);
    expect(place(crowd, 500).some((box) => box === undefined)).toBe(true);
  });
});
