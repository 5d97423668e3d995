import { foldAuthors } from '../../lib/lists/fold-authors';
import { readTex, textOfPieces } from '../../lib/text/latex/read-latex';
import type { LineMeasure } from '../page/use-line-measure';

interface AuthorLineProps {
  authors: readonly string[];
  /** While this is not known, all authors are named, on as many lines as they need. */
  line: LineMeasure | undefined;
}

/**
 * As many authors from the front as fit on one line, and always the last one; never a part of a name.
 * All names appear on hover, and screen readers tell them.
 */
export function AuthorLine({ authors: written, line }: AuthorLineProps) {
  const authors = written.map(printName);
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

/** The name as it is read: a few are written in LaTeX, such as `Th{é}otime`. */
export function printName(name: string): string {
  return /[\\{$]/.test(name) ? textOfPieces(readTex(name)) : name;
}
