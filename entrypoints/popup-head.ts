import { defineUnlistedScript } from '#imports';
import { dress, remembered } from '../lib/browser/appearance';
import { readFirstDayAhead } from '../lib/lists/first-day';

/** Runs in the head of the pages that show a digest, in one script: each file that a page waits for takes its time. */
export default defineUnlistedScript(() => {
  readFirstDayAhead();
  dress(document.documentElement, remembered());
});
