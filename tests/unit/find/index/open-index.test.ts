import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { addToIndex, removeFromIndex } from '../../../../lib/find/index/add-papers';
import { mergeUnits } from '../../../../lib/find/index/merge-units';
import { askIndex, indexMemory, openIndex } from '../../../../lib/find/index/open-index';
import { needsRebuild, type PaperPages, rebuildIndex } from '../../../../lib/find/index/rebuild';
import type { IndexedPaper, PaperIndex } from '../../../../lib/find/index/search-index';
import { relatedPapers } from '../../../../lib/find/related/related';
import type { IndexStorage } from '../../../../lib/store/index-records';
import { INDEX_TABLES, indexStorage, type IndexTables } from '../../../../lib/store/index-tables';
import { memoryIndex } from '../../../oracles/memory-index';
import { memoryStorage } from '../../../oracles/memory-storage';
import { seededRandom } from '../../../training/random';

const WORDS =
  'retrieval ranking dense sparse query document user item graph token agent reward policy corpus entity'.split(
    ' ',
  );

/** Papers of random words; the same seed gives the same papers. */
function madeUp(count: number, seed = 1): IndexedPaper[] {
  const random = seededRandom(seed);
  const words = (number: number) =>
    Array.from({ length: number }, () => {
      const word = WORDS[Math.floor(random() * WORDS.length)] ?? '';
      return random() < 0.1 ? `${word}${Math.floor(random() * 50)}` : word;
    }).join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: i % 17 === 3 ? `hep-th/99${String(i).padStart(5, '0')}` : `2504.${String(i).padStart(5, '0')}`,
    title: `${words(5)} ${i}th`,
    abstract: words(40),
    authors: [`Ann ${words(1)}`],
  }));
}

class TestDatabase extends Dexie implements IndexTables {
  declare indexState: IndexTables['indexState'];
  declare indexUnits: IndexTables['indexUnits'];
  declare indexBuckets: IndexTables['indexBuckets'];
  declare indexWords: IndexTables['indexWords'];
  declare indexRemovals: IndexTables['indexRemovals'];

  constructor(name: string) {
    super(name);
    this.version(1).stores(INDEX_TABLES);
  }
}

const databases: Dexie[] = [];
afterEach(() => Promise.all(databases.splice(0).map((db) => db.delete())));

const STORAGES: [name: string, make: () => IndexStorage][] = [
  ['memory', memoryStorage],
  [
    'IndexedDB',
    () => {
      const db = new TestDatabase(`index-${databases.length}-${Math.random()}`);
      databases.push(db);
      return indexStorage(db);
    },
  ],
];

const sourceOf = (papers: readonly IndexedPaper[]) => async (ids: readonly string[]) => {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return ids.map((id) => byId.get(id));
};

const pagesOf = (papers: readonly IndexedPaper[]): PaperPages => {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return async (after, count) => sorted.filter(({ id }) => after === undefined || id > after).slice(0, count);
};

/** So small that some merges give a segment. */
const LARGEST_PART = 30;

async function grow(storage: IndexStorage, papers: readonly IndexedPaper[], size: number): Promise<void> {
  for (let at = 0; at < papers.length; at += size) {
    await storage.write((transaction) => addToIndex(transaction, papers.slice(at, at + size)));
    await mergeUnits(storage, 'enough', LARGEST_PART);
  }
}

/** The postings by the ids of the papers, since the papers' numbers differ between indexes. */
async function postingsById(index: PaperIndex, terms: readonly string[]) {
  const found: Record<string, string[]> = {};
  for (const [term, { papers, titleCounts, abstractCounts }] of await index.postings(terms)) {
    const read = await index.papers(Array.from(papers));
    found[term] = read
      .flatMap((paper, i) => (paper ? [`${paper.id} ${titleCounts[i]} ${abstractCounts[i]}`] : []))
      .toSorted();
  }
  return found;
}

const answers = async (index: PaperIndex, papers: readonly IndexedPaper[]) =>
  Promise.all(papers.slice(0, 10).map((paper) => relatedPapers(paper, index, 10)));

