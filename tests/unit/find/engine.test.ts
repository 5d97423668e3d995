import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/digest/read-file';
import { createEngine, type Engine } from '../../../lib/find/engine';
import { putDigests } from '../../../lib/store/changes/put-digests';
import { LensDatabase } from '../../../lib/store/database';
import { undoImport } from '../../support/undo-import';

const PUBLIC = new URL('../../../assets/public/', import.meta.url);
const [SAMPLE] = readFile({
  path: 'sample.md',
  bytes: readFileSync(new URL('sample-10-Apr-2025.md', PUBLIC)),
}).digests;
const UNIFIED = '2504.05730';
const GENERATIVE = '2504.05314';

let db: LensDatabase;
let engine: Engine;
let databases = 0;

/** An engine that remembers nothing, like the engine of a worker that has just started. */
function freshEngine(): Engine {
  return createEngine(db, async () => readFileSync(new URL('term-vectors.bin', PUBLIC)));
}

async function put(date: string, importId: number, entries = SAMPLE?.entries ?? []): Promise<void> {
  const { add } = await engine.follower();
  await putDigests(db, [{ date, subject: 'IR', path: 'sample.md', entries }], importId, add);
}

const foundBy = async (text: string) => (await engine.search(text)).hits.map(({ id }) => id);

const relatedTo = async (id: string) => {
  const paper = await db.papers.get(id);
  if (!paper) throw new Error(`No paper ${id} is stored.`);
  return (await engine.related(paper, 10)).map((related) => related.id);
};

beforeEach(() => {
  db = new LensDatabase(`engine-test-${(databases += 1)}`);
  engine = freshEngine();
});

describe('what was imported', () => {
  test('is related, by a worker that has just started', async () => {
    await put('2025-04-10', 1);
    engine = freshEngine();
    expect((await relatedTo(GENERATIVE))[0]).toBe(UNIFIED);
    expect(await relatedTo(GENERATIVE)).not.toContain(GENERATIVE);
  });

  test.each([
    ['query rewrite', '2504.05309'],
    ['title:stealthrank', '2504.05804'],
    ['author:"Wei Lin"', '2504.05309'],
    ['https://arxiv.org/abs/2504.05309v2', '2504.05309'],
    ['recomendation generative unified', UNIFIED],
    ['stealt', '2504.05804'],
  ])('%s finds %s', async (text, id) => {
    await put('2025-04-10', 1);
    expect((await foundBy(text))[0]).toBe(id);
  });

  test('is narrowed by day, subject and state', async () => {
    await put('2025-04-10', 1);
    expect(await foundBy('day:2025-04')).toHaveLength(9);
    expect(await foundBy('day:2025-05')).toEqual([]);
    expect(await foundBy('recommendation subject:ir day:2025-04-10')).toContain(UNIFIED);
    expect(await foundBy('recommendation subject:nlp')).toEqual([]);
    expect(await foundBy('recommendation is:starred')).toEqual([]);
    expect(await foundBy('recommendation is:unread')).toContain(UNIFIED);
  });

  test('is found by what a later digest adds', async () => {
    await put('2025-04-10', 1);
    expect(await foundBy('zebrafish')).toEqual([]);
    await put('2025-04-11', 1, [{ id: UNIFIED, tags: ['zebrafish'] }]);
    expect(await foundBy('zebrafish')).toEqual([UNIFIED]);
  });
});

test('what was undone is related to nothing and found by nothing', async () => {
  await put('2025-04-09', 1, SAMPLE?.entries.slice(0, 1));
  await put('2025-04-10', 2);
  const generative = await db.papers.get(GENERATIVE);
  const { remove } = await engine.follower();
  await undoImport(db, 2, ({ removed }) => remove(removed));
  expect(await foundBy('recommendation')).toEqual([]);
  expect(await foundBy('query rewrite')).toEqual(['2504.05309']);
  expect((await engine.related(generative!, 10)).map(({ id }) => id)).not.toContain(UNIFIED);
});

describe('an index that is', () => {
  const spoilings: [string, () => Promise<void>][] = [
    ['missing', async () => void (await db.indexState.clear())],
    ['damaged', async () => void (await db.indexUnits.clear())],
    [
      'cut short in a rebuild',
      async () => void (await db.indexState.toCollection().modify({ rebuilding: {} })),
    ],
  ];
  test.each(spoilings)('%s is rebuilt from the papers and answers the same', async (_case, spoil) => {
    await put('2025-04-10', 1);
    const before = [await relatedTo(GENERATIVE), await foundBy('search engine')];
    await spoil();
    engine = freshEngine();
    await engine.rebuildIfDamaged();
    expect([await relatedTo(GENERATIVE), await foundBy('search engine')]).toEqual(before);
  });

  test('damaged mends itself when it is asked', async () => {
    await put('2025-04-10', 1);
    await db.indexUnits.clear();
    engine = freshEngine();
    expect(await foundBy('search engine')).toEqual([]);
    await engine.rebuildIfDamaged();
    expect(await foundBy('search engine')).not.toEqual([]);
  });
});
