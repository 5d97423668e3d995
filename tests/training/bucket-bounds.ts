/**
 * Cuts the alphabet into buckets of like size for `lib/index/bucket-bounds.ts`: every bucket's terms take the same
 * share of an index of the archive. `node --import tsx tests/training/bucket-bounds.ts`
 */
import { writeFileSync } from 'node:fs';
import { unitTerms } from '../../lib/find/index/marked-terms';
import { readArchive } from './archive';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const BOUNDS = new URL('../../lib/find/index/bucket-bounds.ts', import.meta.url).pathname;

/** For terms of the archive, and for Chinese characters, which it has few of. */
const LATIN_BUCKETS = 960;
const HAN_BUCKETS = 64;

/** Bytes of a posting, and of a term beside its postings, on average. */
const POSTING_BYTES = 2;
const TERM_BYTES = 8;

const sizes = new Map<string, number>();
for (const paper of readArchive(ARCHIVE)) {
  for (const term of unitTerms(paper).terms.keys())
    sizes.set(term, (sizes.get(term) ?? TERM_BYTES) + POSTING_BYTES);
}
const terms = [...sizes].toSorted(([a], [b]) => (a < b ? -1 : 1));
const total = terms.reduce((sum, [, size]) => sum + size, 0);

/** The shortest beginning of a term that is not a beginning of the one before. */
function shortest(before: string, term: string): string {
  let length = 1;
  while (before.startsWith(term.slice(0, length))) length += 1;
  return term.slice(0, length);
}

const bounds = new Set<string>();
let filled = 0;
let before = '';
for (const [term, size] of terms) {
  if (filled >= (total / LATIN_BUCKETS) * (bounds.size + 1)) bounds.add(shortest(before, term));
  filled += size;
  before = term;
}
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
for (let i = 0; i < HAN_BUCKETS; i += 1) {
  bounds.add(String.fromCharCode(FIRST_HAN + Math.floor(((LAST_HAN - FIRST_HAN) * i) / HAN_BUCKETS)));
}
const lines = [''];
for (const bound of [...bounds].toSorted((a, b) => (a < b ? -1 : 1))) {
  const last = lines[lines.length - 1] ?? '';
  if (last.length + bound.length > 100) lines.push(bound);
  else lines[lines.length - 1] = last === '' ? bound : `${last}|${bound}`;
}
writeFileSync(
  BOUNDS,
  `/**
 * The first term of each bucket but the first, in order: cut so that each takes a like share of an index of 47,251
 * papers (written by tests/training/bucket-bounds.ts). Changing them needs a new INDEX_VERSION.
 */
export const BUCKET_BOUNDS: readonly string[] =
  \`
${lines.join('\n')}
\`
    .trim()
    .split(/[|\\n]/);
`,
);
console.log(`${bounds.size} bounds`);
