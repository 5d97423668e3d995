import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What was drawn last, for a listener that outlives the drawing in which it was made. */
export function useLatest<Value>(value: Value): RefObject<Value> & { readonly current: Value } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
