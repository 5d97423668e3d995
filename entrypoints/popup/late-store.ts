import { LensDatabase } from '../../lib/store/database';

export { followDay } from '../../lib/lists/follow-day';
export { watchDigestKeys, watchJobs } from '../../lib/store/watch';

/** The database through Dexie. That is half of the page's code, so it is loaded when the digest has been painted. */
export const db = new LensDatabase();
