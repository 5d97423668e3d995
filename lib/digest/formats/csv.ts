import Papa from 'papaparse';
import type { Line } from '../blocks/line';
import { valueLine } from '../data/records';
import { intoDigests } from '../entries/into-digests';
import { readTable } from '../entries/table-rows';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';
import { parseLabel } from '../labels';

/** Tables with a header row, their cells parted by commas, tabs or semicolons. */
export const csv: Format = { name: 'csv', claims: isCsv, read: readCsv };

function isCsv({ path, text }: Source): boolean {
  const first = text.slice(0, 4000).split('\n', 1)[0] ?? '';
  if (/^\s*[#|<{[%@]/.test(first)) return /\.(?:csv|tsv)$/i.test(path);
  const cells = first.split(/[,\t;]/).map((cell) => parseLabel(cell.replaceAll('"', '')));
  const known = cells.filter((fact) => fact !== undefined && fact !== 'other').length;
  return /\.(?:csv|tsv)$/i.test(path) || (known >= 2 && known * 2 >= cells.length);
}

function readCsv({ path, text }: Source): ParsedFile {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  const rows: { line: number; cells: Line[] }[] = [];
  let line = 1;
  for (const row of data) {
    if (row.some((cell) => cell.trim() !== ''))
      rows.push({ line, cells: row.map((cell) => valueLine(cell, line)) });
    line += 1 + row.reduce((sum, cell) => sum + breaks(cell), 0);
  }
  const [first, ...others] = rows;
  const isHeader = first?.cells.some((cell) => parseLabel(cell.text) !== undefined) ?? false;
  const table = isHeader && first ? { header: first.cells, rows: others } : { header: [], rows };
  const { drafts, problems } = readTable(table);
  const owned = drafts.map((draft) => ({ draft, headings: [] }));
  return { digests: intoDigests(owned, {}, readPath(path).date), problems };
}

function breaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
