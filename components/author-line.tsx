import { foldAuthors } from '../lib/author-fold';

/** The room of an authors' line, the same in every row of a list, and how wide a text is in it. */
export interface LineMeasure {
  width: number;
  widthOf: (text: string) => number;
}

export interface AuthorLineProps {
  authors: readonly string[];
  /** Where it is not known, all authors are named, on as many lines as they need. */
  line: LineMeasure | undefined;
}

/**
 * As many authors from the front as fit on one line, and always the last one; never a part of a name.
 * All names are there on hover and for screen readers.
 */
export function AuthorLine({ authors, line }: AuthorLineProps) {
  const all = authors.join(', ');
  const shown = line ? foldAuthors(authors, (text) => line.widthOf(text) <= line.width) : all;
  if (shown === all) return <span class="authors">{all}</span>;
  return (
    <span class="authors" title={all}>
      <span aria-hidden="true">{shown}</span>
      <span class="unseen">{all}</span>
    </span>
  );
}

let canvas: CanvasRenderingContext2D | null = null;

/** Of an element that is laid out as the line will be. */
export function measureLine(element: HTMLElement): LineMeasure {
  canvas ??= document.createElement('canvas').getContext('2d');
  const { font } = getComputedStyle(element);
  return {
    // A fraction may be lost in rounding.
    width: element.getBoundingClientRect().width - 1,
    widthOf(text) {
      if (!canvas) return 0;
      canvas.font = font;
      return canvas.measureText(text).width;
    },
  };
}
