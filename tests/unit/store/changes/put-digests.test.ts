import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DigestEntry, Paper } from '../../../../lib/paper';
import { type DatedDigest, putDigests } from '../../../../lib/store/changes/put-digests';
import { LensDatabase } from '../../../../lib/store/database';
import { readDayDigest } from '../../../../lib/store/views/day-digest';
import { days } from '../../../../lib/store/views/days';
import { foundPapers } from '../../../../lib/store/views/last-listings';
import { outlinedDigests } from '../../../../lib/store/views/outlined-digests';
import { undoImport } from '../../../support/undo-import';

let db: LensDatabase;
let databases = 0;

beforeEach(() => {
  db = new LensDatabase(`papers-test-${(databases += 1)}`);
});

const REPORT: DatedDigest = {
  date: '2025-04-10',
  title: 'arXiv Daily Report',
  path: 'report.md',
  entries: [
    { id: '2504.05309', title: 'IterQR', authors: ['Shangyu Chen', 'Xinyu Jia'], abstract: 'Query rewrite.' },
    { id: '2504.05314', title: 'MQL4GRec', authors: ['Jianyang Zhai'], score: 7 },
  ],
};

describe('storing a digest', () => {
  test('keeps papers, entries and the digest', async () => {
    const added = await putDigests(db, [REPORT], 1);
    expect(added.papers.map((paper) => paper.id)).toEqual(['2504.05309', '2504.05314']);
    expect(await db.papers.get('2504.05309')).toEqual(REPORT.entries[0]);
    expect(await db.entries.get(['2025-04-10|arxiv daily report|', '2504.05314'])).toMatchObject({
      score: 7,
      position: 1,
    });
    expect(await days(db)).toEqual(['2025-04-10']);
  });

  test('a second time changes nothing', async () => {
    await putDigests(db, [REPORT], 1);
    const before = await everything();
    const added = await putDigests(db, [{ ...REPORT, path: 'copy.md' }], 2);
    expect(added).toEqual({ papers: [], changed: [], byDigest: [{ papers: 0, entries: 0 }] });
    expect(await everything()).toEqual(before);
  });

  test('with one entry more adds that entry', async () => {
    await putDigests(db, [REPORT], 1);
    const entries = [...REPORT.entries, { id: '2504.05326', title: 'Third', authors: [] }];
    const added = await putDigests(db, [{ ...REPORT, entries }], 2);
    expect(added.papers.map((paper) => paper.id)).toEqual(['2504.05326']);
    expect((await readDayDigest(db, '2025-04-10')).digest.entries).toHaveLength(3);
  });

  test('a paper gains what it lacked and loses nothing', async () => {
    await putDigests(db, [REPORT], 1);
    const entry = { id: '2504.05314', title: 'Another title', abstract: 'Now there is one.', version: 2 };
    await putDigests(db, [{ ...REPORT, date: '2025-04-11', entries: [entry] }], 1);
    expect(await db.papers.get('2504.05314')).toEqual({
      id: '2504.05314',
      title: 'MQL4GRec',
      authors: ['Jianyang Zhai'],
      abstract: 'Now there is one.',
      version: 2,
    });
  });

  test('stores nothing at all where a part of it fails', async () => {
    await expect(putDigests(db, [REPORT], 1, failing)).rejects.toThrow('the disk is full');
    expect(await everything()).toEqual([[], [], []]);
  });

  test('the same paper twice in a digest is one entry', async () => {
    const [first, second] = REPORT.entries;
    await putDigests(db, [{ ...REPORT, entries: [first!, second!, first!] }], 1);
    expect(await db.entries.count()).toBe(2);
  });
});

test('digests that are stored together are stored as one after the other', async () => {
  const [first, second] = REPORT.entries;
  const known = { ...REPORT, entries: [first!] };
  const digests: DatedDigest[] = [
    known,
    { ...REPORT, date: '2025-04-11', entries: [{ ...second!, topics: ['RAG'] }, first!] },
    // This copy of the first digest lists another paper too, and says more about the paper that both list.
    { ...REPORT, path: 'copy.md', entries: [{ ...first!, version: 2, tags: ['query'] }, second!] },
    { ...REPORT, date: '2025-04-12', entries: [] },
    { ...REPORT, date: '2025-04-11', path: 'copy.md', entries: [{ ...second!, abstract: 'One.' }] },
  ];
  const all = async () => Promise.all(db.tables.map((table) => table.toArray()));
  await putDigests(db, [known], 1);
  const added = [];
  for (const digest of digests) added.push(...(await putDigests(db, [digest], 2)).byDigest);
  const expected = await all();
  await db.delete();
  await db.open();
  await putDigests(db, [known], 1);
  expect((await putDigests(db, digests, 2)).byDigest).toEqual(added);
  expect(await all()).toEqual(expected);
});

test('papers are found with the last digest that listed them', async () => {
  await putDigests(db, [REPORT], 1);
  await putDigests(
    db,
    [{ ...REPORT, date: '2025-04-12', subject: 'IR', entries: REPORT.entries.slice(0, 1) }],
    1,
  );
  const found = await foundPapers(db, ['2504.05314', '2504.99999', '2504.05309']);
  expect(found.map(({ paper, listing }) => [paper.id, listing.date, listing.subject])).toEqual([
    ['2504.05314', '2025-04-10', undefined],
    ['2504.05309', '2025-04-12', 'IR'],
  ]);
});

