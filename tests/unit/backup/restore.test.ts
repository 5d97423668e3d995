import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkBackup } from '../../../lib/backup/check';
import { BACKUP_TABLES } from '../../../lib/backup/format';
import { continueRestore } from '../../../lib/backup/restore';
import { makeBackup } from '../../../lib/backup/write';
import { readSettings, writeSettings } from '../../../lib/browser/settings';
import { crc32, hexadecimal } from '../../../lib/crc32';
import { readFile } from '../../../lib/digest/read-file';
import { createEngine } from '../../../lib/find/engine';
import { inWords } from '../../../lib/i18n/sentence';
import { type IndexFollower, NO_FOLLOWER } from '../../../lib/store/changes/follower';
import { putDigests } from '../../../lib/store/changes/put-digests';
import { changeReadingStates } from '../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../lib/store/database';
import { beginRestore, currentRestore, restoredFile, resumeRestore } from '../../../lib/store/jobs/restores';
import { undoImport } from '../../support/undo-import';

const PUBLIC = new URL('../../../assets/public/', import.meta.url);
const [SAMPLE] = readFile({
  path: 'sample.md',
  bytes: readFileSync(new URL('sample-10-Apr-2025.md', PUBLIC)),
}).digests;
const ENTRIES = SAMPLE?.entries ?? [];
const [FIRST, SECOND] = ENTRIES.map(({ id }) => id);
const FACTS = { createdAt: new Date('2025-04-10T08:00:00Z'), extension: '0.1.0' };

/** The tables of the database that are not part of a backup. */
const LEFT_OUT = [
  'clocks',
  'sources',
  'restores',
  'indexState',
  'indexUnits',
  'indexBuckets',
  'indexWords',
  'indexRemovals',
];

let databases = 0;
const openDatabase = () => new LensDatabase(`backup-test-${(databases += 1)}`);
const engineOf = (db: LensDatabase) =>
  createEngine(db, async () => readFileSync(new URL('term-vectors.bin', PUBLIC)));

/**
 * A database with two days, of which the second has no papers, an import for each, an import that still waits, and
 * reading states.
 */
async function filled(): Promise<LensDatabase> {
  const db = openDatabase();
  const engine = engineOf(db);
  const { add } = await engine.follower();
  const past = { filesRead: 1, digestsToStore: 1, digestsStored: 1, newPapers: 9, state: 'done' } as const;
  await db.imports.bulkAdd([
    { ...past, id: 1, startedAt: 30, name: 'a.md' },
    { ...past, id: 2, startedAt: 50, name: 'b.md' },
    { ...past, id: 3, startedAt: 60, name: 'waiting.md', state: 'ready', digestsStored: 0 },
  ]);
  await db.readings.bulkAdd(
    [1, 2, 3].map((importId) => ({
      importId,
      position: 0,
      path: 'a.md',
      modifiedAt: 1,
      digests: [],
      problems: [{ line: 3, code: 'digest_rowNoLink' }],
    })),
  );
  await putDigests(db, [{ date: '2025-04-10', subject: 'IR', path: 'a.md', entries: ENTRIES }], 1, add);
  await putDigests(
    db,
    [{ date: '2025-04-11', subject: 'NLP', path: 'b.md', entries: ENTRIES.slice(0, 4) }],
    2,
    add,
  );
  await putDigests(db, [{ date: '2025-04-12', path: 'c.md', entries: [] }], 2, add);
  await changeReadingStates(db, [FIRST ?? ''], { starred: true, note: 'Read “this” again\n第一' }, 1000);
  await changeReadingStates(db, [SECOND ?? ''], { read: true }, 2000);
  return db;
}

/** The content of every table that a backup holds, record for record. */
async function contentOf(db: LensDatabase): Promise<Record<string, unknown[]>> {
  const kept = db.tables.filter(({ name }) => !LEFT_OUT.includes(name));
  const rows = await Promise.all(kept.map(async (table) => [table.name, await table.toArray()] as const));
  const content = Object.fromEntries(rows);
  return { ...content, imports: (content['imports'] ?? []).filter((row) => row.digestsStored > 0) };
}

/** The content without the import that waits, which is not part of a backup. */
async function withoutWaiting(db: LensDatabase): Promise<Record<string, unknown[]>> {
  const content = await contentOf(db);
  const readings = content['readings'] as { importId: number }[];
  return { ...content, readings: readings.filter(({ importId }) => importId !== 3) };
}

const indexOf = (db: LensDatabase) => async (): Promise<IndexFollower> => {
  const engine = engineOf(db);
  return engine.follower();
};

