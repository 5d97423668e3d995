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
import { median, overFloor, type Row } from './row';

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

interface Reader {
  name: string;
  read(text: string): unknown;
  /** Where it is fewer times than the others. */
  runs?: number;
}

const readers: readonly Reader[] = [
  { name: 'ours', read: readOurs },
  { name: 'markdown-it', read: (text) => markdownIt.parse(text, {}) },
  // It takes fifty times as long.
  { name: 'remark-parse + remark-gfm', read: (text) => processor.parse(text), runs: 1 },
];

const RUNS = 5;

/** Of the time of markdown-it, which knows nothing of papers: half as much again as the 0.45 that a month took. */
const GOAL = 0.7;

function secondsFor(texts: readonly string[], read: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) read(text);
  return (performance.now() - start) / 1000;
}

export async function benchRead(): Promise<Row[]> {
  const rows: Row[] = [];
  const materials: readonly (readonly [string, readonly string[]])[] = [
    ['month', await month()],
    ['5,000 rows', [reportOf(5000)]],
  ];
  for (const [material, texts] of materials) {
    const size = megabytes(texts);
    const times = new Map(readers.map(({ name }) => [name, [] as number[]]));
    for (let run = 0; run <= RUNS; run += 1) {
      for (const { name, read, runs = RUNS } of readers) {
        // The first warms what a program that has run for a while has warm.
        if (run === 0 && runs > 1) secondsFor(texts, read);
        if (run > 0 && run <= runs) times.get(name)?.push(secondsFor(texts, read));
      }
    }
    const medians = [...times].map(([name, each]) => ({ name, seconds: median(each) }));
    for (const { name, seconds } of medians) {
      rows.push({
        name: `${material}, ${name}`,
        value: size / seconds,
        unit: 'MB/s',
        beside: `of ${size.toFixed(1)} MB`,
      });
    }
    const [ours, markdownIts] = medians;
    rows.push(
      overFloor({
        name: `${material}, time of ours`,
        value: (ours?.seconds ?? 0) * 1000,
        unit: 'ms',
        floor: (markdownIts?.seconds ?? 0) * 1000,
        goal: GOAL,
        beside: 'markdown-it',
      }),
    );
  }
  for (const size of [1, 2, 4, 8]) {
    const text = reportOf(Math.round((size * 1e6) / 1660));
    const value = 1000 * median(Array.from({ length: RUNS }, () => secondsFor([text], readOurs)));
    rows.push({
      name: `${size} MB, ours`,
      value,
      unit: 'ms',
      beside: `${(value / size).toFixed(1)} ms a MB`,
    });
  }
  rows.push({ name: 'peak memory of 5,000 rows', value: peakMemory(), unit: 'MB', goal: 200, beside: '' });
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
