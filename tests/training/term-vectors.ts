/**
 * Learns the term vectors that the extension ships: `node --max-old-space-size=4096 --import tsx tests/training/term-vectors.ts`. The same archive and seed give the same
 * bytes. Takes some minutes and 2 GB of memory.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { meaningOf } from '../../lib/text/meaning';
import { readTermVectors } from '../../lib/text/term-vectors';
import { wordsOf } from '../../lib/text/words';
import { type ArchivePaper, readArchive } from './archive';
import { positiveInformation } from './cooccurrence';
import { strongestDirections } from './factor';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const ASSET = process.argv[2] ?? new URL('../../assets/public/term-vectors.bin', import.meta.url).pathname;

/** Terms said by fewer papers meet too seldom to learn from; the size of the asset sets the number. */
const TERMS = 12_000;
const DIMENSIONS = 100;
const SEED = 20250410;

/** Papers whose mean is taken as what all papers have in common: every so many of the archive. */
const MEAN_OF_EVERY = 10;

/** Numbers of one vector lie within so many times their root mean square; what lies beyond is cut. */
const WIDEST = 2.5;
const STEPS = 7;

interface TermCount {
  term: string;
  papers: number;
  titles: number;
}

function countPapers(papers: readonly { title: Set<string>; all: Set<string> }[]): TermCount[] {
  const counts = new Map<string, TermCount>();
  for (const { title, all } of papers) {
    for (const term of all) {
      const count = counts.get(term) ?? { term, papers: 0, titles: 0 };
      count.papers += 1;
      if (title.has(term)) count.titles += 1;
      counts.set(term, count);
    }
  }
  return [...counts.values()]
    .filter(({ term }) => /^[\p{Script=Latin}\p{N}]+$/u.test(term))
    .toSorted((a, b) => b.papers - a.papers || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS);
}

/** Few papers tell little about whether a term belongs into titles: so many are added that are as usual. */
const USUAL_PAPERS = 20;
const USUAL_TITLE_SHARE = 0.1;

function titleShare({ papers, titles }: TermCount): number {
  return (titles + USUAL_PAPERS * USUAL_TITLE_SHARE) / (papers + USUAL_PAPERS);
}

function packRows(directions: Float32Array): Uint8Array {
  const packed = new Uint8Array(directions.length / 2);
  for (let row = 0; row < directions.length / DIMENSIONS; row += 1) {
    const vector = directions.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const spread = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) / DIMENSIONS);
    const step = (WIDEST * spread) / STEPS || 1;
    const steps = [...vector].map((value) => Math.max(-STEPS, Math.min(STEPS, Math.round(value / step))) + 8);
    for (let i = 0; i < DIMENSIONS; i += 2) {
      packed[(row * DIMENSIONS + i) / 2] = (steps[i] ?? 8) | ((steps[i + 1] ?? 8) << 4);
    }
  }
  return packed;
}

function mean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const vector of vectors)
    for (let i = 0; i < DIMENSIONS; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return Float32Array.from(sum, (value) => value / Math.max(1, vectors.length));
}

function writeAsset(
  counts: readonly TermCount[],
  papers: readonly ArchivePaper[],
  rows: Uint8Array,
  means: readonly Float32Array[],
): Uint8Array {
  const utf8 = new TextEncoder();
  const list = utf8.encode(counts.map(({ term }) => term).join('\n'));
  const head = (size: number) => {
    const header = {
      version: 1,
      terms: counts.length,
      dimensions: DIMENSIONS,
      papers: papers.length,
      source: 'archive-ir-nlp.zip: titles and abstracts of daily digests of arXiv, tracks IR and NLP',
      date: '2026-11-23',
      seed: SEED,
      size,
    };
    return utf8.encode(JSON.stringify(header));
  };
  // The size is part of the header: seven digits stand in for it while it is worked out.
  const size =
    8 + head(1_000_000).length + 8 * DIMENSIONS + 3 * counts.length + 4 + list.length + rows.length;
  const header = head(size);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8.encode('DLTV'));
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const values of means) {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  for (const count of counts) {
    view.setUint16(at, Math.max(1, Math.round((count.papers / papers.length) * 10_000)), true);
    at += 2;
  }
  bytes.set(
    counts.map((count) => Math.round(titleShare(count) * 255)),
    at,
  );
  at += counts.length;
  view.setUint32(at, list.length, true);
  bytes.set(list, at + 4);
  bytes.set(rows, at + 4 + list.length);
  return bytes;
}

if (!existsSync(ARCHIVE)) {
  console.error(`No archive at ${ARCHIVE}: there is nothing to learn from.`);
  process.exit(2);
}
const papers = readArchive(ARCHIVE);
const termsOf = (text: string) => new Set(wordsOf(text).flatMap((word) => (word.empty ? [] : [word.term])));
const texts = papers.map(({ title, abstract }) => ({
  title: termsOf(title),
  all: termsOf(`${title}. ${abstract}`),
}));
const counts = countPapers(texts);
const rowOf = new Map(counts.map(({ term }, row) => [term, row]));
const known = texts.map(({ all }) => Uint16Array.from([...all].flatMap((term) => rowOf.get(term) ?? [])));
console.log(`${papers.length} papers, ${counts.length} terms`);
const matrix = positiveInformation(known, counts.length);
console.log(`${matrix.values.length} pairs of terms meet more often than by chance`);
const rows = packRows(strongestDirections(matrix, DIMENSIONS, SEED));
const none = [new Float32Array(DIMENSIONS), new Float32Array(DIMENSIONS)];
const vectors = readTermVectors(writeAsset(counts, papers, rows, none));
const meanings = papers.filter((_, i) => i % MEAN_OF_EVERY === 0).map((paper) => meaningOf(paper, vectors));
const means = [
  mean(meanings.map(({ whole }) => whole)),
  mean(meanings.flatMap(({ sentences }) => sentences)),
];
const asset = writeAsset(counts, papers, rows, means);
writeFileSync(ASSET, asset);
console.log(`${asset.length} bytes written to ${ASSET}`);
