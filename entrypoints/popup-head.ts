import { defineUnlistedScript } from '#imports';
import { dress, remembered } from '../lib/browser/appearance';
import { readEarly } from './popup/early-day';

/** Runs in the head of the pages that show a digest, in one script: each file that a page waits for takes its time. */
export default defineUnlistedScript(() => {
  readEarly();
  dress(document.documentElement, remembered());
});
