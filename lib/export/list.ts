import { absAddress } from '../arxiv/address';
import type { Paper } from '../paper';
import type { ListedPaper } from '../store/views/listed-papers';

/** The papers of a day, of a search, or those that are starred, in the order in which they are shown. */
export interface ExportedList {
  /** What the list holds, as a heading: `Thu 10 Apr 2025`, `is:starred`. */
  name: string;
  papers: readonly ListedPaper[];
}

/** One way to write a list as text that other programs, and the extension's own importer, read. */
export interface ExportFormat {
  name: string;
  extension: string;
  /** The media type of the file. */
  type: string;
  write(list: ExportedList): string;
}

/** The address of a paper's abs page. */
export const absUrl = (paper: Paper): string => absAddress(paper.id);

/** The year in which arXiv received the paper, as its id tells: `2504.05309`, `hep-th/9901001`. */
export function yearOf({ id }: Paper): string {
  const digits = id.slice(id.indexOf('/') + 1, id.indexOf('/') + 3);
  return Number(digits) > 90 ? `19${digits}` : `20${digits}`;
}

/** The name of the exported file: `is:starred "query rewriting"` → `digest-lens-is-starred-query-rewriting.bib`. */
export function fileNameOf(list: ExportedList, { extension }: ExportFormat): string {
  const words = list.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${['digest-lens', ...words].join('-').slice(0, 80)}.${extension}`;
}
