/** Runs pieces of work one after the other. */
type TakeTurns = (work: () => Promise<unknown>) => Promise<void>;

/** Takes turns among the work given to this one function. */
export function turnsHere(): TakeTurns {
  let latest: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = latest.then(work).then(() => {});
    latest = done.catch(() => {});
    return done;
  };
}

/** Takes turns among all windows and workers of the extension. The turn of a window or worker that ends is over. */
export const turnsEverywhere: TakeTurns = async (work) => {
  await navigator.locks.request('index', work);
};
