import { ByteReader, ByteWriter } from './bytes';

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** A term of a block: how many papers say it, and where its postings stand. */
export interface BlockEntry {
  count: number;
  /** First byte of the postings, and first byte behind them. */
  from: number;
  to: number;
}

/**
 * Writes terms with their postings, each term as the number of bytes it shares with the one before and the bytes that
 * follow. Terms may come in any order; sorted they share most.
 */
export class TermBlockWriter {
  readonly #writer = new ByteWriter();
  #before = new Uint8Array();

  get empty(): boolean {
    return this.#writer.length === 0;
  }

  add(term: string, count: number, postings: Uint8Array): void {
    const bytes = utf8.encode(term);
    let shared = 0;
    while (shared < bytes.length && bytes[shared] === this.#before[shared]) shared += 1;
    this.#writer.number(shared);
    this.#writer.number(bytes.length - shared);
    this.#writer.bytes(bytes.subarray(shared));
    this.#writer.number(count);
    this.#writer.number(postings.length);
    this.#writer.bytes(postings);
    this.#before = bytes;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#writer.taken();
  }
}

/**
 * Looks through a block for a term. No term is decoded: what the one before shared with the wanted term, and what
 * this one shares with the one before, tell how far this one agrees.
 *
 *   wanted  retriev         agrees
 *   result     → res|ult       2     shares 3 with the next, more than agreed: the next agrees on 2 as well
 *   resume     → res|ume       2
 *   retriev    → re|triev      7     shares exactly what was agreed: compare the bytes that follow
 */
function look(
  block: Uint8Array,
  wanted: Uint8Array,
  visit: (agreed: number, length: number, entry: BlockEntry) => boolean,
) {
  const reader = new ByteReader(block);
  let agreed = 0;
  while (reader.at < block.length) {
    const shared = reader.number();
    const rest = reader.number();
    if (shared < agreed) {
      agreed = shared;
    } else if (shared === agreed) {
      let i = 0;
      while (i < rest && agreed < wanted.length && block[reader.at + i] === wanted[agreed]) {
        agreed += 1;
        i += 1;
      }
    }
    reader.at += rest;
    const count = reader.number();
    const size = reader.number();
    const from = reader.at;
    reader.at += size;
    if (visit(agreed, shared + rest, { count, from, to: reader.at })) return;
  }
}

export function findTerm(block: Uint8Array, term: string): BlockEntry | undefined {
  const wanted = utf8.encode(term);
  let found: BlockEntry | undefined;
  look(block, wanted, (agreed, length, entry) => {
    if (agreed === wanted.length && length === wanted.length) found = entry;
    return found !== undefined;
  });
  return found;
}

/** Visits all terms of a block as bytes, which the visitor must not keep: the first `length` of a shared buffer. */
export function visitTerms(
  block: Uint8Array,
  visit: (bytes: Uint8Array, length: number, entry: BlockEntry) => void,
): void {
  const reader = new ByteReader(block);
  let before = new Uint8Array(64);
  while (reader.at < block.length) {
    const shared = reader.number();
    const rest = reader.number();
    if (shared + rest > before.length) {
      const longer = new Uint8Array(2 * (shared + rest));
      longer.set(before);
      before = longer;
    }
    for (let i = 0; i < rest; i += 1) before[shared + i] = block[reader.at + i] ?? 0;
    reader.at += rest;
    const count = reader.number();
    const size = reader.number();
    const from = reader.at;
    reader.at += size;
    visit(before, shared + rest, { count, from, to: reader.at });
  }
}

/** All terms of a block with their entries, in the order they were written. */
export function termsOf(block: Uint8Array): [term: string, entry: BlockEntry][] {
  const terms: [string, BlockEntry][] = [];
  visitTerms(block, (bytes, length, entry) => terms.push([decode(bytes, length), entry]));
  return terms;
}

/** Most terms are ASCII, which is read much faster by hand than by a TextDecoder, term by term. */
function decode(bytes: Uint8Array, length: number): string {
  let term = '';
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return text.decode(bytes.subarray(0, length));
    term += String.fromCharCode(byte);
  }
  return term;
}

/** The terms of a block that begin so. */
export function findPrefix(block: Uint8Array, prefix: string): [term: string, entry: BlockEntry][] {
  const wanted = utf8.encode(prefix);
  let any = false;
  look(block, wanted, (agreed) => {
    any = agreed === wanted.length;
    return any;
  });
  return any ? termsOf(block).filter(([term]) => term.startsWith(prefix)) : [];
}
