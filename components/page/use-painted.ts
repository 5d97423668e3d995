import { useLayoutEffect, useState } from 'preact/hooks';

/** False until what was drawn first is on screen: what is not needed to read the list has time until then. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