describe.each(STORAGES)('an index stored in %s', (_name, make) => {
  const papers = madeUp(300);
  const source = sourceOf(papers);

  test.each([1, 7, 100, 300])('grown by %i papers at a time finds what a plain index finds', async (size) => {
    const storage = make();
    await grow(storage, papers.slice(0, size === 1 ? 60 : 300), size);
    const plain = memoryIndex(papers.slice(0, size === 1 ? 60 : 300));
    const stored = await openIndex(storage, source);
    const terms = [...WORDS, 'query7', 'nothing'];
    expect(await postingsById(stored, terms)).toEqual(await postingsById(plain, terms));
    expect((await stored.statistics()).averageLength).toBeCloseTo((await plain.statistics()).averageLength);
  });

  test('while more is to come more parts stand, and they are merged in the end', async () => {
    const storage = make();
    const units = () => storage.read(async (transaction) => (await transaction.state())?.units.length);
    const after = new Map<number, number | undefined>();
    for (const [at, paper] of papers.slice(0, 70).entries()) {
      await storage.write((transaction) => addToIndex(transaction, [paper]));
      await mergeUnits(storage, 'little');
      after.set(at + 1, await units());
    }
    expect([17, 64, 65, 70].map((added) => after.get(added))).toEqual([17, 64, 1, 6]);
    for (const paper of papers.slice(70, 100)) {
      await storage.write((transaction) => addToIndex(transaction, [paper]));
      await mergeUnits(storage, 'little');
    }
    expect(await units()).toBe(36);
    await mergeUnits(storage, 'enough');
    expect(await units()).toBeLessThanOrEqual(16);
  });

  test('rebuilt from the papers it gives the same answers as grown', async () => {
    const [grown, rebuilt] = [make(), make()];
    await grow(grown, papers, 9);
    await rebuildIndex(rebuilt, pagesOf(papers));
    const [left, right] = await Promise.all([openIndex(grown, source), openIndex(rebuilt, source)]);
    expect(await answers(left, papers)).toEqual(await answers(right, papers));
  });

  test.each([0, 1000])(
    'merged to a part or, above %i papers, a segment it says the same',
    async (largest) => {
      const storage = make();
      await grow(storage, papers, 9);
      await storage.write((transaction) => removeFromIndex(transaction, [papers[40]?.id ?? '']));
      await mergeUnits(storage, 'all', largest);
      const state = await storage.read((transaction) => transaction.state());
      expect(state?.units.map(({ kind, papers: size }) => [kind, size])).toEqual([
        [largest === 0 ? 'segment' : 'part', 299],
      ]);
      const merged = await openIndex(storage, source);
      const plain = memoryIndex(papers.toSpliced(40, 1));
      expect(await postingsById(merged, WORDS)).toEqual(await postingsById(plain, WORDS));
      expect(await merged.termsWithPrefix('tok')).toEqual(await plain.termsWithPrefix('tok'));
      expect(await merged.wordsLike('rankin')).toEqual(await plain.wordsLike('rankin'));
    },
  );

  test('a paper that was taken out is found no more, before and after merging', async () => {
    const storage = make();
    await grow(storage, papers.slice(0, 100), 10);
    const gone = papers.slice(20, 50).map(({ id }) => id);
    await storage.write((transaction) => removeFromIndex(transaction, gone));
    const kept = papers.slice(0, 100).filter(({ id }) => !gone.includes(id));
    const expected = await postingsById(memoryIndex(kept), WORDS);
    expect(await postingsById(await openIndex(storage, source), WORDS)).toEqual(expected);
    await mergeUnits(storage, 'all');
    const merged = await openIndex(storage, source);
    expect(await postingsById(merged, WORDS)).toEqual(expected);
    expect((await merged.statistics()).papers).toBe(70);
  });

  test('a replaced paper is found by its new words alone', async () => {
    const storage = make();
    const old = { id: '2504.00001', title: 'Old words', abstract: 'quokka', authors: [] };
    const fresh = { ...old, abstract: 'wombat' };
    await storage.write((transaction) => addToIndex(transaction, [old]));
    await storage.write((transaction) => addToIndex(transaction, [fresh], undefined, [old.id]));
    for (const extent of ['little', 'enough', 'all'] as const) {
      await mergeUnits(storage, extent);
      const index = await openIndex(storage, sourceOf([fresh]));
      const found = await postingsById(index, ['quokka', 'wombat']);
      expect(found['quokka'] ?? []).toEqual([]);
      expect(found['wombat']).toEqual(['2504.00001 0 1']);
    }
  });

  test('a question goes on while merges sweep up what it had opened', async () => {
    const storage = make();
    await grow(storage, papers.slice(0, 40), 2);
    let openings = 0;
    const found = await askIndex(storage, source, indexMemory(), async (index) => {
      openings += 1;
      if (openings === 1) {
        await grow(storage, papers.slice(40, 120), 2);
        await mergeUnits(storage, 'all', LARGEST_PART);
        await mergeUnits(storage, 'all', LARGEST_PART);
      }
      return postingsById(index, WORDS);
    });
    expect(openings).toBe(2);
    expect(found).toEqual(await postingsById(memoryIndex(papers.slice(0, 120)), WORDS));
  });

  test('ids are found by number and numbers by id', async () => {
    const storage = make();
    await grow(storage, papers.slice(0, 50), 20);
    const index = await openIndex(storage, source);
    const ids = papers.slice(0, 50).map(({ id }) => id);
    const numbers = await index.numbersOf([...ids, 'unknown', '2504.99999']);
    expect(numbers.size).toBe(50);
    expect(await index.ids(ids.map((id) => numbers.get(id) ?? -1))).toEqual(ids);
  });

  test('there are never many units', async () => {
    const storage = make();
    await grow(storage, papers, 2);
    const state = await storage.read((transaction) => transaction.state());
    expect(state?.units.length).toBeLessThanOrEqual(16 + 6);
  });
});

