import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestParser } from '../../../lib/digest/digest-parser';
import { readImport } from '../../../lib/import/read-import';
import { storeImport } from '../../../lib/import/store-import';
import { summaryOf } from '../../../lib/import/wording';
import type { IndexFollower } from '../../../lib/store/changes/follower';
import { LensDatabase } from '../../../lib/store/database';
import {
  approveImport,
  beginImport,
  cancelImport,
  importById,
  pastImports,
  pauseImport,
  readingsOf,
  resumeImport,
  setDate,
} from '../../../lib/store/jobs/imports';
import { undoImport } from '../../support/undo-import';

const SAMPLE = readFileSync(new URL('../../../assets/public/sample-10-Apr-2025.md', import.meta.url), 'utf8');

const reader = digestParser;

let db: LensDatabase;
let databases = 0;

beforeEach(() => {
  db = new LensDatabase(`import-test-${(databases += 1)}`);
});

type Files = Record<string, string | Uint8Array<ArrayBuffer>>;

/** Takes all steps of an import's work. */
async function run(steps: AsyncGenerator<void>): Promise<void> {
  for await (const step of steps) void step;
}

async function choose(files: Files): Promise<number> {
  const chosen = Object.entries(files).map(([path, content]) => ({
    path,
    content: new Blob([content]),
    modifiedAt: Date.UTC(2026, 0, 2, 12),
  }));
  const id = await beginImport(db, chosen, 0);
  await run(readImport(db, id, reader));
  return id;
}

async function status(id: number): Promise<string> {
  const row = await importById(db, id);
  return row ? summaryOf(row, await readingsOf(db, id)) : 'gone';
}

async function importFiles(files: Files): Promise<string> {
  const id = await choose(files);
  await approveImport(db, id);
  await run(storeImport(db, id, reader));
  return status(id);
}

describe('the digest of 10 April 2025', () => {
  test('is stored with its nine papers', async () => {
    const said = await importFiles({ 'report.md': SAMPLE });
    expect(said).toBe('Imported 9 papers from arXiv Daily Report, Thu 10 Apr 2025: 9 new, 0 already known.');
    expect(await db.papers.count()).toBe(9);
    const first = await db.papers.get('2504.05309');
    expect(first?.authors).toEqual([
      'Shangyu Chen',
      'Xinyu Jia',
      'Yingfei Zhang',
      'Shuai Zhang',
      'Xiang Li',
      'Wei Lin',
    ]);
    expect(first?.abstract).toContain('\\textbf{Q}uery \\textbf{R}ewrite');
    const abstracts = (await db.papers.toArray()).map((paper) => paper.abstract).join(' ');
    expect(abstracts).toContain('11.18\\%');
    expect(await db.sources.count()).toBe(0);
  });

  test('imported again adds nothing and says so', async () => {
    await importFiles({ 'report.md': SAMPLE });
    const said = await importFiles({ 'report (1).md': SAMPLE });
    expect(said).toBe(
      'Imported 9 papers from arXiv Daily Report, Thu 10 Apr 2025: nothing new, this digest was imported before.',
    );
    expect([await db.papers.count(), await db.digests.count(), await db.entries.count()]).toEqual([9, 1, 9]);
  });
});

test('a worker that ends between two digests goes on at the next one', async () => {
  const files = Object.fromEntries(
    ['08', '09', '10'].map((day) => [
      `${day}.md`,
      SAMPLE.replace('10-Apr', `${day}-Apr`).replaceAll('/2504.', `/25${day}.`),
    ]),
  );
  const id = await choose(files);
  await approveImport(db, id);
  let stored = 0;
  const ends = async () => {
    stored += 1;
    if (stored === 2) throw new Error('the worker ended');
  };
  const index: IndexFollower = { add: ends, remove: async () => {}, mergeParts: async () => {} };
  await expect(run(storeImport(db, id, reader, index, 1))).rejects.toThrow('09.md: Error: the worker ended');
  expect(await db.digests.count()).toBe(1);
  await run(storeImport(db, id, reader));
  // One of the nine papers is a replacement from an earlier month, so it is the same paper in all three digests.
  expect(await status(id)).toMatch(/^Imported 25 papers from 3 digests: 25 new, 0 already known/);
  expect([await db.digests.count(), await db.entries.count()]).toEqual([3, 27]);
});

test('a digest without a date waits for one', async () => {
  const id = await choose({
    'README.md': SAMPLE.replace('# arXiv Daily Report - 10-Apr-2025', ''),
    'report.md': SAMPLE,
  });
  await approveImport(db, id);
  await run(storeImport(db, id, reader));
  expect(await db.digests.toCollection().primaryKeys()).toEqual(['2025-04-10|arxiv daily report|']);
  expect(await db.sources.count()).toBe(2);
  await setDate(db, id, 0, '2025-04-11');
  await approveImport(db, id);
  await run(storeImport(db, id, reader));
  expect(await db.digests.toCollection().primaryKeys()).toEqual([
    '2025-04-10|arxiv daily report|',
    '2025-04-11||',
  ]);
  expect(await db.sources.count()).toBe(0);
});

