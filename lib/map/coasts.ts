import { contours } from 'd3-contour';
import { MAP_HEIGHT, MAP_WIDTH, type Point } from './plane';

/** Width and height of a cell of the grid on which coasts are found, in units of the map. */
const CELL = 5;
const COLUMNS = MAP_WIDTH / CELL;
const ROWS = MAP_HEIGHT / CELL;

/** How far a paper's land reaches, in spacings. */
const REACH = 1.7;

/** Where the land is lower than this, there is sea. A paper raises its own place by at most 1. */
const SEA_LEVEL = 0.3;

/**
 * How much higher than the land of other regions a region's land has to be; it keeps neighbouring coasts a little
 * apart.
 */
const STRAIT = 0.12;

/**
 * The outline of each region as an SVG path. A region is where the land that its papers raise together is above the
 * sea and above the land of any other region. Papers of no region stand in the sea.
 */
export function coastsOf(
  places: readonly Point[],
  regions: readonly (readonly number[])[],
  spacing: number,
): string[] {
  const regionOf = new Map(regions.flatMap((members, region) => members.map((paper) => [paper, region])));
  const others = regions.length;
  const lands = Array.from({ length: regions.length + 1 }, () => new Float32Array(COLUMNS * ROWS));
  places.forEach((place, paper) => raise(lands[regionOf.get(paper) ?? others], place, REACH * spacing));
  const highest = new Float32Array(COLUMNS * ROWS);
  const second = new Float32Array(COLUMNS * ROWS);
  for (const land of lands) {
    land.forEach((height, cell) => {
      if (height > (highest[cell] ?? 0)) {
        second[cell] = highest[cell] ?? 0;
        highest[cell] = height;
      } else if (height > (second[cell] ?? 0)) second[cell] = height;
    });
  }
  const outline = contours().size([COLUMNS, ROWS]);
  return lands.slice(0, others).map((land) => {
    const above = Array.from(land, (height, cell) => {
      const rival = height === highest[cell] ? (second[cell] ?? 0) : (highest[cell] ?? 0);
      return Math.min(height - SEA_LEVEL, height - rival - STRAIT);
    });
    return pathOf(outline.contour(above, 0).coordinates);
  });
}

function raise(land: Float32Array | undefined, { x, y }: Point, reach: number): void {
  if (!land) return;
  const [left, right] = [
    Math.max(0, Math.floor((x - reach) / CELL)),
    Math.min(COLUMNS - 1, Math.ceil((x + reach) / CELL)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor((y - reach) / CELL)),
    Math.min(ROWS - 1, Math.ceil((y + reach) / CELL)),
  ];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const far = ((column + 0.5) * CELL - x) ** 2 + ((row + 0.5) * CELL - y) ** 2;
      const height = 1 - far / reach ** 2;
      if (height > 0) land[row * COLUMNS + column] = (land[row * COLUMNS + column] ?? 0) + height ** 2;
    }
  }
}

function pathOf(polygons: readonly number[][][][]): string {
  const at = (value = 0) => Math.round(value * CELL * 10) / 10;
  const ring = (points: number[][]) => `M${points.map(([x, y]) => `${at(x)},${at(y)}`).join('L')}Z`;
  return polygons.flatMap((polygon) => polygon.map(ring)).join('');
}
