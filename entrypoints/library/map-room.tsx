import { type MutableRef, useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { PaperMapView, type PaperMapViewProps } from '../../components/map/paper-map-view';
import { logError } from '../../lib/browser/log-error';
import type { ArxivId } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { createMapper } from './map-client';

/** What the keys do with the map. */
export interface MapControls {
  focus(): void;
  /** The paper that an element stands for, if it is one of the map or of the list beside it. */
  paperAt(element: Element): ArxivId | undefined;
}

interface MapRoomProps extends Omit<PaperMapViewProps, 'drawMap' | 'plane'> {
  db: LensDatabase;
  controls: MutableRef<MapControls | null>;
}

/** The map, whose code comes when it is first wanted. */
export function MapRoom({ db, controls, ...props }: MapRoomProps) {
  const [View, setView] = useState<typeof PaperMapView>();
  const [mapper] = useState(() => createMapper(db));
  const room = useRef<HTMLDivElement>(null);
  const plane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    import('../../components/map/paper-map-view')
      .then((module) => setView(() => module.PaperMapView))
      .catch(logError);
    return () => mapper.end();
  }, []);
  useImperativeHandle(controls, () => ({
    focus: () => plane.current?.focus(),
    paperAt: (element) =>
      room.current?.contains(element)
        ? element.closest<HTMLElement>('[data-arxiv-id]')?.dataset['arxivId']
        : undefined,
  }));
  return (
    <div class="map-room" ref={room}>
      {View && <View {...props} drawMap={mapper.map} plane={plane} />}
    </div>
  );
}
