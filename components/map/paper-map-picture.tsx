import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n/translate';
import type { MapPlace, MapRegion, PaperMap } from '../../lib/map/map-papers';
import { nearestIn, nearestTo } from '../../lib/map/moves';
import { type NamePlace, placeNames } from '../../lib/map/name-places';
import { MAP_HEIGHT, MAP_WIDTH, type Point } from '../../lib/map/plane';
import type { ArxivId } from '../../lib/paper';
import { plainTex } from '../../lib/text/latex/one-line';
import { textMeasure } from '../page/text-measure';
import { useWidth } from '../page/use-width';
import { TexText } from '../paper/tex-text';

/** A region by its place among the map's, or the papers that are in none. */
export type ChosenRegion = number | 'others';

export interface PaperMapPictureProps {
  map: PaperMap;
  /** What the reader made of a paper; undefined where it is unread. */
  stateOf: (id: ArxivId) => 'read' | 'starred' | 'hidden' | undefined;
  region: ChosenRegion | undefined;
  /** At which the reader is in the list beside the map. */
  pointed: number | undefined;
  /** With nothing where all are wanted again. */
  onChoose: (region: ChosenRegion | undefined) => void;
  onOpen: (id: ArxivId) => void;
}

/** The papers that stand in no region. */
export function othersOf({ places }: PaperMap): ArxivId[] {
  return places.filter((place) => place.region === undefined).map(({ id }) => id);
}

/** A paper is met within this many pixels. */
const REACH = 16;

/** Papers as points, those alike near each other, with the regions they make. The keys move from paper to paper. */
export function PaperMapPicture({ map, stateOf, region, pointed, onChoose, onOpen }: PaperMapPictureProps) {
  const plane = useRef<HTMLDivElement>(null);
  const width = useWidth(plane);
  const scale = width / MAP_WIDTH;
  const points = useMemo(
    () => map.places.map((place) => ({ ...place, x: place.x * scale, y: place.y * scale })),
    [map, scale],
  );
  const names = useNames(map.regions, points, plane, width);
  const [at, setAt] = useState<number>();
  const place = at === undefined ? undefined : points[at];
  const choose = (chosen: ChosenRegion) => onChoose(chosen === region ? undefined : chosen);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextPlace(event.key);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && place) onOpen(place.id);
    else if (event.key === ' ' && place) choose(place.region ?? 'others');
    else if (event.key === 'Escape' && region !== undefined) onChoose(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function nextPlace(key: string): number | undefined {
    const way = WAYS[key];
    if (way) return at === undefined ? 0 : nearestIn(points, at, way);
    if (key === 'Home') return 0;
    if (key === 'End') return points.length - 1;
    return undefined;
  }

  function meet({ clientX, clientY }: MouseEvent): number | undefined {
    const box = plane.current?.getBoundingClientRect();
    return box && nearestTo(points, { x: clientX - box.left, y: clientY - box.top }, REACH);
  }

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
      style={{ height: `${MAP_HEIGHT * scale}px` }}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => target === currentTarget && setAt(at ?? 0)}
      onBlur={() => setAt(undefined)}
      onMouseMove={(event) => setAt(meet(event))}
      onMouseLeave={() => setAt(undefined)}
      onClick={(event) => {
        const met = meet(event);
        const paper = met === undefined ? undefined : points[met];
        if (paper) onOpen(paper.id);
      }}
    >
      <svg width={width} height={MAP_HEIGHT * scale} aria-hidden="true">
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
        <Dots
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
      {place && <Tip place={place} regions={map.regions} width={width} height={MAP_HEIGHT * scale} />}
      <p id="map-keys" hidden>
        {t('map_keys')}
      </p>
      <p class="unseen" aria-live="polite">
        {place && `${plainTex(place.title)}. ${regionTitle(map.regions, place.region)}`}
      </p>
    </div>
  );
}

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** As in the style sheet: the first term, and the others in a line below. */
const NAME_LINE = 17;
const NAME_PADDING = 4;

function useNames(
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

/** For the pointer: keys and screen readers find the regions in the list beside the map. */
function RegionName({ region, place, isChosen, onChoose }: RegionNameProps) {
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

interface DotsProps {
  points: readonly MapPlace[];
  region: ChosenRegion | undefined;
  stateOf: PaperMapPictureProps['stateOf'];
  size: number;
}

/**
 * All papers of one look as one path: a line of no length with round ends is a dot. Read ones are hollow, as form and
 * colour both have to tell.
 */
function Dots({ points, region, stateOf, size }: DotsProps) {
  const paths = { unread: '', read: '', starred: '', faded: '' };
  for (const { id, x, y, region: own } of points) {
    const state = stateOf(id) ?? 'unread';
    // A paper that is hidden now leaves the map when that is drawn anew: all others would move.
    const isFaded = state === 'hidden' || (region !== undefined && (own ?? 'others') !== region);
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

const TIP_WIDTH = 300;

interface TipProps {
  place: MapPlace;
  regions: readonly MapRegion[];
  width: number;
  height: number;
}

function Tip({ place, regions, width, height }: TipProps) {
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

export function regionTitle(regions: readonly MapRegion[], region: number | undefined): string {
  return region === undefined ? t('map_noRegion') : (regions[region]?.name.join(', ') ?? '');
}
