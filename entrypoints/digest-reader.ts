import { defineUnlistedScript } from '#imports';
import { digestReader } from '../lib/digest/digest-reader';

/** A script of its own, which the worker loads when there are files to read: see `loadDigestReader`. */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main: () => void Object.assign(globalThis, { digestReader }),
});
