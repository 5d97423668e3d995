import { defineUnlistedScript } from '#imports';
import { dress, remembered } from '../lib/browser/appearance';

/** Runs in the head of every page of the extension, so that none is ever painted in another theme or text size. */
export default defineUnlistedScript(() => dress(document.documentElement, remembered()));
