import MarkdownIt from 'markdown-it';
import { spawnSync } from 'node:child_process';
import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { unpack } from '../../lib/digest/file/unpack';
import { readFile } from '../../lib/digest/read-file';
import '../speak-english';
import type { Row } from './row';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url);
const SAMPLE = new URL('../../assets/public/sample-10-Apr-2025.md', import.meta.url);
const encoder = new TextEncoder();
const megabytes = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + encoder.encode(text).length, 0) / 1e6;

/** The sample's rows again and again under other ids, in the digest's own format. */
export function reportOf(rows: number): string {
  const [heading = '', blank = '', header = '', delimiter = '', ...body] = readFileSync(SAMPLE, 'utf8')
    .trim()
    .split('\n');
  const lines = [heading, blank, header, delimiter];
  for (let index = 0; index < rows; index += 1) {
    const id = `25${String(1 + (index % 12)).padStart(2, '0')}.${String(10_000 + Math.floor(index / 12)).padStart(5, '0')}`;
    lines.push((body[index % body.length] ?? '').replaceAll(/\d{4}\.\d{5}/g, id));
  }
  return `${lines.join('\n')}\n`;
}

/** The days of one month of the archive; without the archive, as much text made from the sample. */
async function month(): Promise<string[]> {
  if (!existsSync(ARCHIVE)) return Array.from({ length: 20 }, () => reportOf(60));
  const texts: string[] = [];
  for await (const file of unpack([{ path: 'archive.zip', data: await openAsBlob(ARCHIVE) }])) {
    if (file.kind === 'file' && /\d-Apr-2025\//.test(file.path))
      texts.push(new TextDecoder().decode(file.bytes));
  }
  return texts;
}

const processor = unified().use(remarkParse).use(remarkGfm);
const markdownIt = new MarkdownIt({ html: true, linkify: true });

const readOurs = (text: string): unknown => readFile({ path: 'digest.md', bytes: encoder.encode(text) });

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['ours', readOurs],
  ['markdown-it', (text) => markdownIt.parse(text, {})],
  ['remark-parse + remark-gfm', (text) => processor.parse(text)],
];

function secondsFor(texts: readonly string[], read: (text: string) => unknown, runs: number): number {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    for (const text of texts) read(text);
    best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}

export async function benchRead(): Promise<Row[]> {
  const rows: Row[] = [];
  const materials: readonly (readonly [string, readonly string[]])[] = [
    ['month', await month()],
    ['5,000 rows', [reportOf(5000)]],
  ];
  for (const [material, texts] of materials) {
    const size = megabytes(texts);
    for (const [name, read] of readers) {
      const runs = name.startsWith('remark') ? 1 : 5;
      const value = size / secondsFor(texts, read, runs);
      rows.push({ name: `${material}, ${name}`, value, unit: 'MB/s', beside: `of ${size.toFixed(1)} MB` });
    }
  }
  for (const size of [1, 2, 4, 8]) {
    const text = reportOf(Math.round((size * 1e6) / 1660));
    const value = secondsFor([text], readOurs, 5) * 1000;
    rows.push({
      name: `${size} MB, ours`,
      value,
      unit: 'ms',
      beside: `${(value / size).toFixed(1)} ms a MB`,
    });
  }
  rows.push({ name: 'peak memory of 5,000 rows', value: peakMemory(), unit: 'MB', beside: 'at most 200' });
  return rows;
}

/** Read in a process of its own, as the other readers leave their memory behind. */
function peakMemory(): number {
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', new URL(import.meta.url).pathname, '--memory'],
    { encoding: 'utf8' },
  );
  return Number(stdout.trim());
}

if (process.argv.includes('--memory')) {
  const { digests } = readFile({ path: 'digest.md', bytes: encoder.encode(reportOf(5000)) });
  if (digests[0]?.entries.length !== 5000) throw new Error(`Read ${digests[0]?.entries.length} of 5000 rows`);
  console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
}
