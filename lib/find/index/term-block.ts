import { ByteCursor, ByteWriter } from './varint';

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** The entry of a term in a block: how many papers say the term, and where its postings stand. */
export interface BlockEntry {
  count: number;
  /** The first byte of the postings, and the first byte after them. */
  from: number;
  to: number;
}

/**
 * Writes terms with their postings. Each term is written as the number of bytes that it shares with the term before,
 * and the bytes that follow. Terms may come in any order; in alphabetical order they share most.
 */
export class TermBlockWriter {
  readonly #writer: ByteWriter;
  #before = new Uint8Array(64);
  #beforeLength = 0;
  #encoded = new Uint8Array(256);

  /** `writer` is where the block goes; several blocks may follow each other in one writer. */
  constructor(writer = new ByteWriter()) {
    this.#writer = writer;
  }

  get empty(): boolean {
    return this.#writer.length === 0;
  }

  /** Begins another block, which can be read without the blocks before it. */
  beginBlock(): void {
    this.#beforeLength = 0;
  }

  add(term: string, count: number, postings: Uint8Array): void {
    // A letter takes three bytes at most.
    if (term.length * 3 > this.#encoded.length) this.#encoded = new Uint8Array(term.length * 3);
    this.addEncoded(this.#encoded, encodeTerm(term, this.#encoded), count, postings);
  }

  /** Adds a term that is given as the first `length` of `bytes`. */
  addEncoded(bytes: Uint8Array, length: number, count: number, postings: Uint8Array): void {
    const before = this.#before;
    const most = Math.min(length, this.#beforeLength);
    let shared = 0;
    while (shared < most && bytes[shared] === before[shared]) shared += 1;
    this.#writer.number(shared);
    this.#writer.number(length - shared);
    this.#writer.bytes(bytes, shared, length);
    this.#writer.number(count);
    this.#writer.number(postings.length);
    this.#writer.bytes(postings);
    if (length > before.length) this.#before = new Uint8Array(2 * length);
    for (let at = 0; at < length; at += 1) this.#before[at] = bytes[at] ?? 0;
    this.#beforeLength = length;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#writer.taken();
  }
}

/**
 * Looks through a block for a term without decoding any. Two numbers tell how far a term agrees with the wanted one:
 * how far the term before it agreed, and how many bytes it shares with the term before it.
 *
 *   wanted  retriev         agrees
 *   result     → res|ult       2     shares 3 with the next, more than agreed: the next agrees on 2 as well
 *   resume     → res|ume       2
 *   retriev    → re|triev      7     shares exactly what was agreed: compare the bytes that follow
 */
function visitAgreements(
  block: Uint8Array,
  wanted: Uint8Array,
  visit: (agreed: number, length: number, entry: BlockEntry) => boolean,
) {
  const reader = new ByteCursor(block);
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

/** The entry of a term in a block; undefined if the block does not have the term. */
export function findTerm(block: Uint8Array, term: string): BlockEntry | undefined {
  const wanted = utf8.encode(term);
  let found: BlockEntry | undefined;
  visitAgreements(block, wanted, (agreed, length, entry) => {
    if (agreed === wanted.length && length === wanted.length) found = entry;
    return found !== undefined;
  });
  return found;
}

/**
 * Reads the terms of a block one after the other. A term is the first `length` of `bytes`, a buffer that is used
 * again.
 */
export class TermCursor {
  readonly block: Uint8Array;
  readonly #reader: ByteCursor;
  bytes = new Uint8Array(64);
  length = 0;
  entry: BlockEntry = { count: 0, from: 0, to: 0 };

  constructor(block: Uint8Array) {
    this.block = block;
    this.#reader = new ByteCursor(block);
  }

  /** Moves on to the next term; false at the end. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at >= this.block.length) return false;
    const shared = reader.number();
    const rest = reader.number();
    this.length = shared + rest;
    if (this.length > this.bytes.length) {
      const longer = new Uint8Array(2 * this.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    for (let i = 0; i < rest; i += 1) this.bytes[shared + i] = this.block[reader.at + i] ?? 0;
    reader.at += rest;
    const count = reader.number();
    const size = reader.number();
    const from = reader.at;
    reader.at += size;
    this.entry = { count, from, to: reader.at };
    return true;
  }
}

/** The order of two terms, which equals the order of the same terms as strings. */
export function compareTerms(left: TermCursor, right: TermCursor): number {
  const most = Math.min(left.length, right.length);
  for (let i = 0; i < most; i += 1) {
    const [a, b] = [left.bytes[i] ?? 0, right.bytes[i] ?? 0];
    if (a !== b) return inOrderOfStrings(a) - inOrderOfStrings(b);
  }
  return left.length - right.length;
}

/**
 * JavaScript compares strings by UTF-16 units, which puts letters beyond U+FFFF (first byte 0xf0 or more) before
 * those from U+E000 on (first byte 0xee or 0xef).
 */
const inOrderOfStrings = (byte: number): number => (byte === 0xee || byte === 0xef ? byte + 16 : byte);

/** Visits all terms of a block as bytes: the first `length` of a shared buffer, which the visitor must not keep. */
export function visitTerms(
  block: Uint8Array,
  visit: (bytes: Uint8Array, length: number, entry: BlockEntry) => void,
): void {
  const reader = new TermCursor(block);
  while (reader.next()) visit(reader.bytes, reader.length, reader.entry);
}

/** All terms of a block with their entries, in the order in which they were written. */
export function termsOf(block: Uint8Array): [term: string, entry: BlockEntry][] {
  const terms: [string, BlockEntry][] = [];
  visitTerms(block, (bytes, length, entry) => terms.push([decodeTerm(bytes, length), entry]));
  return terms;
}

/**
 * Writes the bytes of a term and gives their number. ASCII is written by hand, because that is faster than a
 * TextEncoder.
 */
function encodeTerm(term: string, bytes: Uint8Array): number {
  for (let i = 0; i < term.length; i += 1) {
    const code = term.charCodeAt(i);
    if (code > 127) return utf8.encodeInto(term, bytes).written;
    bytes[i] = code;
  }
  return term.length;
}

/**
 * The term that is the first `length` bytes. Most terms are ASCII, which is read much faster by hand than by calling
 * a TextDecoder for each term.
 */
export function decodeTerm(bytes: Uint8Array, length: number): string {
  let term = '';
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return text.decode(bytes.subarray(0, length));
    term += String.fromCharCode(byte);
  }
  return term;
}

/** The terms of a block that begin with `prefix`. */
export function findPrefix(block: Uint8Array, prefix: string): [term: string, entry: BlockEntry][] {
  const wanted = utf8.encode(prefix);
  let any = false;
  visitAgreements(block, wanted, (agreed) => {
    any = agreed === wanted.length;
    return any;
  });
  return any ? termsOf(block).filter(([term]) => term.startsWith(prefix)) : [];
}
