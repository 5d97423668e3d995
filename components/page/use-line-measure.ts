import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { textMeasure } from './text-measure';

/** The room of a line of text that is the same in every row of a list, and how wide a text is in it. */
export interface LineMeasure {
  width: number;
  widthOf: (text: string) => number;
}

/** The measure of an element that is laid out as the lines will be; anew whenever it is wider, narrower or larger. */
export function useLineMeasure(probe: RefObject<HTMLElement>): LineMeasure | undefined {
  const [line, setLine] = useState<LineMeasure>();
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = () =>
      setLine((before) => {
        const after = measureLine(element);
        return before?.width === after.width ? before : after;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return line;
}

function measureLine(element: HTMLElement): LineMeasure {
  // A fraction of a pixel may be lost in rounding.
  return { width: element.getBoundingClientRect().width - 1, widthOf: textMeasure(element) };
}
