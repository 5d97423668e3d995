import { defineUnlistedScript } from '#imports';
import { digestParser } from '../lib/digest/digest-parser';

/** A script of its own, which the worker loads when there are files to read: see `loadDigestParser`. */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main: () => void Object.assign(globalThis, { digestParser }),
});
