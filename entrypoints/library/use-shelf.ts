import { useEffect, useState } from 'preact/hooks';
import { createShelf, type Shelf } from '../../lib/find/shelf';
import type { LensDatabase } from '../../lib/store/database';
import { outlinedDigests } from '../../lib/store/views/outlined-digests';
import { watchDigests } from '../../lib/store/watch';

/** An import stores many digests a second: the list is drawn anew less often. */
const PAUSE_MS = 1000;

export async function readShelf(db: LensDatabase): Promise<Shelf> {
  return createShelf(await outlinedDigests(db));
}

/** The shelf as it is now, and anew when digests come or go. */
export function useShelf(db: LensDatabase, first: Shelf): Shelf {
  const [shelf, setShelf] = useState(first);
  useEffect(() => watchDigests(db, () => void readShelf(db).then(setShelf), PAUSE_MS), []);
  return shelf;
}
