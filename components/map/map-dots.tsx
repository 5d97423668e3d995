import type { MapPlace } from '../../lib/map/map-papers';
import type { ArxivId } from '../../lib/paper';

/** A region by its place among the map's, or the papers that are in none. */
export type ChosenRegion = number | 'others';

/** What the reader made of a paper; undefined where it is unread. */
export type LookOf = (id: ArxivId) => 'read' | 'starred' | 'hidden' | undefined;

interface MapDotsProps {
  points: readonly MapPlace[];
  region: ChosenRegion | undefined;
  stateOf: LookOf;
  size: number;
}

/**
 * All papers that look alike as one path: a line of no length with round ends is a dot. Papers that are read are hollow,
 * so that the form tells what the colour tells.
 */
export function MapDots({ points, region, stateOf, size }: MapDotsProps) {
  const paths = { unread: '', read: '', starred: '', faded: '' };
  for (const { id, x, y, region: standsIn } of points) {
    const state = stateOf(id) ?? 'unread';
    // A paper that is being hidden stays, faded, until the map is drawn anew: without it all others would move.
    const isFaded = state === 'hidden' || (region !== undefined && (standsIn ?? 'others') !== region);
    const look = isFaded ? 'faded' : state;
    paths[look] += look === 'starred' ? star(x, y, size + 3) : `M${x.toFixed(1)},${y.toFixed(1)}h0`;
  }
  return (
    <g class="dots" style={{ '--dot': `${2 * size}px` }}>
      <path class="faded" d={paths.faded} />
      <path class="read" d={paths.read} />
      <path class="read inside" d={paths.read} />
      <path class="unread" d={paths.unread} />
      <path class="starred" d={paths.starred} />
    </g>
  );
}

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, away] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? radius : 0.45 * radius];
    return `${(x + away * Math.cos(angle)).toFixed(1)},${(y + away * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}
