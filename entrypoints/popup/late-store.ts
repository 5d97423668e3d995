import { LensDatabase } from '../../lib/store/database';

export { followDay } from '../../lib/lists/follow-day';
export { watchDigestKeys, watchJobs } from '../../lib/store/watch';

/** Through Dexie, which is half of the page's code: it comes once the digest is painted, and is there for what follows. */
export const db = new LensDatabase();