test('a date from the reader is for the digests that have none', async () => {
  const id = await choose({ 'report.md': SAMPLE });
  const [reading] = await readingsOf(db, id);
  const [dated] = reading?.digests ?? [];
  if (!reading || !dated) throw new Error('The sample has a digest.');
  const { date: _date, dateFrom: _from, ...undated } = dated;
  await db.readings.put({ ...reading, digests: [dated, undated] });
  await setDate(db, id, 0, '2025-04-12');
  expect((await readingsOf(db, id))[0]?.digests.map(({ date }) => date)).toEqual([
    '2025-04-10',
    '2025-04-12',
  ]);
  await setDate(db, id, 0, '2025-04-13');
  expect((await readingsOf(db, id))[0]?.digests.map(({ date }) => date)).toEqual([
    '2025-04-13',
    '2025-04-13',
  ]);
});

test('a paper on two days of one file is new once', async () => {
  const paper = { title: 'A title of a paper', url: 'https://arxiv.org/abs/2504.05309' };
  const id = await choose({ 'days.json': JSON.stringify({ '2025-04-10': [paper], '2025-04-11': [paper] }) });
  const [reading] = await readingsOf(db, id);
  expect(reading?.digests.map((digest) => digest.newPapers)).toEqual([1, 0]);
});

describe('what is no digest gets a sentence, and nothing is stored', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
    ['empty.md', '', /empty/i],
    ['picture.png', png, /not text|picture|image/i],
    ['notes.md', '# Notes\n\nNothing of arXiv here.\n', /no arXiv paper/i],
  ])('%s', async (path, content, sentence) => {
    const id = await choose({ [path]: content });
    expect((await importById(db, id))?.state).toBe('failed');
    expect(await status(id)).toMatch(sentence);
    expect(await db.papers.count()).toBe(0);
  });
});

test('a row without a link is told by its line; the other rows are stored', async () => {
  const rows = SAMPLE.split('\n');
  const line = rows.findIndex((row) => row.includes('2504.05314')) + 1;
  rows[line - 1] = rows[line - 1]!.replace(
    '[https://arxiv.org/abs/2504.05314](https://arxiv.org/abs/2504.05314)',
    '',
  );
  const said = await importFiles({ 'report.md': rows.join('\n') });
  expect(said).toMatch(/^Imported 8 papers/);
  const [reading] = await db.readings.toArray();
  expect(reading?.problems).toEqual([{ line, code: 'digest_rowNoLink' }]);
});

describe('undo', () => {
  const day = (n: number) => SAMPLE.replace('10-Apr', `1${n}-Apr`).replaceAll('/2504.', `/250${n}.`);

  test('leaves a digest that a later import brought too, and it goes with that one', async () => {
    await importFiles({ 'one.md': day(1) });
    await importFiles({ 'one again.md': day(1), 'two.md': day(2) });
    const [later, earlier] = await pastImports(db);
    await undoImport(db, earlier?.id ?? 0);
    expect([await db.digests.count(), await db.entries.count()]).toEqual([2, 18]);
    await undoImport(db, later?.id ?? 0);
    expect([await db.digests.count(), await db.entries.count(), await db.papers.count()]).toEqual([0, 0, 0]);
    expect([await db.imports.count(), await db.readings.count()]).toEqual([0, 0]);
  });
});

describe('an import that is stopped after its first digest', () => {
  const files = Object.fromEntries(
    ['08', '09', '10'].map((date) => [
      `${date}.md`,
      SAMPLE.replace('10-Apr', `${date}-Apr`).replaceAll('/2504.', `/25${date}.`),
    ]),
  );

  async function stopAfterOne(stop: (id: number) => Promise<void>): Promise<number> {
    const id = await choose(files);
    await approveImport(db, id);
    let steps = 0;
    for await (const step of storeImport(db, id, reader, undefined, 1)) {
      void step;
      steps += 1;
      if (steps === 1) await stop(id);
    }
    return id;
  }

  test('paused stores nothing more, and goes on where it was', async () => {
    const id = await stopAfterOne((importId) => pauseImport(db, importId, 'reader'));
    expect(await status(id)).toMatch(/^Paused: 1 of 3 files, 9 of 27 papers stored/);
    expect(await db.digests.count()).toBe(1);
    await resumeImport(db, id);
    await run(storeImport(db, id, reader));
    expect(await status(id)).toMatch(/^Imported 25 papers from 3 digests/);
  });

  test('cancelled keeps what is stored, and says so', async () => {
    const id = await stopAfterOne((importId) => cancelImport(db, importId));
    expect(await status(id)).toBe(
      'Imported 9 papers from arXiv Daily Report, Tue 8 Apr 2025: 9 new. Cancelled: 2 digests were not imported.',
    );
    expect([await db.digests.count(), await db.sources.count()]).toEqual([1, 0]);
  });
});

test('an import knows how many files there are before it has read them, in archives too', async () => {
  const id = await choose({
    'a.md': SAMPLE,
    'b.zip': zipSync({ 'x/b.md': strToU8(SAMPLE), 'logo.png': strToU8('') }),
  });
  expect(await importById(db, id)).toMatchObject({ filesFound: 3, filesRead: 3 });
});
