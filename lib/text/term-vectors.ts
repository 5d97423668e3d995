import { inverseShare } from './bm25';

/** What the file of term vectors says about itself, as JSON at its start. */
interface TermVectorsHeader {
  /** The layout of the bytes that follow; a file of another version must be refused. */
  version: 1;
  terms: number;
  dimensions: number;
  /** How many papers the vectors and shares were learnt from. */
  papers: number;
  source: string;
  date: string;
  seed: number;
  /** Bytes of the whole file. */
  size: number;
}

export interface TermVectors {
  header: TermVectorsHeader;
  dimensions: number;
  /** The row of a term; undefined if its meaning was not learnt. */
  rowOf(term: string): number | undefined;
  /** Adds the unit vector of a row to a sum, `weight` times. */
  addRow(sum: Float32Array, row: number, weight: number): void;
  /** The worth of a row's term: its inverse share among the papers learnt from. */
  worthOf(row: number): number;
  /** The share of the papers learnt from that say a term; undefined if the term is unknown. */
  shareOf(term: string): number | undefined;
  /**
   * How much more of a subject than usual a term is; 1 if the term is unknown. Authors put `recommendation` into the
   * title of every second paper that says it, and `established` into none.
   */
  subjectOf(term: string): number;
  /** Mean of the unit vectors of papers, and of their sentences: what all of them have in common. */
  meanPaper: Float32Array;
  meanSentence: Float32Array;
}

const MAGIC = 'DLTV';

/** Of the papers that say a usual term in the abstract, the share that say it in the title too. */
const USUAL_TITLE_SHARE = 0.1;

/**
 * Reads the file of term vectors. It holds `DLTV`, the length of the header (u32), the header (JSON), mean paper and
 * mean sentence (f32 each), the share of papers that say each term (u16 in 10,000ths), the share of those that say it
 * in the title (u8 in 255ths), the bytes of the term list (u32), the term list (UTF-8, one term a line), and for each
 * term its vector, four bits a dimension. All numbers are little-endian. Throws if the bytes are no such file or of
 * another version.
 */
export function readTermVectors(bytes: Uint8Array): TermVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, 4)) !== MAGIC)
    throw new Error('The term vectors do not begin with DLTV.');
  let at = 8 + view.getUint32(4, true);
  const header = JSON.parse(text.decode(bytes.subarray(8, at))) as TermVectorsHeader;
  if (header.version !== 1) throw new Error(`Term vectors of version ${header.version} cannot be read.`);
  const { terms: count, dimensions } = header;
  const floats = () => {
    const read = new Float32Array(dimensions).map((_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * dimensions;
    return read;
  };
  const meanPaper = floats();
  const meanSentence = floats();
  const sharesAt = at;
  const shareAt = (row: number) => view.getUint16(sharesAt + 2 * row, true) / 10_000;
  at += 2 * count;
  const titleShares = bytes.subarray(at, at + count);
  at += count;
  const listEnd = at + 4 + view.getUint32(at, true);
  const terms = text.decode(bytes.subarray(at + 4, listEnd)).split('\n');
  const rowByTerm = new Map<string, number>();
  terms.forEach((term, row) => rowByTerm.set(term, row));
  const addRow = rowAdder(bytes.subarray(listEnd), count, dimensions);
  const rowOf = (term: string) => rowByTerm.get(term);
  const worthOf = (row: number) => inverseShare(shareAt(row));
  const shareOf = (term: string) => {
    const row = rowByTerm.get(term);
    return row === undefined ? undefined : shareAt(row);
  };
  const subjectOf = (term: string) => {
    const row = rowByTerm.get(term);
    return row === undefined ? 1 : (titleShares[row] ?? 0) / 255 / USUAL_TITLE_SHARE;
  };
  return { header, dimensions, rowOf, addRow, worthOf, shareOf, subjectOf, meanPaper, meanSentence };
}

/**
 * A function that adds rows to a sum. A byte packs two dimensions of four bits, each from -7 to 7; the length of a
 * vector is not stored and is made 1 again. Each row is unpacked when it is first added, since a worker that has just
 * started needs some thousand rows, not all.
 */
function rowAdder(packed: Uint8Array, count: number, dimensions: number): TermVectors['addRow'] {
  const rows = new Float32Array(count * dimensions);
  const isUnpacked = new Uint8Array(count);
  const half = dimensions / 2;
  const unpack = (row: number) => {
    const from = row * dimensions;
    let squares = 0;
    for (let i = 0; i < half; i += 1) {
      const byte = packed[row * half + i] ?? 0;
      const low = (byte & 15) - 8;
      const high = (byte >> 4) - 8;
      rows[from + 2 * i] = low;
      rows[from + 2 * i + 1] = high;
      squares += low * low + high * high;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = from; i < from + dimensions; i += 1) rows[i] = (rows[i] ?? 0) * scale;
    isUnpacked[row] = 1;
  };
  return (sum, row, weight) => {
    if (isUnpacked[row] === 0) unpack(row);
    const from = row * dimensions;
    for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + weight * (rows[from + i] ?? 0);
  };
}
