/** About as many as are in the window: they are worth doing at once. */
const AT_ONCE = 24;

/** Each slice costs the page a frame. Slices of this length are few, and the frame is still too short to be noticed. */
const SLICE_MS = 10;

/** On a busy machine a page may never be idle: a browser left 512 of 2,000 papers unmarked. */
const LONGEST_WAIT_MS = 200;

/** Does some work for each of many parts: for the first at once, for the rest while the page has nothing to do. */
export function inSlices<Part>(parts: readonly Part[], work: (part: Part) => void): void {
  parts.slice(0, AT_ONCE).forEach(work);
  let next = AT_ONCE;
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    do {
      const part = parts[next];
      if (part === undefined) return;
      work(part);
      next += 1;
    } while (performance.now() < end);
    requestIdleCallback(slice, { timeout: LONGEST_WAIT_MS });
  };
  if (next < parts.length) requestIdleCallback(slice, { timeout: LONGEST_WAIT_MS });
}
