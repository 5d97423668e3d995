import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { foldAuthors } from '../lib/author-fold';

/**
 * As many authors from the front as fit on one line, and always the last one; never a part of a name.
 * All names are there on hover and for screen readers.
 */
export function AuthorLine({ authors }: { authors: readonly string[] }) {
  const line = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(() => authors.join(', '));
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return;
    const widthOf = textMeasure(element);
    setShown(foldAuthors(authors, (text) => widthOf(text) <= element.clientWidth));
  }, [authors]);
  return (
    <span class="authors" ref={line} title={authors.join(', ')} aria-label={authors.join(', ')}>
      {shown}
    </span>
  );
}

let canvas: CanvasRenderingContext2D | null = null;

function textMeasure(element: Element): (text: string) => number {
  canvas ??= document.createElement('canvas').getContext('2d');
  const { font } = getComputedStyle(element);
  return (text) => {
    if (!canvas) return 0;
    canvas.font = font;
    return canvas.measureText(text).width;
  };
}
