import type { Postings } from './search-index';
import { ByteCursor, type ByteWriter } from './varint';

/**
 * Three bits hold how often a title says a term, five how often the abstract does. Higher counts are cut, since they
 * come from texts stuffed with the term.
 */
const MOST_TITLE_COUNT = 7;
const MOST_ABSTRACT_COUNT = 31;

/** How often a title and an abstract say a term, as one byte. */
export const packCounts = (title: number, abstract: number): number =>
  (Math.min(title, MOST_TITLE_COUNT) << 5) | Math.min(abstract, MOST_ABSTRACT_COUNT);

/**
 * Writes one paper: the doubled distance from the paper before, plus 1 if the abstract says the term once and the
 * title does not, which is so for two papers of three. Otherwise a byte of counts follows.
 */
export function writePosting(writer: ByteWriter, distance: number, counts: number): void {
  writer.number(distance * 2 + (counts === ONCE ? 1 : 0));
  if (counts !== ONCE) writer.byte(counts);
}

const ONCE = packCounts(0, 1);

/** Calls `visit` for each of `count` postings written from `at` on; papers are numbered within their unit. */
export function readPostings(
  bytes: Uint8Array,
  at: number,
  count: number,
  visit: (paper: number, title: number, abstract: number) => void,
): void {
  const reader = new ByteCursor(bytes, at);
  let paper = -1;
  for (let i = 0; i < count; i += 1) {
    const head = reader.number();
    paper += head >>> 1;
    if (head & 1) {
      visit(paper, 0, 1);
    } else {
      const counts = reader.byte();
      visit(paper, counts >> 5, counts & 31);
    }
  }
}

/**
 * Copies postings behind others whose last paper is `before`, and moves all papers by `offset`; gives the last paper.
 * Only the first distance changes, so the bytes after it are copied as they are.
 */
export function copyPostings(
  writer: ByteWriter,
  bytes: Uint8Array,
  { count, from, to }: { count: number; from: number; to: number },
  offset: number,
  before: number,
): number {
  const reader = new ByteCursor(bytes, from);
  const head = reader.number();
  let paper = offset + (head >>> 1) - 1;
  writer.number((paper - before) * 2 + (head & 1));
  writer.bytes(bytes, reader.at, to);
  if ((head & 1) === 0) reader.at += 1;
  for (let i = 1; i < count; i += 1) {
    const next = reader.number();
    paper += next >>> 1;
    if ((next & 1) === 0) reader.at += 1;
  }
  return paper;
}

/** One stretch of a term's postings: where it stands, and the number of its unit's first paper. */
export interface Stretch {
  bytes: Uint8Array;
  at: number;
  count: number;
  offset: number;
}

/**
 * Joins the postings of several units into one list. This is the innermost loop of every question, so it reads the
 * bytes itself, in half the time that `readPostings` takes.
 */
export function joinPostings(stretches: readonly Stretch[]): Postings {
  const total = stretches.reduce((sum, { count }) => sum + count, 0);
  const papers = new Uint32Array(total);
  const titleCounts = new Uint8Array(total);
  const abstractCounts = new Uint8Array(total);
  let next = 0;
  for (const { bytes, at: from, count, offset } of stretches) {
    let at = from;
    let paper = offset - 1;
    for (const end = next + count; next < end; next += 1) {
      let byte = bytes[at++] ?? 0;
      let head = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        head |= (byte & 127) << shift;
      }
      paper += head >>> 1;
      papers[next] = paper;
      const counts = head & 1 ? 1 : (bytes[at++] ?? 0);
      titleCounts[next] = counts >> 5;
      abstractCounts[next] = counts & 31;
    }
  }
  return { papers, titleCounts, abstractCounts };
}
