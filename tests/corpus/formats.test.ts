import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../lib/digest/read-file';
import type { DigestEntry } from '../../lib/paper';

const FOLDER = '../shared/digests/formats';
const isThere = existsSync(FOLDER);
if (!isThere) console.log(`skipped: ${FOLDER} is not there`);

interface Sample {
  id: string;
  title?: string;
  authors?: string[];
}

interface Row {
  file: string;
  date_in_file: { iso: string | null };
  expected: { entries?: Sample[] };
  ids: string[];
}

const rows: Row[] = isThere ? JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) : [];
const folded = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

const known = new Map<string, ReturnType<typeof readRow>>();
function read(row: Row) {
  const result = known.get(row.file) ?? readRow(row);
  known.set(row.file, result);
  return result;
}

function readRow(row: Row) {
  const { digests } = readFile({ path: row.file, bytes: readFileSync(`${FOLDER}/${row.file}`) });
  const papers = new Map<string, DigestEntry>();
  for (const entry of digests.flatMap((digest) => digest.entries))
    if (!papers.has(entry.id)) papers.set(entry.id, entry);
  return { digests, papers };
}

describe.skipIf(!isThere)('the real files', () => {
  it.each(rows.map((row) => [row.file, row] as const))(
    '%s gives exactly its papers, on its day',
    (_, row) => {
      const { digests, papers } = read(row);
      expect([...papers.keys()].toSorted()).toEqual(row.ids.toSorted());
      const iso = row.date_in_file.iso;
      const dates = [...new Set(digests.map((digest) => digest.date))];
      expect(iso ? dates : []).toEqual(iso ? [iso] : []);
    },
    30_000,
  );

  it('gives titles and authors as they are', () => {
    const counts = { titles: 0, ofTitles: 0, authors: 0, ofAuthors: 0 };
    for (const row of rows) {
      const { papers } = read(row);
      for (const sample of row.expected.entries ?? []) {
        const paper = papers.get(sample.id);
        counts.ofTitles += 1;
        if (folded(paper?.title) === folded(sample.title)) counts.titles += 1;
        if (!sample.authors) continue;
        counts.ofAuthors += 1;
        if (folded(paper?.authors?.join('|')) === folded(sample.authors.join('|'))) counts.authors += 1;
      }
    }
    console.log(
      `titles exact ${counts.titles} of ${counts.ofTitles}, authors ${counts.authors} of ${counts.ofAuthors}`,
    );
    expect(counts.titles / counts.ofTitles).toBeGreaterThanOrEqual(0.98);
    expect(counts.authors / counts.ofAuthors).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});
