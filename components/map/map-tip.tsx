import type { MapPlace, MapRegion } from '../../lib/map/map-papers';
import { TexText } from '../paper/tex-text';
import { regionTitle } from './region-name';

const TIP_WIDTH = 300;

interface MapTipProps {
  place: MapPlace;
  regions: readonly MapRegion[];
  width: number;
  height: number;
}

/** The title of the paper that the pointer or the keys are at, beside its point. */
export function MapTip({ place, regions, width, height }: MapTipProps) {
  const left = Math.max(0, Math.min(width - TIP_WIDTH, place.x - TIP_WIDTH / 2));
  const isLow = place.y > height / 2;
  return (
    <div
      class="map-tip"
      aria-hidden="true"
      style={{
        left: `${left}px`,
        width: `${Math.min(width, TIP_WIDTH)}px`,
        ...(isLow ? { bottom: `${height - place.y + 12}px` } : { top: `${place.y + 12}px` }),
      }}
    >
      <p>
        <TexText text={place.title || `arXiv:${place.id}`} inLink />
      </p>
      <p class="hint">{regionTitle(regions, place.region)}</p>
    </div>
  );
}
