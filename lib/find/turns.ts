/** Runs pieces of work one after the other. */
export type TakeTurns = (work: () => Promise<unknown>) => Promise<void>;

/** Among those that are given to this one function. */
export function turnsHere(): TakeTurns {
  let latest: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = latest.then(work).then(() => {});
    latest = done.catch(() => {});
    return done;
  };
}

/** Among all windows and workers of the extension. The turn of one that ends is over. */
export const turnsEverywhere: TakeTurns = async (work) => {
  await navigator.locks.request('index', work);
};
