import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../lib/find/engine';
import { speakLanguage } from '../../../lib/i18n/catalogues';
import { inWords } from '../../../lib/i18n/sentence';
import { LensDatabase } from '../../../lib/store/database';
import { importById, pastImports, readingsOf } from '../../../lib/store/jobs/imports';
import { readDayDigest } from '../../../lib/store/views/day-digest';
import { marksOf } from '../../../lib/store/views/marks';
import { queueHere } from '../../support/queue-here';
import { undoImport } from '../../support/undo-import';

/**
 * The databases of earlier versions were saved in the middle of an import without a fault, so they hold no sentences.
 */
const hasSentences = (file: string): boolean => /version-[34]/.test(file);

const FOLDER = new URL('../../fixtures/databases/', import.meta.url);
const VECTORS = new URL('../../../assets/public/term-vectors.bin', import.meta.url);

/** Dexie multiplies its version numbers by ten in IndexedDB. */
const DEXIE_FACTOR = 10;

/** A database as a version of the extension left it in the middle of its second import. */
interface SavedDatabase {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[] | null;
      autoIncrement: boolean;
      indexes: { name: string; keyPath: string | string[]; multiEntry: boolean; unique: boolean }[];
      rows: unknown[];
      keys?: IDBValidKey[];
    }
  >;
}

const ARRAYS: Record<string, (buffer: ArrayBuffer) => ArrayBufferView> = {
  Uint8Array: (buffer) => new Uint8Array(buffer),
  Uint16Array: (buffer) => new Uint16Array(buffer),
  Uint32Array: (buffer) => new Uint32Array(buffer),
  Float32Array: (buffer) => new Float32Array(buffer),
};

function readSaved(file: string): SavedDatabase {
  return JSON.parse(
    readFileSync(new URL(file, FOLDER), 'utf8'),
    (_key, value: { blob?: string; array?: string; base64?: string } | null) => {
      if (typeof value?.blob === 'string') return new Blob([value.blob]);
      if (typeof value?.base64 !== 'string') return value;
      return ARRAYS[value.array ?? '']?.(Uint8Array.from(Buffer.from(value.base64, 'base64')).buffer);
    },
  ) as SavedDatabase;
}

async function restore(saved: SavedDatabase, name: string): Promise<void> {
  const open = indexedDB.open(name, saved.version);
  open.addEventListener('upgradeneeded', () => {
    for (const [store, { keyPath, autoIncrement, indexes, rows, keys }] of Object.entries(saved.stores)) {
      const table = open.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, multiEntry, unique } of indexes)
        table.createIndex(index, path, { multiEntry, unique });
      rows.forEach((row, i) => table.put(row, keys?.[i]));
    }
  });
  await new Promise((resolve, reject) => {
    open.addEventListener('success', resolve);
    open.addEventListener('error', () => reject(open.error ?? new Error(`${name} does not open.`)));
  });
  open.result.close();
}

test('every version has left a database, this one too', async () => {
  const saved = readdirSync(FOLDER).map((file) => readSaved(file).version / DEXIE_FACTOR);
  const latest = new LensDatabase('latest').verno;
  expect(saved).toEqual(Array.from({ length: latest }, (_, i) => i + 1));
});

describe.each(readdirSync(FOLDER))('a database saved as %s', (file) => {
  async function opened(name: string): Promise<LensDatabase> {
    await restore(readSaved(file), name);
    return new LensDatabase(name);
  }

  test('opens with what it holds', async () => {
    const db = await opened(`${file} opens`);
    expect((await readDayDigest(db, '2025-04-08')).digest.entries).toHaveLength(2);
    expect((await marksOf(db, ['2504.05314']))['2504.05314']?.listings).not.toEqual([]);
    expect((await pastImports(db)).map(({ id }) => id)).toEqual([1]);
  });

  test('goes on with the import it was in the middle of', async () => {
    const db = await opened(`${file} goes on`);
    const engine = createEngine(db, async () => readFileSync(VECTORS));
    const queue = queueHere(db, engine);
    await queue.goOn();
    expect(await importById(db, 2)).toMatchObject({ state: 'done', digestsStored: 2 });
    expect([await db.digests.count(), await db.entries.count()]).toEqual([3, 6]);
    expect((await engine.search('day:2025-04-10')).hits).toHaveLength(2);
  });

  test('says in today’s language what could not be read', async () => {
    const db = await opened(`${file} says`);
    const problems = (await readingsOf(db, 2)).flatMap((reading) => reading.problems);
    const stopped = (await importById(db, 2))?.hindrance ?? [];
    speakLanguage('zh-Hans');
    const said = problems.map(inWords);
    speakLanguage('en');
    const english = problems.map(inWords);
    expect(problems.map(({ line }) => line)).toEqual(hasSentences(file) ? [7, undefined, undefined] : []);
    if (!hasSentences(file)) return;
    expect(said.slice(0, 2)).toEqual(['此行没有指向 arXiv 论文的链接。', '这不是文本。']);
    expect(english.slice(0, 2)).toEqual(['This row has no link to an arXiv paper.', 'This is not text.']);
    expect(english[2]).toContain('65 MB');
    expect(stopped.map(inWords).join(' ')).toContain('10.md');
  });

  test('forgets an import that is undone', async () => {
    const db = await opened(`${file} forgets`);
    const ofSecond = await db.entries.where('importId').equals(2).toArray();
    await undoImport(db, 1);
    expect(await db.digests.toCollection().primaryKeys()).toEqual([ofSecond[0]?.digest]);
    expect((await db.papers.toCollection().primaryKeys()).toSorted()).toEqual(
      ofSecond.map(({ id }) => id).toSorted(),
    );
    const title = (await db.papers.toArray()).every(
      (paper) => paper.title !== '' && paper.authors.length > 0,
    );
    expect(title).toBe(true);
  });
});
