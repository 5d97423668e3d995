import type { TreeBuilder } from './block-tree';
import { HtmlGrower } from './html';
import { type Line, readLine, readLines } from './line';
import { growFromRemark, headingText } from './remark';

const HEADING = /^#{1,6}[ \t]/;
const RULE = /^(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:- ){2,}-|(?:\* ){2,}\*)[ \t]*$/;
const TABLE_ROW = /^[^\n]*\|/;
const DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
// A line that begins otherwise may be a list, a quote, HTML, code or a definition, which is left to remark.
const BEGINS_PLAINLY =
  /^(?:[\p{L}\p{N}(（【《"'“‘$\\]|\*\*|\[(?!\^)[^\]\n]*\]\(|!\[|\[!\[|\*(?=\S)|_(?=\S))/u;
const BEGINS_LIST = /^\d{1,9}[.)](?:\s|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
// Where brackets and stars nest, the time that remark takes grows faster than the text. Digests have no such text.
const LARGEST_CHUNK = 60_000;
const DEEPEST_PREFIX = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){12}|^[ \t]{200}/;
const SIGNS = /[[\]*_`~<]/g;
const MOST_SIGNS = 4000;

/**
 * Grows the tree of blocks from Markdown. Headings, plain paragraphs and tables, which are most of a digest, are read
 * here, because that is many times faster; all else goes to remark, in stretches that keep its memory small.
 */
export function growFromMarkdown(tree: TreeBuilder, text: string, linesBefore = 0): void {
  const lines = text.split('\n');
  const markup = new HtmlGrower(tree, true);
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const place = linesBefore + index + 1;
    if (line.trim() === '') index += 1;
    else if (HEADING.test(line)) {
      tree.heading(line.search(/[^#]/), readLine(headingText(line), place));
      index += 1;
    } else if (RULE.test(line)) {
      tree.rule();
      index += 1;
    } else if (isUnderlined(lines, index)) {
      tree.heading((lines[index + 1] ?? '').includes('=') ? 1 : 2, readLine(line, place));
      index += 2;
    } else if (isTableHead(lines, index)) index = growTable(tree, lines, index, linesBefore);
    else {
      const end = plainEnd(lines, index);
      if (end > index) tree.paragraph(readLines(lines.slice(index, end).join('\n'), place));
      index = end > index ? end : growFromHardLines(tree, markup, lines, index, linesBefore);
    }
  }
}

/** Finds the end of a paragraph of plain text; answers its start where it has more of Markdown in it. */
function plainEnd(lines: readonly string[], start: number): number {
  let index = start;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') return index;
    if (index > start && (HEADING.test(line) || RULE.test(line)) && !UNDERLINE.test(line)) return index;
    // Under several lines a row of dashes parts entries, though to Markdown it would make a heading of them.
    if (UNDERLINE.test(line)) return index - start > 1 && RULE.test(line) ? index : start;
    if (BEGINS_LIST.test(line) || !BEGINS_PLAINLY.test(line)) return start;
    if (index > start && isTableHead(lines, index)) return index;
    if (line.startsWith('[') && /^\[[^\]]*\]:/.test(line)) return start;
  }
  return index;
}

function isUnderlined(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return (
    BEGINS_PLAINLY.test(line) &&
    !BEGINS_LIST.test(line) &&
    /^ {0,3}(?:={2,}|-{2,})[ \t]*$/.test(lines[index + 1] ?? '')
  );
}

function isTableHead(lines: readonly string[], index: number): boolean {
  const head = lines[index] ?? '';
  const delimiter = lines[index + 1];
  if (
    delimiter === undefined ||
    !delimiter.includes('-') ||
    !TABLE_ROW.test(head) ||
    !DELIMITER.test(delimiter)
  )
    return false;
  if (/^[ \t]{4}|^\s*(?:>|[-*+]\s)/.test(head)) return false;
  return splitCells(head).length === splitCells(delimiter).length;
}

function growTable(tree: TreeBuilder, lines: readonly string[], start: number, linesBefore: number): number {
  const cellsAt = (index: number): Line[] =>
    splitCells(lines[index] ?? '').map((cell) => readLine(cell, linesBefore + index + 1));
  const rows: { line: number; cells: Line[] }[] = [];
  let index = start + 2;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || !line.includes('|') || HEADING.test(line) || /^ {0,3}>/.test(line)) break;
    rows.push({ line: linesBefore + index + 1, cells: cellsAt(index) });
  }
  tree.table({ kind: 'table', line: linesBefore + start + 1, header: cellsAt(start), rows });
  return index;
}

/** Splits a row at every pipe that has no backslash before it. */
export function splitCells(row: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let at = row.indexOf('|'); at !== -1; at = row.indexOf('|', at + 1)) {
    if (row.charAt(at - 1) === '\\') continue;
    cells.push(row.slice(start, at).trim());
    start = at + 1;
  }
  const rest = row.slice(start).trim();
  if (rest !== '') cells.push(rest);
  if (cells[0] === '' && row.trimStart().startsWith('|')) cells.shift();
  return cells;
}

/** Hands a stretch to remark: up to the next heading, or to where a new block surely begins. */
function growFromHardLines(
  tree: TreeBuilder,
  markup: HtmlGrower,
  lines: readonly string[],
  start: number,
  linesBefore: number,
): number {
  let index = start;
  let size = 0;
  let fence = '';
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === '' || line.trim().startsWith(fence))) fence = fence === '' ? mark : '';
    if (fence !== '') continue;
    if (index > start && HEADING.test(line)) break;
    if (index > start && isTableHead(lines, index)) break;
    if (size > LARGEST_CHUNK / 4 && (lines[index - 1] ?? '').trim() === '' && /^\S/.test(line)) break;
    if (size > LARGEST_CHUNK) break;
    size += line.length + 1;
  }
  index = Math.max(index, start + 1);
  const chunk = lines.slice(start, index);
  const source = chunk.join('\n');
  if (isPlainlyHostile(chunk, source)) tree.paragraph(readLines(source, linesBefore + start + 1));
  else growFromRemark(tree, source, linesBefore + start, markup);
  return index;
}

function isPlainlyHostile(lines: readonly string[], source: string): boolean {
  if (source.length > LARGEST_CHUNK * 4 || lines.some((line) => DEEPEST_PREFIX.test(line))) return true;
  if (source.length < MOST_SIGNS) return false;
  const signs = source.match(SIGNS)?.length ?? 0;
  return signs > MOST_SIGNS && signs * 3 > source.length;
}