test('a paper in two digests of a day is one row with both subjects', async () => {
  const entries = REPORT.entries.slice(0, 1);
  await putDigests(db, [{ date: '2025-04-12', subject: 'IR', path: 'a', entries }], 1);
  await putDigests(db, [{ date: '2025-04-12', subject: 'NLP', path: 'b', entries: REPORT.entries }], 1);
  const { digest } = await readDayDigest(db, '2025-04-12');
  expect(digest.entries.map(({ paper, subjects }) => [paper.id, subjects])).toEqual([
    ['2504.05309', ['IR', 'NLP']],
    ['2504.05314', ['NLP']],
  ]);
});

async function failing(): Promise<void> {
  throw new Error('the disk is full');
}

async function everything() {
  return Promise.all([db.papers.toArray(), db.digests.toArray(), db.entries.toArray()]);
}

describe('undoing an import', () => {
  test('leaves nothing of the only import', async () => {
    await putDigests(db, [REPORT], 1);
    await undoImport(db, 1);
    expect(await everything()).toEqual([[], [], []]);
  });

  test('leaves what other imports hold', async () => {
    await putDigests(db, [{ ...REPORT, date: '2025-04-09', entries: REPORT.entries.slice(0, 1) }], 1);
    const before = await everything();
    await putDigests(db, [REPORT], 2);
    const removed: string[] = [];
    await undoImport(db, 2, async (taken) => void removed.push(...taken.removed));
    expect(await everything()).toEqual(before);
    expect(removed).toEqual(['2504.05314']);
  });

  test('takes back an entry that it added to a digest of an earlier import', async () => {
    await putDigests(db, [{ ...REPORT, entries: REPORT.entries.slice(0, 1) }], 1);
    const before = await everything();
    await putDigests(db, [REPORT], 2);
    await undoImport(db, 2);
    expect(await everything()).toEqual(before);
  });

  test('in either order leaves nothing', async () => {
    await putDigests(db, [{ ...REPORT, entries: REPORT.entries.slice(0, 1) }], 1);
    await putDigests(db, [REPORT], 2);
    await undoImport(db, 1);
    expect(await db.entries.count()).toBe(1);
    await undoImport(db, 2);
    expect(await everything()).toEqual([[], [], []]);
  });
});

describe('undoing an import of a paper that others list too', () => {
  const paper = { id: '2504.05309', title: 'IterQR', authors: ['Shangyu Chen'] };
  const richer = {
    ...paper,
    title: 'IterQR: Query Rewrite',
    abstract: 'Query rewrite.',
    version: 2,
    tags: ['query'],
  };
  const listed = (date: string, entry: DigestEntry): DatedDigest => ({
    date,
    path: 'x.md',
    entries: [entry],
  });

  test('takes back the facts that the paper gained', async () => {
    await putDigests(db, [listed('2025-04-10', paper)], 1);
    const before = await everything();
    await putDigests(db, [listed('2025-04-11', richer)], 2);
    await undoImport(db, 2);
    expect(await everything()).toEqual(before);
  });

  test('takes back the facts that it gained through a digest that was known', async () => {
    await putDigests(db, [listed('2025-04-10', paper)], 1);
    const before = await everything();
    const { changed } = await putDigests(db, [listed('2025-04-10', richer)], 2);
    expect(changed).toHaveLength(1);
    await undoImport(db, 2);
    expect(await everything()).toEqual(before);
    expect(await db.supplements.count()).toBe(0);
  });

  test('leaves it as the others tell it', async () => {
    await putDigests(db, [listed('2025-04-11', richer)], 2);
    const alone = await everything();
    await db.delete();
    await db.open();
    await putDigests(db, [listed('2025-04-10', paper)], 1);
    await putDigests(db, [listed('2025-04-11', richer)], 2);
    expect((await db.papers.get(paper.id))?.title).toBe('IterQR');
    const changed: Paper[] = [];
    await undoImport(db, 1, async (taken) => void changed.push(...taken.changed));
    expect(await everything()).toEqual(alone);
    expect(changed.map(({ title }) => title)).toEqual(['IterQR: Query Rewrite']);
  });

  test('keeps a fact that two of them gave', async () => {
    await putDigests(db, [listed('2025-04-10', paper)], 1);
    await putDigests(db, [listed('2025-04-11', richer)], 2);
    await putDigests(db, [listed('2025-04-12', { ...paper, abstract: 'Query rewrite.' })], 3);
    await undoImport(db, 2);
    expect(await db.papers.get(paper.id)).toEqual({ ...paper, abstract: 'Query rewrite.' });
  });
});

describe('the outline of a digest', () => {
  const listed = async () => (await outlinedDigests(db)).map(({ source, ids }) => [source, ...ids]);
  const more: DigestEntry = { id: '2504.05522', title: 'User Feedback', topics: ['RecSys'] };

  test('says what it lists, also after more of it was imported and undone', async () => {
    await putDigests(db, [REPORT], 1);
    expect(await listed()).toEqual([['arXiv Daily Report', '2504.05309', '2504.05314']]);
    await putDigests(db, [{ ...REPORT, entries: [...REPORT.entries, more] }], 2);
    expect(await listed()).toEqual([['arXiv Daily Report', '2504.05309', '2504.05314', '2504.05522']]);
    expect((await outlinedDigests(db))[0]?.headings).toEqual([{ kind: 'topic', name: 'RecSys', at: [2] }]);
    await undoImport(db, 2);
    expect(await listed()).toEqual([['arXiv Daily Report', '2504.05309', '2504.05314']]);
    await undoImport(db, 1);
    expect(await db.outlines.toArray()).toEqual([]);
  });
});
