import { copyPostings, packCounts, readPostings, writePosting } from './postings';
import { compareTerms, TermCursor } from './term-block';
import { ByteWriter } from './varint';

/** The numbers that the papers of a unit have in the merged unit. */
export interface Renumbering {
  /** The new number of the unit's first paper; the other papers follow it. */
  first: number;
  /**
   * By old number the new number, or -1 if the paper was taken out. Missing if no paper was taken out: then all are
   * moved by `first`.
   */
  numbers?: Int32Array;
}

export interface BlockToMerge {
  block: Uint8Array;
  renumbering: Renumbering;
}

/**
 * Takes a merged term, which is the first `length` bytes of `bytes`. The buffers of the term and of its postings are
 * used again, so the receiver must copy what it keeps.
 */
export type TakeTerm = (bytes: Uint8Array, length: number, count: number, postings: Uint8Array) => void;

interface Source {
  reader: TermCursor;
  renumbering: Renumbering;
}

/**
 * Merges the blocks of one bucket, one block for each unit. The blocks come in the ascending order of their papers'
 * new numbers.
 */
export function mergeBlocks(blocks: readonly BlockToMerge[], take: TakeTerm): void {
  const sources = blocks
    .map(({ block, renumbering }): Source => ({ reader: new TermCursor(block), renumbering }))
    .filter(({ reader }) => reader.next());
  const postings = new ByteWriter();
  let first = atFirstTerm(sources);
  for (let [one] = first; one; [one] = first) {
    postings.clear();
    const count = join(first, postings);
    if (count > 0) take(one.reader.bytes, one.reader.length, count, postings.written);
    for (const source of first) if (!source.reader.next()) sources.splice(sources.indexOf(source), 1);
    first = atFirstTerm(sources);
  }
}

/** The sources that stand at the first of all remaining terms. */
function atFirstTerm(sources: readonly Source[]): Source[] {
  let first: Source[] = [];
  for (const source of sources) {
    const [one] = first;
    const order = one ? compareTerms(source.reader, one.reader) : -1;
    if (order < 0) first = [source];
    else if (order === 0) first.push(source);
  }
  return first;
}

/** Writes the postings of one term from all sources one after the other, and gives their number. */
function join(sources: readonly Source[], writer: ByteWriter): number {
  let count = 0;
  let before = -1;
  for (const { reader, renumbering } of sources) {
    const { block, entry } = reader;
    const { first, numbers } = renumbering;
    if (!numbers) {
      before = copyPostings(writer, block, entry, first, before);
      count += entry.count;
      continue;
    }
    readPostings(block, entry.from, entry.count, (old, title, abstract) => {
      const paper = numbers[old] ?? -1;
      if (paper < 0) return;
      writePosting(writer, paper - before, packCounts(title, abstract));
      before = paper;
      count += 1;
    });
  }
  return count;
}
