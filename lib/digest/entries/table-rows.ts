import { arxivIdFromUrl, parseArxivId } from '../../arxiv/id';
import { parseDay } from '../../days/notation';
import { say } from '../../i18n/translate';
import type { Problem } from '../../paper';
import type { Table } from '../blocks/block-tree';
import { joinLines, type Line, splitLine } from '../blocks/line';
import { type Fact, parseLabel } from '../labels';
import { parseAuthors } from './authors';
import { oneLine, withoutWrapping } from './bare-text';
import { parseCategories } from './categories';
import { describeLines } from './describe';
import { addFact, addList, type Draft, idOfLinks } from './draft';
import { isLinkWord } from './link-words';
import { looksLikeNames } from './looks-like-names';
import { looseId } from './presented-id';

/** Reads the rows of a table in any notation. A table without a single paper gives neither entries nor problems. */
export function readTable({ header, rows }: Pick<Table, 'header' | 'rows'>): {
  drafts: Draft[];
  problems: Problem[];
} {
  const card = readCard(header, rows);
  if (card) return { drafts: [card], problems: [] };
  const columns = header.map((cell) => parseLabel(oneLine(withoutWrapping(cell.text))));
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const draft = readRow(repairRow(row.cells, columns), columns, row.line);
    if (draft.written) drafts.push(draft);
    else if (row.cells.some((cell) => /[\p{L}\p{N}]/u.test(cell.text)))
      problems.push({ line: row.line, ...say('digest_rowNoLink') });
  }
  return drafts.length > 0 ? { drafts, problems } : { drafts: [], problems: [] };
}

/** Reads a table about one paper, in two columns of labels and values. */
function readCard(header: readonly Line[], rows: Table['rows']): Draft | undefined {
  const isNamed = /^(?:field|key|item|label|property|项目|字段)$/i.test(
    withoutWrapping(header[0]?.text ?? ''),
  );
  const pairs = [isNamed ? [] : header, ...rows.map((row) => row.cells)].filter((cells) => cells.length > 0);
  if (pairs.some((cells) => cells.length !== 2)) return undefined;
  const facts = pairs.map(
    ([label]) => label && parseLabel(withoutWrapping(label.text).replace(/[:：]$/, '')),
  );
  const isCard = facts.filter((fact) => fact === 'title').length === 1 && facts.filter(Boolean).length >= 3;
  if (!isCard) return undefined;
  const draft: Draft = { line: rows[0]?.line ?? 1 };
  pairs.forEach(([, value], index) => {
    const fact = facts[index];
    if (fact && value) addFact(draft, fact, value);
  });
  return draft.written ? draft : undefined;
}

/** Reads one row. Cells under an unknown column are judged by what they hold. */
export function readRow(cells: readonly Line[], columns: readonly (Fact | undefined)[], line: number): Draft {
  const draft: Draft = { line };
  const unknown: Line[] = [];
  cells.forEach((cell, index) => {
    const fact = columns[index];
    if (fact === undefined || fact === 'other') unknown.push(cell);
    else if (fact === 'title' && (cell.text.includes('\n') || opensInBold(cell))) readTitleCell(draft, cell);
    else addFact(draft, fact, cell);
  });
  draft.written ??= firstId(cells, columns);
  if (!columns.some((fact) => fact === 'title' || fact === 'link' || fact === 'id'))
    draft.written ??= cells.map(idOfLinks).find(Boolean);
  if (!columns.some((fact) => fact === 'title')) judge(draft, unknown);
  draft.title ??= titleOfLinks(cells);
  if (draft.title === undefined) delete draft.title;
  return draft;
}

/** Whether a cell begins with its title in bold: `**Name** - what it is about`. */
function opensInBold(cell: Line): boolean {
  const bold = cell.strong[0];
  return bold !== undefined && bold.start < 6 && cell.text.length - bold.end > 20;
}

/** Reads a cell that holds the title and more below it, such as affiliations or a summary. */
function readTitleCell(draft: Draft, cell: Line): void {
  const read = describeLines(splitLine(cell));
  for (const [fact, value] of Object.entries(read))
    if (!(fact in draft)) Object.assign(draft, { [fact]: value });
}

