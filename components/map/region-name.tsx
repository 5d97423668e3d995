import { useLayoutEffect, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n/translate';
import type { MapPlace, MapRegion } from '../../lib/map/map-papers';
import { type NamePlace, placeNames } from '../../lib/map/name-places';
import { MAP_HEIGHT, MAP_WIDTH } from '../../lib/map/plane';
import { textMeasure } from '../page/text-measure';

/** The name of a region in a sentence; of papers that stand in none, that they do. */
export function regionTitle(regions: readonly MapRegion[], region: number | undefined): string {
  return region === undefined ? t('map_noRegion') : (regions[region]?.name.join(', ') ?? '');
}

/** As the style sheet has it: the first term stands in a line of its own, the others in one below. */
const NAME_LINE = 17;
const NAME_PADDING = 4;

/** Where the names of the regions stand, so that they cover few papers and not each other. */
export function useNames(
  regions: readonly MapRegion[],
  points: readonly MapPlace[],
  plane: { current: HTMLElement | null },
  width: number,
): NamePlace[] {
  const [names, setNames] = useState<NamePlace[]>([]);
  useLayoutEffect(() => {
    if (!plane.current || width === 0) return;
    const first = textMeasure(plane.current, '600 13px');
    const rest = textMeasure(plane.current, '400 12px');
    const named = regions.map(({ name: [head = '', ...others] }, i) => {
      const short = { width: first(head) + 2 * NAME_PADDING, height: 24 };
      const long = {
        width: Math.max(first(head), rest(others.join(', '))) + 2 * NAME_PADDING,
        height: 2 * NAME_LINE,
      };
      return {
        papers: points.filter(({ region }) => region === i),
        forms: others.length > 0 ? [long, short] : [short],
      };
    });
    setNames(placeNames(named, points, { width, height: (width * MAP_HEIGHT) / MAP_WIDTH }));
  }, [regions, points, width]);
  return names;
}

interface RegionNameProps {
  region: MapRegion;
  place: NamePlace;
  isChosen: boolean;
  onChoose: () => void;
}

/** The name on the map is for the pointer alone: keys and screen readers find the regions in the list beside it. */
export function RegionName({ region, place, isChosen, onChoose }: RegionNameProps) {
  if (!place) return null;
  const [first, ...others] = region.name;
  return (
    <button
      type="button"
      class={`region-name${isChosen ? ' chosen' : ''}`}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      tabIndex={-1}
      aria-hidden="true"
      title={tn('map_regionTitle', region.ids.length, region.name.join(', '))}
      onClick={(event) => {
        event.stopPropagation();
        onChoose();
      }}
      onMouseMove={(event) => event.stopPropagation()}
    >
      <b>{first}</b>
      {others.length > 0 && place.form === 0 && <span>{others.join(', ')}</span>}
    </button>
  );
}
