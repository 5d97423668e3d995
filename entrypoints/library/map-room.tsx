import { useEffect, useState } from 'preact/hooks';
import { PaperMapView, type PaperMapViewProps } from '../../components/map/paper-map-view';
import type { LensDatabase } from '../../lib/store/database';
import { createMapper } from './map-client';

export interface MapRoomProps extends Omit<PaperMapViewProps, 'drawMap'> {
  db: LensDatabase;
}

/** The map, whose code comes when it is first wanted. */
export function MapRoom({ db, ...props }: MapRoomProps) {
  const [View, setView] = useState<typeof PaperMapView>();
  const [mapper] = useState(() => createMapper(db));
  useEffect(() => {
    void import('../../components/map/paper-map-view').then((module) => setView(() => module.PaperMapView));
    return () => mapper.end();
  }, []);
  return <div class="map-room">{View && <View {...props} drawMap={mapper.map} />}</div>;
}
