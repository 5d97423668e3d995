import { useEffect } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';

/** What there is once the digest is painted. */
export type LateStore = typeof import('./late-store');

/** Follows what the store tells, from when it is there. */
export function useLateStore(
  store: Promise<LateStore>,
  follow: (store: LateStore) => () => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | undefined;
    store
      .then((loaded) => {
        if (!isOver) stop = follow(loaded);
      })
      .catch(logError);
    return () => {
      isOver = true;
      stop?.();
    };
  }, inputs);
}
