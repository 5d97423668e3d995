import type { Point } from './plane';

/**
 * The point that is reached from the point `from` by going one way; `way` is a step left, right, up or down. Gives
 * `from` itself if no point lies that way.
 */
export function nearestIn(points: readonly Point[], from: number, way: Point): number {
  const start = points[from];
  if (!start) return from;
  let [nearest, least] = [from, Infinity];
  points.forEach((point, i) => {
    const ahead = (point.x - start.x) * way.x + (point.y - start.y) * way.y;
    const aside = Math.abs((point.x - start.x) * way.y) + Math.abs((point.y - start.y) * way.x);
    if (ahead <= 0 || aside > ahead) return;
    const far = Math.hypot(ahead, aside);
    if (far < least) [nearest, least] = [i, far];
  });
  return nearest;
}

/** The point nearest to a place; undefined if none is closer than `reach`. */
export function nearestTo(points: readonly Point[], { x, y }: Point, reach: number): number | undefined {
  let [nearest, least]: [number | undefined, number] = [undefined, reach];
  points.forEach((point, i) => {
    const far = Math.hypot(point.x - x, point.y - y);
    if (far < least) [nearest, least] = [i, far];
  });
  return nearest;
}