test('a part goes with the transaction it was added in', async () => {
  const db = new TestDatabase(`index-rollback-${Math.random()}`);
  databases.push(db);
  const storage = indexStorage(db);
  const papers = madeUp(20);
  await storage.write((transaction) => addToIndex(transaction, papers.slice(0, 10)));
  const failing = storage.write(async (transaction) => {
    await addToIndex(transaction, papers.slice(10));
    throw new Error('The digest could not be stored.');
  });
  await expect(failing).rejects.toThrow('could not be stored');
  const index = await openIndex(storage, sourceOf(papers));
  expect((await index.statistics()).papers).toBe(10);
});

describe('what a crash leaves', () => {
  const papers = madeUp(120);

  /** A storage that throws, like an ended worker, after this many writes. */
  function dying(storage: IndexStorage, writes: number): IndexStorage {
    let left = writes;
    return {
      read: (work) => storage.read(work),
      write: (work) => {
        left -= 1;
        if (left < 0) throw new Error('The worker died.');
        return storage.write(work);
      },
    };
  }

  test.each(Array.from({ length: 20 }, (_, i) => i))(
    'a merge that ends after %i writes does no harm',
    async (writes) => {
      const storage = memoryStorage();
      for (let at = 0; at < 119; at += 7) {
        await storage.write((transaction) => addToIndex(transaction, papers.slice(at, at + 7)));
      }
      const expected = await postingsById(await openIndex(storage, sourceOf(papers)), WORDS);
      await mergeUnits(dying(storage, writes), 'enough', LARGEST_PART).catch(() => undefined);
      expect(await postingsById(await openIndex(storage, sourceOf(papers)), WORDS)).toEqual(expected);
      await mergeUnits(storage, 'enough', LARGEST_PART);
      expect(await postingsById(await openIndex(storage, sourceOf(papers)), WORDS)).toEqual(expected);
      expect(await needsRebuild(storage, 119)).toBe(false);
    },
  );

  test('a rebuild that was cut short begins again', async () => {
    const storage = memoryStorage();
    expect(await needsRebuild(storage, 120)).toBe(true);
    await rebuildIndex(dying(storage, 2), pagesOf(papers)).catch(() => undefined);
    expect(await needsRebuild(storage, 120)).toBe(true);
    await rebuildIndex(storage, pagesOf(papers));
    expect(await needsRebuild(storage, 120)).toBe(false);
  });

  test('a missing unit, another layout and missing papers are noticed', async () => {
    const storage = memoryStorage();
    await rebuildIndex(storage, pagesOf(papers));
    expect(await needsRebuild(storage, 121)).toBe(true);
    const state = await storage.read((transaction) => transaction.state());
    if (!state) throw new Error('The rebuilt index has no state.');
    await storage.write((transaction) => transaction.putState({ ...state, version: 0 }));
    expect(await needsRebuild(storage, 120)).toBe(true);
    await storage.write(async (transaction) => {
      await transaction.putState(state);
      await transaction.deleteUnits(state.units.map(({ seq }) => seq));
    });
    expect(await needsRebuild(storage, 120)).toBe(true);
    await expect(openIndex(storage, sourceOf(papers))).rejects.toThrow(/is not there/);
  });

  test('papers that are imported during a rebuild are in the index once', async () => {
    const storage = memoryStorage();
    const all = madeUp(1100);
    const early = all.filter((_, i) => i % 10 !== 0);
    const known = new Map(early.map((paper) => [paper.id, paper]));
    const late = all.filter((_, i) => i % 10 === 0);
    const importing: IndexStorage = {
      ...storage,
      async write(work) {
        const written = await storage.write(work);
        // The reader imports some papers after each step.
        const batch = late.splice(0, 40);
        batch.forEach((paper) => known.set(paper.id, paper));
        await storage.write((transaction) => addToIndex(transaction, batch));
        return written;
      },
    };
    await rebuildIndex(importing, async (after, count, transaction) =>
      pagesOf([...known.values()])(after, count, transaction),
    );
    const index = await openIndex(storage, sourceOf(all));
    expect(await postingsById(index, WORDS)).toEqual(
      await postingsById(memoryIndex([...known.values()]), WORDS),
    );
  });
});
