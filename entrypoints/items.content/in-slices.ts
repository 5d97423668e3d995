/** As many as are in the window, or nearly: they are worth doing at once. */
const AT_ONCE = 24;

/** Less than this is left of a frame: the page comes first. */
const ENOUGH_MS = 2;

/** Does something with each of many: with the first at once, with the rest while the page has nothing to do. */
export function inSlices<Item>(items: readonly Item[], work: (item: Item) => void): void {
  items.slice(0, AT_ONCE).forEach(work);
  let next = AT_ONCE;
  const slice = (deadline: IdleDeadline) => {
    do {
      const item = items[next];
      if (item === undefined) return;
      work(item);
      next += 1;
    } while (deadline.timeRemaining() > ENOUGH_MS);
    requestIdleCallback(slice);
  };
  if (next < items.length) requestIdleCallback(slice);
}
