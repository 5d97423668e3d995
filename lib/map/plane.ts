/** The map's own measure: a page draws it larger or smaller as a whole. */
export const MAP_WIDTH = 1000;
export const MAP_HEIGHT = 600;

export interface Point {
  x: number;
  y: number;
}

/** More papers are no longer told apart in one picture, nor laid out while one waits. */
export const MOST_MAPPED = 1000;

/** Fewer are sooner read than looked at. */
export const FEWEST_MAPPED = 12;
