import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { absAddress } from '../../lib/arxiv/address';
import { t, tn } from '../../lib/i18n/translate';
import type { PaperMap } from '../../lib/map/map-papers';
import { FEWEST_MAPPED, MOST_MAPPED } from '../../lib/map/plane';
import type { ArxivId } from '../../lib/paper';
import { TexText } from '../paper/tex-text';
import type { ChosenRegion } from './map-dots';
import { PaperMapPicture, type PaperMapPictureProps } from './paper-map-picture';
import { PaperMapTable } from './paper-map-table';
import { regionTitle } from './region-name';

export interface PaperMapViewProps extends Pick<PaperMapPictureProps, 'stateOf' | 'onOpen'> {
  /** The picture, once it is drawn. */
  plane: RefObject<HTMLDivElement>;
  /** The papers of a day, or those that a search found, the best first. */
  ids: readonly ArxivId[];
  /** Undefined where another map was asked for meanwhile. */
  drawMap: (ids: readonly ArxivId[]) => Promise<PaperMap | undefined>;
  /** The papers of the region that is looked at; undefined for all. */
  onRegion?: (ids: readonly ArxivId[] | undefined) => void;
}

/** A map of papers beside the list of its regions, or of the papers of one; and the same as a table. */
export function PaperMapView({ ids, drawMap, plane, stateOf, onOpen, onRegion }: PaperMapViewProps) {
  const { map, failure } = useMap(ids, drawMap);
  const [region, setRegion] = useState<ChosenRegion>();
  const [pointed, setPointed] = useState<number>();
  const [isTable, setIsTable] = useState(false);
  useEffect(() => setRegion(undefined), [map]);

  if (ids.length < FEWEST_MAPPED) return <p class="map-says">{t('map_few', FEWEST_MAPPED)}</p>;
  if (failure !== undefined) return <p class="map-says">{t('map_failed', failure)}</p>;
  if (!map) {
    return (
      <p class="map-says" role="status">
        {tn('map_drawing', Math.min(ids.length, MOST_MAPPED))}
      </p>
    );
  }
  const choose = (chosen: ChosenRegion | undefined) => {
    setRegion(chosen);
    onRegion?.(chosen === undefined ? undefined : papersOf(map, chosen));
  };
  return (
    <section class="paper-map" aria-label={tn('map_label', map.places.length)}>
      <div class="map-head">
        <p role="status">{countsOf(map, ids.length)}</p>
        <button type="button" class="link" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {t('picture_table')}
        </button>
      </div>
      {isTable ? (
        <PaperMapTable map={map} />
      ) : (
        <div class="map-columns">
          <PaperMapPicture
            plane={plane}
            map={map}
            region={region}
            pointed={pointed}
            stateOf={stateOf}
            onChoose={choose}
            onOpen={onOpen}
          />
          <div class="map-side">
            {region === undefined ? (
              <Regions map={map} onChoose={choose} onPoint={setPointed} />
            ) : (
              <RegionPapers map={map} region={region} stateOf={stateOf} onChoose={choose} onOpen={onOpen} />
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function useMap(
  ids: readonly ArxivId[],
  drawMap: PaperMapViewProps['drawMap'],
): { map: PaperMap | undefined; failure: string | undefined } {
  const [map, setMap] = useState<PaperMap>();
  const [failure, setFailure] = useState<string>();
  const mapped = ids.slice(0, MOST_MAPPED).join(' ');
  useEffect(() => {
    setMap(undefined);
    setFailure(undefined);
    if (ids.length < FEWEST_MAPPED) return;
    drawMap(ids).then(
      (drawn) => drawn && setMap(drawn),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [mapped]);
  return { map, failure };
}

/** The papers that stand in no region. */
function othersOf({ places }: PaperMap): ArxivId[] {
  return places.filter((place) => place.region === undefined).map(({ id }) => id);
}

function papersOf(map: PaperMap, region: ChosenRegion): ArxivId[] {
  return region === 'others' ? othersOf(map) : (map.regions[region]?.ids ?? []);
}

function countsOf(map: PaperMap, found: number): string {
  const regions = tn('map_regions', map.regions.length);
  return found > MOST_MAPPED ? `${t('map_best', map.places.length, found)} · ${regions}` : regions;
}

interface SideProps {
  map: PaperMap;
  onChoose: (region: ChosenRegion | undefined) => void;
}

function Regions({ map, onChoose, onPoint }: SideProps & { onPoint: (region?: number) => void }) {
  const others = othersOf(map).length;
  return (
    <ul class="region-list">
      {map.regions.map(({ name: [first, ...more], ids }, i) => (
        <li key={ids[0]}>
          <button
            type="button"
            onClick={() => onChoose(i)}
            onMouseEnter={() => onPoint(i)}
            onMouseLeave={() => onPoint()}
            onFocus={() => onPoint(i)}
            onBlur={() => onPoint()}
          >
            <span>
              <b>{first}</b>
              {more.length > 0 && <span class="hint">{` ${more.join(', ')}`}</span>}
            </span>
            <span class="number">{ids.length}</span>
          </button>
        </li>
      ))}
      {others > 0 && (
        <li>
          <button type="button" onClick={() => onChoose('others')}>
            <span>{t('map_noRegion')}</span>
            <span class="number">{others}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

interface RegionPapersProps extends SideProps, Pick<PaperMapPictureProps, 'stateOf' | 'onOpen'> {
  region: ChosenRegion;
}

function RegionPapers({ map, region, stateOf, onChoose, onOpen }: RegionPapersProps) {
  const titleOf = new Map(map.places.map(({ id, title }) => [id, title]));
  const ids = papersOf(map, region);
  return (
    <>
      <div class="region-head">
        <h2>{regionTitle(map.regions, region === 'others' ? undefined : region)}</h2>
        <button type="button" class="link" onClick={() => onChoose(undefined)}>
          {t('map_allRegions')}
        </button>
      </div>
      <p class="hint">{tn('papers', ids.length)}</p>
      <ol class="region-papers">
        {ids.map((id) => (
          <li key={id} class={stateOf(id) ?? 'unread'} data-arxiv-id={id}>
            <a
              href={absAddress(id)}
              target="_blank"
              rel="noreferrer"
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(id);
              }}
            >
              <TexText text={titleOf.get(id) || `arXiv:${id}`} inLink />
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
