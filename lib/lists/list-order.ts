import type { ArxivId } from '../paper';
import type { ListRow } from './rows';

/** Rows from one to another by their places in the list; both belong to it. */
export interface RowRange {
  first: number;
  last: number;
}

/** Which rows of a list are papers and which are heads of groups, by their places, and the number of each paper. */
export interface ListOrder {
  papers: readonly number[];
  heads: readonly number[];
  /** Of each row: how many papers there are up to it. */
  numbers: readonly number[];
}

export function orderOf(rows: readonly ListRow[]): ListOrder {
  const papers: number[] = [];
  const heads: number[] = [];
  const numbers: number[] = [];
  rows.forEach((row, index) => {
    (row.kind === 'paper' ? papers : heads).push(index);
    numbers.push(papers.length);
  });
  return { papers, heads, numbers };
}

/** What tells a row from the others, however the list is sorted. */
export const rowKey = (row: ListRow | undefined): string =>
  row?.kind === 'group' ? `group ${row.key}` : (row?.id ?? '');

/** Looked for when it is asked: a list of all papers is drawn anew with every key, and few rows are ever sought. */
export function indexOf(rows: readonly ListRow[], key: string | undefined): number | undefined {
  const at = key === undefined ? -1 : rows.findIndex((row) => rowKey(row) === key);
  return at === -1 ? undefined : at;
}

/** The heads that stick to the edges of the view: that of the first group in it, and that of the next one below. */
export function stuckHeads(
  { first, last }: RowRange,
  heads: readonly number[],
): { upper: number | undefined; lower: number | undefined } {
  const upper = heads.findLast((index) => index <= first);
  return { upper, lower: heads.find((index) => index >= last && index !== upper) };
}

/** Rows drawn beyond the view on either side, so that a quick scroll meets no blank. */
const ROWS_BEYOND = 6;

/** The rows that have to be in the document, ascending: those in view and around it, and some that are elsewhere. */
export function withStuck(
  { first, last }: RowRange,
  count: number,
  elsewhere: readonly (number | undefined)[],
): number[] {
  const from = Math.max(0, first - ROWS_BEYOND);
  const to = Math.min(count - 1, last + ROWS_BEYOND);
  const drawn = new Set(Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i));
  for (const index of elsewhere) if (index !== undefined && index < count) drawn.add(index);
  return [...drawn].toSorted((a, b) => a - b);
}

/** The paper one step from a place, which may lie between two rows; the last one in that direction where none follows. */
export function paperFrom(at: number, step: 1 | -1, { papers }: ListOrder): number | undefined {
  return step > 0
    ? (papers.find((index) => index > at) ?? papers.at(-1))
    : (papers.findLast((index) => index < at) ?? papers[0]);
}

/** The first row of the next group, or of the one before: a paper, or the head where the group is folded. */
export function groupFrom(
  at: number,
  step: 1 | -1,
  rows: readonly ListRow[],
  { heads }: ListOrder,
): number | undefined {
  const current = heads.findLast((index) => index <= at) ?? -1;
  const head = step > 0 ? heads.find((index) => index > at) : heads.findLast((index) => index < current);
  if (head === undefined) return undefined;
  return rows[head + 1]?.kind === 'paper' ? head + 1 : head;
}

/** Which paper gets the focus of the row at `at` when these papers leave the list: the next that stays, else the one before. */
export function heirOf(
  at: number,
  leaving: readonly ArxivId[],
  rows: readonly ListRow[],
  { papers }: ListOrder,
): number | undefined {
  const stays = (index: number): boolean => !leaving.includes(rowKey(rows[index]));
  return (
    papers.find((index) => index > at && stays(index)) ??
    papers.findLast((index) => index < at && stays(index))
  );
}
