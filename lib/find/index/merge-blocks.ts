import { copyPostings, packCounts, readPostings, writePosting } from './postings';
import { compareTerms, TermCursor } from './term-block';
import { ByteWriter } from './varint';

/** The numbers that a unit's papers have in the merged one. */
export interface Renumbering {
  /** That of its first paper; the others follow. */
  first: number;
  /** Old number → new number, -1 where the paper was taken out. Absent where none was: then all are moved by `first`. */
  numbers?: Int32Array;
}

export interface BlockToMerge {
  block: Uint8Array;
  renumbering: Renumbering;
}

/** Takes a merged term: the first `length` of bytes that are used again, as are those of the postings. */
export type TakeTerm = (bytes: Uint8Array, length: number, count: number, postings: Uint8Array) => void;

interface Source {
  reader: TermCursor;
  renumbering: Renumbering;
}

/** Merges the blocks of one bucket, one of each unit, by ascending numbers of their papers. */
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

/** Those that have come to the first of all terms that are left. */
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

/** Writes the postings of one term one after the other; gives how many there are. */
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
