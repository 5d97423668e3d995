import { type Bar, barOf, type BarsLayout, edgesOf } from '../../lib/lists/day-bars';
import type { AnnouncementDate, DayRange } from '../../lib/paper';

const BARS_HEIGHT = 52;
const TICKS_HEIGHT = 8;
/** A digest without papers is still seen. */
const LEAST_BAR = 1.5;
const LEAST_TICK = 3;
const HEIGHT = BARS_HEIGHT + 4 + TICKS_HEIGHT;

interface BarsPictureProps {
  layout: BarsLayout;
  width: number;
  shown: DayRange | undefined;
  pointed: AnnouncementDate | undefined;
}

/** A bar for each day's papers, and below it a tick for those of them that the search found. */
export function BarsPicture({ layout, width, shown, pointed }: BarsPictureProps) {
  const isInside = (bar: Bar) => !shown || (bar.to >= shown.from && bar.from <= shown.to);
  const [inside, outside] = [layout.bars.filter(isInside), layout.bars.filter((bar) => !isInside(bar))];
  const marked = pointed === undefined ? undefined : barOf(layout, pointed);
  const mostMatches = Math.max(1, ...layout.bars.map(({ matches = 0 }) => matches));
  const edges = shown && edgesOf(layout, shown);
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      <path class="bar outside" d={barPath(outside, layout.most)} />
      <path class="bar" d={barPath(inside, layout.most)} />
      {marked && <path class="bar marked" d={barPath([marked], layout.most)} />}
      <path class="base" d={`M0,${BARS_HEIGHT + 0.5}h${width}`} />
      <path class="tick outside" d={tickPath(outside, mostMatches)} />
      <path class="tick" d={tickPath(inside, mostMatches)} />
      {edges && shown.from !== shown.to && (
        <path class="edge" d={edges.map((x) => `M${x.toFixed(1)},0v${HEIGHT}`).join('')} />
      )}
    </svg>
  );
}

function barPath(bars: readonly Bar[], most: number): string {
  const rectangles = bars.map(({ x, width, papers }) => {
    const height = Math.max(LEAST_BAR, (papers / most) * BARS_HEIGHT);
    return `M${x.toFixed(2)},${BARS_HEIGHT}v${-height.toFixed(1)}h${width.toFixed(2)}v${height.toFixed(1)}z`;
  });
  return rectangles.join('');
}

function tickPath(bars: readonly Bar[], most: number): string {
  const rectangles = bars.map(({ x, width, matches = 0 }) => {
    if (matches === 0) return '';
    const height = LEAST_TICK + (matches / most) * (TICKS_HEIGHT - LEAST_TICK);
    const wide = Math.max(2, width).toFixed(2);
    return `M${x.toFixed(2)},${BARS_HEIGHT + 3}v${height.toFixed(1)}h${wide}v${-height.toFixed(1)}z`;
  });
  return rectangles.join('');
}