async function restore(db: LensDatabase, file: Blob) {
  await beginRestore(db, new File([file], 'backup.jsonl.gz'), 1);
  await continueRestore(db, indexOf(db));
  return currentRestore(db);
}

const linesIn = async (file: Blob): Promise<string[]> =>
  gunzipSync(Buffer.from(await file.arrayBuffer()))
    .toString()
    .trimEnd()
    .split('\n');

const fileOf = (lines: readonly string[]) => new Blob([gzipSync(`${lines.join('\n')}\n`)]);

/** Lines with an end line that fits them, as somebody who edits a backup with care would make it. */
function sealed(lines: readonly string[]): Blob {
  const body = lines.slice(0, -1);
  const end = JSON.parse(lines.at(-1) ?? '') as { end: { crc32: string } };
  end.end.crc32 = hexadecimal(crc32(Buffer.from(`${body.join('\n')}\n`)));
  return fileOf([...body, JSON.stringify(end)]);
}

beforeEach(() => fakeBrowser.reset());

test('every table is in a backup, or left out for a reason', () => {
  // Outlines are made anew from the entries; stamps stand with the reading states.
  const named = [
    ...BACKUP_TABLES.filter((table) => table !== 'settings'),
    'outlines',
    'readingStamps',
    ...LEFT_OUT,
  ];
  expect(
    openDatabase()
      .tables.map(({ name }) => name)
      .toSorted(),
  ).toEqual(named.toSorted());
});

test('a backup that is restored elsewhere gives the same, index and settings included', async () => {
  const db = await filled();
  await writeSettings({ relatedFolded: true });
  const file = await makeBackup(db, FACTS);
  fakeBrowser.reset();
  const other = openDatabase();
  expect(await restore(other, file)).toMatchObject({
    state: 'done',
    newPapers: 9,
    newDigests: 3,
    newStates: 2,
  });
  expect(await contentOf(other)).toEqual(await withoutWaiting(db));
  expect((await readSettings()).relatedFolded).toBe(true);
  const found = (from: LensDatabase) => engineOf(from).search('query rewrite');
  expect((await found(other)).hits).toEqual((await found(db)).hits);
  expect((await found(other)).hits).not.toEqual([]);
});

test('a backup of nothing is one, and restores nothing', async () => {
  const file = await makeBackup(openDatabase(), FACTS);
  const db = await filled();
  const before = await contentOf(db);
  expect(await restore(db, file)).toMatchObject({ state: 'done', newPapers: 0 });
  expect(await contentOf(db)).toEqual(before);
});

test('restoring twice, or where everything is there, changes nothing', async () => {
  const db = await filled();
  const before = await contentOf(db);
  const file = await makeBackup(db, FACTS);
  for (let time = 0; time < 2; time += 1) {
    expect(await restore(db, file)).toMatchObject({
      state: 'done',
      newPapers: 0,
      newDigests: 0,
      newStates: 0,
    });
    expect(await contentOf(db)).toEqual(before);
  }
});

describe('restoring merges', () => {
  test('what only one of the two has, and keeps imports of like number apart', async () => {
    const file = await makeBackup(await filled(), FACTS);
    const db = openDatabase();
    const own = { filesRead: 1, digestsToStore: 1, digestsStored: 1, newPapers: 1, state: 'done' } as const;
    await db.imports.add({ ...own, id: 3, startedAt: 77, name: 'own.md' });
    const [{ id }, title] = [{ id: FIRST ?? '' }, 'Its title'];
    await putDigests(db, [{ date: '2025-04-09', path: 'own.md', entries: [{ id, title, version: 2 }] }], 3);
    await restore(db, file);
    expect(await db.papers.get(id)).toMatchObject({ title, version: 2, authors: ENTRIES[0]?.authors });
    expect((await db.digests.toArray()).map(({ date, importId }) => [date, importId])).toEqual([
      ['2025-04-09', 3],
      ['2025-04-10', 4],
      ['2025-04-11', 5],
      ['2025-04-12', 5],
    ]);
    expect((await db.imports.toArray()).map(({ name }) => name)).toEqual(['own.md', 'a.md', 'b.md']);
  });

  test('so that each import can still be undone alone', async () => {
    const source = await filled();
    const file = await makeBackup(source, FACTS);
    const db = openDatabase();
    const own = { filesRead: 1, digestsToStore: 1, digestsStored: 1, newPapers: 1, state: 'done' } as const;
    await db.imports.add({ ...own, id: 3, startedAt: 77, name: 'own.md' });
    const entry = { id: FIRST ?? '', title: 'Its title', version: 2 };
    await putDigests(db, [{ date: '2025-04-09', path: 'own.md', entries: [entry] }], 3);
    await restore(db, file);
    await undoImport(db, 3);
    expect(await db.papers.toArray()).toEqual(await source.papers.toArray());
    expect(await db.entries.count()).toBe(await source.entries.count());
  });

  test.each<[string, number, object]>([
    ['an earlier change here gives way', 500, { starred: true, changedAt: 1000 }],
    ['a later change here stays', 5000, { hidden: true, changedAt: 5000 }],
  ])('reading states: %s', async (_case, changedAt, expected) => {
    const file = await makeBackup(await filled(), FACTS);
    const db = openDatabase();
    await changeReadingStates(db, [FIRST ?? ''], { hidden: true }, changedAt);
    await restore(db, file);
    expect(await db.readingStates.get(FIRST ?? '')).toMatchObject(expected);
  });

  test('settings that were changed here stay', async () => {
    const db = await filled();
    await writeSettings({ relatedFolded: true });
    const file = await makeBackup(db, FACTS);
    await writeSettings({ relatedFolded: false });
    await restore(db, file);
    expect((await readSettings()).relatedFolded).toBe(false);
  });
});

