import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { continueRestore } from '../../../../lib/backup/restore';
import { makeBackup } from '../../../../lib/backup/write';
import { createEngine } from '../../../../lib/find/engine';
import { deleteDigests } from '../../../../lib/import/take-back-import';
import { deleteEverything } from '../../../../lib/store/changes/delete';
import { changeReadingStates } from '../../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../../lib/store/database';
import { approveImport, beginImport, beginUndo } from '../../../../lib/store/jobs/imports';
import { beginRestore } from '../../../../lib/store/jobs/restores';
import { eachDigestPage } from '../../../../lib/store/views/backup-pages';
import { queueHere } from '../../../support/queue-here';

const VECTORS = readFileSync(new URL('../../../../assets/public/term-vectors.bin', import.meta.url));
const FACTS = { createdAt: new Date('2025-04-10T08:00:00Z'), extension: '0.1.0' };

/** Three digests. Each lists a paper of its own and the paper of the day before, with more facts about it. */
const FILES = [1, 2, 3].map((day) => ({
  path: `2025-04-0${day}.jsonl`,
  content: new Blob(
    [day - 1, day].map((n) =>
      JSON.stringify({
        id: `2504.0000${n}`,
        title: `Quokka ${'abcd'[n]}${n} on subject ${n}`,
        authors: ['Ada Example'],
        ...(n < day && { abstract: `Abstract ${n}.`, tags: [`day${day}`] }),
      }).concat('\n'),
    ),
  ),
  modifiedAt: 0,
}));
const SECOND = '2025-04-02||';

let databases = 0;

async function openWorkshop() {
  const db = new LensDatabase(`deletions-test-${(databases += 1)}`);
  const engine = createEngine(db, async () => VECTORS);
  const index = () => engine.follower();
  const queue = queueHere(db, engine);
  const importFiles = async (files: typeof FILES, at: number): Promise<number> => {
    const id = await beginImport(db, files, at);
    await queue.goOn();
    await approveImport(db, id);
    await queue.goOn();
    return id;
  };
  const putBack = async (copy: Blob): Promise<void> => {
    await beginRestore(db, new File([copy], 'copy'), 1);
    await continueRestore(db, index);
  };
  return { db, engine, index, queue, importFiles, putBack };
}

/** Everything that is stored, except the index, the files and the restore. */
async function contentOf(db: LensDatabase): Promise<Record<string, unknown[]>> {
  const kept = db.tables.filter(({ name }) => !/^(?:index|sources|restores|clocks)/.test(name));
  const numbers = await db.imports.toCollection().primaryKeys();
  const placed = (row: Record<string, unknown>): Record<string, unknown> => ({
    ...row,
    ...('importId' in row && { importId: numbers.indexOf(Number(row['importId'])) }),
  });
  const rows = await Promise.all(
    kept.map(async ({ name }) => {
      const all = (await db.table(name).toArray()) as Record<string, unknown>[];
      const isImport = name === 'imports';
      return [name, all.map((row, at) => (isImport ? { ...row, id: at } : placed(row)))] as const;
    }),
  );
  return Object.fromEntries(rows);
}

beforeEach(() => fakeBrowser.reset());

describe('a digest that is deleted', () => {
  test('takes along what it alone gave, and nothing that the reader made', async () => {
    const { db, engine, index, importFiles } = await openWorkshop();
    await importFiles(FILES, 1);
    await changeReadingStates(db, ['2504.00002'], { starred: true }, 5);
    await deleteDigests(db, [SECOND], await index());
    expect(await db.digests.toCollection().primaryKeys()).toEqual(['2025-04-01||', '2025-04-03||']);
    expect(await db.papers.toArray()).toMatchObject([
      { id: '2504.00000', abstract: 'Abstract 0.' },
      { id: '2504.00001' },
      { id: '2504.00002', abstract: 'Abstract 2.' },
      { id: '2504.00003' },
    ]);
    expect(await db.papers.get('2504.00001')).not.toHaveProperty('abstract');
    expect(await db.readingStates.count()).toBe(1);
    expect((await engine.search('tag:day2 quokka')).hits).toEqual([]);
  });

  test('is put back as it was', async () => {
    const { db, engine, index, importFiles, putBack } = await openWorkshop();
    await importFiles(FILES, 1);
    const before = await contentOf(db);
    for (const keys of [[SECOND], ['2025-04-01||', '2025-04-03||']]) {
      const copy = await makeBackup(db, FACTS, (take) => eachDigestPage(db, keys, take));
      await deleteDigests(db, keys, await index());
      expect(await contentOf(db)).not.toEqual(before);
      await putBack(copy);
      expect(await contentOf(db)).toEqual(before);
      expect((await engine.search('quokka')).hits).toHaveLength(4);
    }
  });

  test('comes again with a new import, and goes when that is undone', async () => {
    const { db, index, queue, importFiles } = await openWorkshop();
    await importFiles(FILES, 1);
    await deleteDigests(db, [SECOND], await index());
    const again = await importFiles(FILES.slice(1, 2), 2);
    expect(await db.digests.get(SECOND)).toMatchObject({ importId: again });
    await beginUndo(db, again);
    await queue.goOn();
    expect(await db.digests.get(SECOND)).toBeUndefined();
    expect(await db.digests.count()).toBe(2);
  });
});

describe('everything that is deleted', () => {
  test('is gone, and put back as it was', async () => {
    const { db, engine, importFiles, putBack } = await openWorkshop();
    await importFiles(FILES, 1);
    await changeReadingStates(db, ['2504.00002'], { starred: true, note: 'Again!' }, 5);
    const before = await contentOf(db);
    const copy = await makeBackup(db, FACTS);
    await deleteEverything(db);
    expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
    expect((await engine.search('quokka')).hits).toEqual([]);
    await putBack(copy);
    expect(await contentOf(db)).toEqual(before);
    expect((await engine.search('quokka')).hits).toHaveLength(4);
  });

  test('does not come back by a restore that was under way', async () => {
    const { db, index, importFiles } = await openWorkshop();
    await importFiles(FILES, 1);
    await beginRestore(db, new File([await makeBackup(db, FACTS)], 'copy'), 1);
    await continueRestore(db, async () => {
      await deleteEverything(db);
      return index();
    });
    expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
  });
});
