import { useEffect, useState } from 'preact/hooks';

/** What stands in the footer about what was just done. */
export interface Said {
  text: string;
  canUndo: boolean;
}

const SAID_MS = 8000;

/** What was said last, for a while. */
export function useSaid(): [Said | undefined, (said: Said | undefined) => void] {
  const [said, say] = useState<Said>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}