describe('a damaged file is refused with nothing changed', () => {
  const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
  const lineOf = (lines: readonly string[], table: string) =>
    lines.findIndex((line) => line.startsWith(`{"${table}":`));
  const edit = (table: string, change: (line: string) => string) => async (file: Blob) => {
    const lines = await linesIn(file);
    const at = lineOf(lines, table);
    lines[at] = change(lines[at] ?? '');
    return sealed(lines);
  };

  test.each<[string, (file: Blob) => Promise<Blob>, RegExp]>([
    ['cut short', async (file) => file.slice(0, file.size - 40), /damaged or cut short/],
    ['cut short by its last bytes', async (file) => file.slice(0, file.size - 4), /damaged or cut short/],
    [
      'with one bit turned',
      async (file) => {
        const bytes = await bytesOf(file);
        bytes[200] = (bytes[200] ?? 0) ^ 4;
        return new Blob([bytes]);
      },
      /damaged/,
    ],
    ['with something behind it', async (file) => new Blob([file, 'more']), /damaged/],
    ['without its last line', async (file) => fileOf((await linesIn(file)).slice(0, -1)), /cut short/],
    [
      'without one record',
      async (file) => sealed((await linesIn(file)).filter((_, at) => at !== 7)),
      /damaged/,
    ],
    [
      'with another text',
      async (file) => fileOf((await linesIn(file)).map((line) => line.replace('Read', 'Reap'))),
      /damaged/,
    ],
    ['with a line that is no JSON', edit('papers', () => '{"papers":{"id":'), /line 6 /],
    ['with a paper that has no id', edit('papers', (line) => line.replace('"id"', '"di"')), /line 6 /],
    [
      'with a script for a link',
      edit('entries', (line) => line.replace('"digest"', '"codeUrl":"javascript:x","digest"')),
      /line 1\d /,
    ],
    [
      'with a table that is unknown',
      edit('papers', (line) => line.replace('"papers"', '"article"')),
      /line 6 /,
    ],
    [
      'with an entry of another digest',
      edit('entries', (line) => line.replace('2025-04-10|', '2025-04-11|')),
      /line 1\d /,
    ],
    [
      'of a newer version',
      edit('backup', (line) => line.replace('"version":2', '"version":3')),
      /newer version/,
    ],
    ['that is not compressed', async (file) => new Blob([gunzipSync(await bytesOf(file))]), /not a backup/],
    ['that is empty', async () => new Blob([]), /not a backup/],
    ['that is another gzip file', async () => new Blob([gzipSync('# Notes\n\nBuy milk.\n')]), /not a backup/],
    ['that is one endless line', async () => new Blob([gzipSync('x'.repeat(17_000_000))]), /not a backup/],
  ])('%s', async (_case, damage, sentence) => {
    const file = await makeBackup(await filled(), FACTS);
    const db = openDatabase();
    await changeReadingStates(db, ['2504.99999'], { read: true }, 1);
    const before = await contentOf(db);
    const refused = await restore(db, await damage(file));
    expect(refused?.state).toBe('refused');
    expect((refused?.hindrance ?? []).map(inWords).join(' ')).toMatch(sentence);
    expect(await restoredFile(db)).toBeUndefined();
    expect(await contentOf(db)).toEqual(before);
  });
});

