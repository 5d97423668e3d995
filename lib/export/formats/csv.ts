import type { ListedPaper } from '../../store/views/listed-papers';
import { absUrl, type ExportFormat } from '../list';

const COLUMNS = ['id', 'title', 'authors', 'abstract', 'date', 'categories', 'tags', 'url'];

/** Excel takes a file for UTF-8 only if this sign stands at its beginning. */
const BYTE_ORDER_MARK = '\uFEFF';

export const csv: ExportFormat = {
  name: 'CSV',
  extension: 'csv',
  type: 'text/csv',
  write: ({ papers }) =>
    BYTE_ORDER_MARK + [COLUMNS, ...papers.map(cells)].map((row) => `${row.map(cell).join(',')}\r\n`).join(''),
};

function cells({ paper, categories, date }: ListedPaper): string[] {
  const { id, title, authors, abstract = '', tags = [] } = paper;
  return [
    id,
    title,
    authors.join('; '),
    abstract,
    date,
    categories.join(', '),
    tags.join(', '),
    absUrl(paper),
  ];
}

/** Spreadsheets compute a text that begins like this; an apostrophe before it keeps it a text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
