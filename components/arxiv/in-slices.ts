/** As many as are in the window, or nearly: they are worth doing at once. */
const AT_ONCE = 24;

/** Every slice costs the page a frame: few, and with the frame still short enough for nobody to notice. */
const SLICE_MS = 10;

/** Does something with each of many: with the first at once, with the rest while the page has nothing to do. */
export function inSlices<Item>(items: readonly Item[], work: (item: Item) => void): void {
  items.slice(0, AT_ONCE).forEach(work);
  let next = AT_ONCE;
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    do {
      const item = items[next];
      if (item === undefined) return;
      work(item);
      next += 1;
    } while (performance.now() < end);
    requestIdleCallback(slice);
  };
  if (next < items.length) requestIdleCallback(slice);
}
