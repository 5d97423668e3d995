import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n/translate';
import type { MapPlace, MapRegion, PaperMap } from '../../lib/map/map-papers';
import { nearestIn, nearestTo } from '../../lib/map/moves';
import { MAP_HEIGHT, MAP_WIDTH, type Point } from '../../lib/map/plane';
import type { ArxivId } from '../../lib/paper';
import { plainTex } from '../../lib/text/latex/one-line';
import { useWidth } from '../page/use-width';
import { type ChosenRegion, type LookOf, MapDots } from './map-dots';
import { MapTip } from './map-tip';
import { RegionName, regionTitle, useNames } from './region-name';

export interface PaperMapPictureProps {
  map: PaperMap;
  /** The element that has the focus while the keys move on the map. */
  plane: RefObject<HTMLDivElement>;
  stateOf: LookOf;
  region: ChosenRegion | undefined;
  /** The region that the pointer or the focus is on in the list beside the map. */
  pointed: number | undefined;
  /** Undefined where all regions are wanted again. */
  onChoose: (region: ChosenRegion | undefined) => void;
  onOpen: (id: ArxivId) => void;
}

/** Papers as points, those alike near each other, with the regions they make. The keys move from paper to paper. */
export function PaperMapPicture(props: PaperMapPictureProps) {
  const { map, plane, stateOf, region, onChoose, onOpen } = props;
  const width = useWidth(plane);
  const scale = width / MAP_WIDTH;
  const height = MAP_HEIGHT * scale;
  const points = useMemo(
    () => map.places.map((place) => ({ ...place, x: place.x * scale, y: place.y * scale })),
    [map, scale],
  );
  const names = useNames(map.regions, points, plane, width);
  const [at, setAt] = useState<number>();
  const place = at === undefined ? undefined : points[at];
  const choose = (chosen: ChosenRegion) => onChoose(chosen === region ? undefined : chosen);
  const meet = (event: MouseEvent) => paperUnder(event, plane.current, points);

  return (
    <div
      class={`map-plane${region === undefined ? '' : ' has-chosen'}`}
      ref={plane}
      role="application"
      tabIndex={0}
      aria-label={tn('map_label', map.places.length)}
      data-papers={map.places.length}
      data-arxiv-id={place?.id}
      aria-describedby="map-keys"
      style={{ height: `${height}px` }}
      onKeyDown={(event) => onMapKey(event, { points, at, region, setAt, choose, onChoose, onOpen })}
      onFocus={({ target, currentTarget }) => target === currentTarget && setAt(at ?? 0)}
      onBlur={() => setAt(undefined)}
      onMouseMove={(event) => setAt(meet(event))}
      onMouseLeave={() => setAt(undefined)}
      onClick={(event) => {
        const paper = points[meet(event) ?? -1];
        if (paper) onOpen(paper.id);
      }}
    >
      <svg width={width} height={height} aria-hidden="true">
        <Lands {...props} scale={scale} meet={meet} choose={choose} />
        <MapDots
          points={points}
          region={region}
          stateOf={stateOf}
          size={Math.min(4.5, map.spacing * scale * 0.25)}
        />
        {place && <circle class="met" cx={place.x} cy={place.y} r={7} />}
      </svg>
      {map.regions.map((each, i) => (
        <RegionName
          key={i}
          region={each}
          place={names[i]}
          isChosen={i === region}
          onChoose={() => choose(i)}
        />
      ))}
      {place && <MapTip place={place} regions={map.regions} width={width} height={height} />}
      <Told place={place} regions={map.regions} />
    </div>
  );
}

interface LandsProps extends PaperMapPictureProps {
  scale: number;
  meet: (event: MouseEvent) => number | undefined;
  choose: (region: ChosenRegion) => void;
}

/** The ground of each region, which chooses it where no paper is met. */
function Lands({ map, region, pointed, scale, meet, choose }: LandsProps) {
  return (
    <g transform={`scale(${scale})`}>
      {map.regions.map(({ coast }, i) => (
        <path
          key={i}
          class={`land${i === region ? ' chosen' : ''}${i === pointed ? ' pointed' : ''}`}
          d={coast}
          onClick={(event) => {
            if (meet(event) !== undefined) return;
            event.stopPropagation();
            choose(i);
          }}
        />
      ))}
    </g>
  );
}

/** What screen readers say: which keys there are, and which paper is met. */
function Told({ place, regions }: { place: MapPlace | undefined; regions: readonly MapRegion[] }) {
  return (
    <>
      <p id="map-keys" hidden>
        {t('map_keys')}
      </p>
      <p class="unseen" aria-live="polite">
        {place && `${plainTex(place.title)}. ${regionTitle(regions, place.region)}`}
      </p>
    </>
  );
}

/** A paper is met within this many pixels. */
const REACH = 16;

function paperUnder(
  { clientX, clientY }: MouseEvent,
  plane: Element | null,
  points: readonly MapPlace[],
): number | undefined {
  const box = plane?.getBoundingClientRect();
  return box && nearestTo(points, { x: clientX - box.left, y: clientY - box.top }, REACH);
}

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface MapKeyContext {
  points: readonly MapPlace[];
  /** The paper that is met. */
  at: number | undefined;
  region: ChosenRegion | undefined;
  setAt: (at: number) => void;
  choose: (region: ChosenRegion) => void;
  onChoose: (region: undefined) => void;
  onOpen: (id: ArxivId) => void;
}

function onMapKey(event: KeyboardEvent, context: MapKeyContext): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const { points, at, region } = context;
  const place = points[at ?? -1];
  const next = placeAfterKey(event.key, points, at);
  if (next !== undefined) context.setAt(next);
  else if (event.key === 'Enter' && place) context.onOpen(place.id);
  else if (event.key === ' ' && place) context.choose(place.region ?? 'others');
  else if (event.key === 'Escape' && region !== undefined) context.onChoose(undefined);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The paper that a key leads to; undefined for any other key. */
function placeAfterKey(key: string, points: readonly MapPlace[], at: number | undefined): number | undefined {
  const way = WAYS[key];
  if (way) return at === undefined ? 0 : nearestIn(points, at, way);
  if (key === 'Home') return 0;
  if (key === 'End') return points.length - 1;
  return undefined;
}