test('a checksum is that of gzip', () => {
  expect(hexadecimal(crc32(Buffer.from('123456789')))).toBe('cbf43926');
  expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345')))).toBe(crc32(Buffer.from('123456789')));
});

describe('a restore that is cut short', () => {
  const DAYS = 24;
  const PAPERS_A_DAY = 130;

  async function manyDays(): Promise<LensDatabase> {
    const db = openDatabase();
    const past = {
      filesRead: 1,
      digestsToStore: 1,
      digestsStored: DAYS,
      newPapers: 1,
      state: 'done',
    } as const;
    await db.imports.add({ ...past, id: 1, startedAt: 1, name: 'a.zip' });
    for (let day = 1; day <= DAYS; day += 1) {
      const entries = Array.from({ length: PAPERS_A_DAY }, (_, i) => {
        const id = `2502.${String(day * PAPERS_A_DAY + i).padStart(5, '0')}`;
        return { id, title: `Paper ${id}`, authors: ['Ada Example'] };
      });
      await putDigests(db, [{ date: `2025-02-${String(day).padStart(2, '0')}`, path: 'a.md', entries }], 1);
    }
    return db;
  }

  test(
    'leaves whole digests, and is gone on with to the same as if it had not been',
    { timeout: 30_000 },
    async () => {
      const source = await manyDays();
      const file = await makeBackup(source, FACTS);
      const db = openDatabase();
      await beginRestore(db, new File([file], 'backup.jsonl.gz'), 1);
      let cuts = 0;
      for (;;) {
        const follower = await indexOf(db)();
        let batches = 0;
        // This stands for a worker that ends in the second transaction of each run.
        const mortal: IndexFollower = {
          ...follower,
          add: async (added) => {
            batches += 1;
            if (batches > 1) throw new Error('The worker ends.');
            await follower.add(added);
          },
        };
        await continueRestore(db, async () => mortal).catch(() => {});
        const digests = await db.digests.toArray();
        for (const { key } of digests) {
          expect(await db.entries.where('[digest+id]').between([key], [key, []]).count()).toBe(PAPERS_A_DAY);
        }
        if ((await currentRestore(db))?.state === 'done') break;
        cuts += 1;
        await resumeRestore(db);
      }
      expect(cuts).toBeGreaterThan(2);
      expect(await contentOf(db)).toEqual(await contentOf(source));
      expect(await currentRestore(db)).toMatchObject({ newPapers: DAYS * PAPERS_A_DAY, newDigests: DAYS });
      const { hits } = await engineOf(db).search('author:Example');
      expect(hits).toHaveLength(50);
    },
  );

  // Chromium's error, Firefox's, and what Dexie makes of one that it does not know.
  test.each([
    new DOMException('No room.', 'QuotaExceededError'),
    new Error('NS_ERROR_FILE_NO_DEVICE_SPACE: No room.'),
    new Error('AbortError: No room. The disk is full.'),
  ])('by a full disk, %s, says so, and goes on when it is told to', async (noRoom) => {
    const file = await makeBackup(await filled(), FACTS);
    const db = openDatabase();
    await beginRestore(db, new File([file], 'backup.jsonl.gz'), 1);
    const full: IndexFollower = {
      ...NO_FOLLOWER,
      add: async () => Promise.reject(noRoom),
    };
    await expect(continueRestore(db, async () => full)).rejects.toThrow('No room.');
    expect(await currentRestore(db)).toMatchObject({
      state: 'stopped',
      hindrance: [{ code: 'backup_diskFull' }, { code: 'backup_soFarWhole' }, { code: 'backup_freeSpace' }],
    });
    await resumeRestore(db);
    await continueRestore(db, indexOf(db));
    expect(await currentRestore(db)).toMatchObject({ state: 'done', newPapers: 9 });
  });
});

test('a restore that version 2 had begun goes on', async () => {
  const file = await makeBackup(await filled(), FACTS);
  const db = openDatabase();
  await beginRestore(db, new File([file], 'backup.jsonl.gz'), 1);
  await db.sources.clear();
  await db.restores.toCollection().modify({ content: file });
  await continueRestore(db, indexOf(db));
  expect(await currentRestore(db)).toMatchObject({ state: 'done', newPapers: 9 });
  expect(await restoredFile(db)).toBeUndefined();
});

test('a file is checked without being stored', async () => {
  const file = await makeBackup(await filled(), FACTS);
  expect(await checkBackup(file)).toBe((await linesIn(file)).length - 2);
});
