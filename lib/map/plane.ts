/** The size of the map in its own units; a page scales the map as a whole. */
export const MAP_WIDTH = 1000;
export const MAP_HEIGHT = 600;

export interface Point {
  x: number;
  y: number;
}

/** More papers cannot be told apart in one picture, nor laid out while the reader waits. */
export const MOST_MAPPED = 1000;

/** Fewer papers are read in a list faster than on a map. */
export const FEWEST_MAPPED = 12;