const PRESENTS = new Set<Fact | undefined>(['id', 'link', 'title', undefined, 'other', 'code']);

function firstId(cells: readonly Line[], columns: readonly (Fact | undefined)[]): Draft['written'] {
  for (const [index, cell] of cells.entries()) {
    if (!PRESENTS.has(columns[index])) continue;
    const whole = parseArxivId(withoutWrapping(cell.text)) ?? looseId(cell);
    if (whole) return whole;
  }
  return undefined;
}

function titleOfLinks(cells: readonly Line[]): string | undefined {
  for (const cell of cells) {
    const link = cell.links.find(
      (each) => arxivIdFromUrl(each.href) && !isLinkWord(cell.text.slice(each.start, each.end)),
    );
    if (link) return oneLine(cell.text.slice(link.start, link.end));
  }
  return undefined;
}

/** Judges cells under unknown columns: days, categories and names by their look, long text as the abstract. */
function judge(draft: Draft, cells: readonly Line[]): void {
  const texts: Line[] = [];
  for (const cell of cells) {
    const text = withoutWrapping(cell.text);
    const categories = parseCategories(text);
    if (text === '' || /^(?:null|none|n\/a|-+|\d{1,4}\.?)$/i.test(text)) continue;
    if (parseDay(text)) addFact(draft, 'date', cell);
    else if (parseArxivId(text) || (isLinkWord(text) && cell.links.length > 0)) noteCode(draft, cell);
    else if (categories.length > 0 && text.length < 12 * (categories.length + 1))
      addList(draft, 'categories', categories);
    else texts.push(cell);
  }
  const titled = texts.find((cell) => cell.links.some((link) => arxivIdFromUrl(link.href))) ?? texts[0];
  for (const cell of texts) {
    if (cell === titled) continue;
    if (draft.authors === undefined && looksLikeNames(cell.text, 1))
      addList(draft, 'authors', parseAuthors(withoutWrapping(cell.text)));
    else if (cell.text.length > 120) addFact(draft, 'abstract', cell);
  }
  if (titled && draft.title === undefined) {
    const read = describeLines([{ ...joinLines([titled], titled.line) }]);
    for (const [fact, value] of Object.entries(read))
      if (!(fact in draft)) Object.assign(draft, { [fact]: value });
  }
}

function noteCode(draft: Draft, cell: Line): void {
  const code = cell.links.find((link) => /\/\/(?:www\.)?(?:github|gitlab)\.com\//.test(link.href));
  if (code) draft.codeUrl ??= code.href;
}

/** Joins cells that a pipe in their text has split; the column in which the link should stand shows which. */
function repairRow(cells: readonly Line[], columns: readonly (Fact | undefined)[]): readonly Line[] {
  let excess = cells.length - columns.length;
  if (columns.length < 2 || excess <= 0) return cells;
  const out = [...cells];
  const column = columns.findIndex((fact) => fact === 'link' || fact === 'id');
  const place = out.findIndex((cell) => cell.links.some((link) => arxivIdFromUrl(link.href)));
  if (column > 0 && place > column) {
    const title = Math.max(
      0,
      columns.slice(0, column).findIndex((fact) => fact === 'title'),
    );
    excess -= merge(out, title, Math.min(excess, place - column));
  }
  if (excess > 0) {
    const long = columns.findIndex((fact) => fact === 'abstract' || fact === 'tldr');
    const title = columns.findIndex((fact) => fact === 'title');
    merge(out, Math.max(0, long >= 0 ? long : title), excess);
  }
  return out;
}

function merge(cells: Line[], from: number, count: number): number {
  const first = cells[from];
  if (!first) return 0;
  let text = first.text;
  const links = [...first.links];
  const strong = [...first.strong];
  for (const cell of cells.slice(from + 1, from + 1 + count)) {
    const shift = text.length + 3;
    text += ` | ${cell.text}`;
    links.push(...cell.links.map((link) => ({ ...link, start: link.start + shift, end: link.end + shift })));
    strong.push(...cell.strong.map((one) => ({ start: one.start + shift, end: one.end + shift })));
  }
  cells.splice(from, count + 1, { line: first.line, text, links, strong });
  return count;
}
