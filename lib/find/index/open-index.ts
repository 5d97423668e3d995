import type { ArxivId } from '../../paper';
import type {
  IndexState,
  IndexStorage,
  IndexTransaction,
  LiveUnit,
  UnitRecord,
} from '../../store/index-records';
import { blockMemory, type BlockMemory } from './block-cache';
import { bucketOf, bucketsOfPrefix } from './buckets';
import { INDEX_VERSION } from './index-state';
import { isPlainWord, likeWords } from './like-words';
import { packId, unpackId } from './packed-id';
import { termBlockOf } from './part-blocks';
import { joinPostings, type Stretch } from './postings';
import type { IndexedPaper, IndexStatistics, Postings, SearchIndex } from './search-index';
import { type BlockEntry, findPrefix, findTerm } from './term-block';

/** Fetches the texts of papers, in the order of the ids; the index itself keeps no texts. */
export type PaperSource = (ids: readonly ArxivId[]) => Promise<readonly (IndexedPaper | undefined)[]>;

/** The index cannot be read as it is and has to be rebuilt from the papers. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError';
}

/** Segments of an open index have been deleted by a merge, so the index has to be opened again. */
class StaleIndexError extends Error {
  override name = 'StaleIndexError';
}

/**
 * How often an index is opened for one question at most. Merges follow each other only while an archive is being
 * imported.
 */
const MOST_OPENINGS = 5;

/**
 * Opens the index and asks it. If a merge has deleted a segment of the open index, the index is opened and asked
 * again.
 */
export async function askIndex<T>(
  storage: IndexStorage,
  source: PaperSource,
  memory: IndexMemory,
  ask: (index: SearchIndex) => Promise<T>,
): Promise<T> {
  for (let opening = 1; ; opening += 1) {
    const index = await openIndex(storage, source, memory);
    try {
      return await ask(index);
    } catch (error) {
      if (!(error instanceof StaleIndexError) || opening === MOST_OPENINGS) throw error;
    }
  }
}

/** A unit within an open index: its papers have the numbers from `offset` on. */
interface OpenUnit {
  live: LiveUnit;
  record: UnitRecord;
  offset: number;
  /** Ids of papers that were taken out after the unit was written. */
  removed: ReadonlySet<ArxivId>;
}

interface Found {
  unit: OpenUnit;
  block: Uint8Array;
  entry: BlockEntry;
}

/** What a worker may keep of an index between questions, by the `seq` of the unit. All of it can be read again. */
export interface IndexMemory {
  units: Map<number, UnitRecord>;
  oddIds: Map<number, ReadonlyMap<number, ArxivId>>;
  /** Ids that have already been unpacked, by their place in the unit. */
  ids: Map<number, (ArxivId | undefined)[]>;
  blocks: BlockMemory;
}

export function indexMemory(): IndexMemory {
  return { units: new Map(), oddIds: new Map(), ids: new Map(), blocks: blockMemory() };
}

async function readState(transaction: IndexTransaction): Promise<IndexState | undefined> {
  const state = await transaction.state();
  if (state && state.version !== INDEX_VERSION) {
    throw new DamagedIndexError(`The index has layout ${state.version}, not ${INDEX_VERSION}.`);
  }
  return state;
}

async function readUnits(
  transaction: IndexTransaction,
  state: IndexState,
  memory: IndexMemory,
): Promise<UnitRecord[]> {
  const missing = state.units.flatMap(({ seq }) => (memory.units.has(seq) ? [] : [seq]));
  for (const unit of await transaction.units(missing)) if (unit) memory.units.set(unit.seq, unit);
  return state.units.map(({ seq }) => {
    const unit = memory.units.get(seq);
    if (!unit) throw new DamagedIndexError(`The index names a unit ${seq}, which is not there.`);
    return unit;
  });
}

function forgetOthers(memory: IndexMemory, state: IndexState): void {
  const live = new Set(state.units.map(({ seq }) => seq));
  for (const seq of memory.units.keys()) if (!live.has(seq)) memory.units.delete(seq);
  for (const seq of memory.oddIds.keys()) if (!live.has(seq)) memory.oddIds.delete(seq);
  for (const seq of memory.ids.keys()) if (!live.has(seq)) memory.ids.delete(seq);
  memory.blocks.keepOnly(live);
}

/**
 * Opens the index as it is at this moment. An open index stays readable while parts are added and units are merged:
 * units never change, and the records of merged units are deleted only by the merge after the next.
 */
export async function openIndex(
  storage: IndexStorage,
  source: PaperSource,
  memory: IndexMemory = indexMemory(),
): Promise<SearchIndex> {
  const { state, records, removals } = await storage.read(async (transaction) => {
    const read = await readState(transaction);
    if (!read) return { state: undefined, records: [], removals: [] };
    const [units, taken] = await Promise.all([
      readUnits(transaction, read, memory),
      read.removals.length > 0 ? transaction.removals(read.removals) : [],
    ]);
    return { state: read, records: units, removals: taken };
  });
  const units: OpenUnit[] = [];
  let offset = 0;
  for (const [at, live] of (state?.units ?? []).entries()) {
    const record = records[at];
    if (!record) continue;
    const removed = removals.flatMap((removal) => (removal && removal.at > live.clean ? removal.ids : []));
    units.push({ live, record, offset, removed: new Set(removed) });
    offset += live.papers;
  }
  if (state) forgetOthers(memory, state);
  return new OpenIndex(storage, source, memory, units, offset);
}

class OpenIndex implements SearchIndex {
  readonly #storage: IndexStorage;
  readonly #source: PaperSource;
  readonly #memory: IndexMemory;
  readonly #units: readonly OpenUnit[];
  readonly #papers: number;
  #statistics: IndexStatistics | undefined;

  constructor(
    storage: IndexStorage,
    source: PaperSource,
    memory: IndexMemory,
    units: readonly OpenUnit[],
    papers: number,
  ) {
    this.#storage = storage;
    this.#source = source;
    this.#memory = memory;
    this.#units = units;
    this.#papers = papers;
  }

  async statistics(): Promise<IndexStatistics> {
    if (this.#statistics) return this.#statistics;
    const lengths = new Uint16Array(this.#papers);
    let total = 0;
    let meaningSum: Float32Array | undefined;
    for (const { live, record, offset } of this.#units) {
      lengths.set(record.lengths, offset);
      total += live.totalLength;
      if (!record.meaningSum) continue;
      const sum = (meaningSum ??= new Float32Array(record.meaningSum.length));
      record.meaningSum.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
    }
    const averageLength = total / Math.max(1, this.#papers);
    this.#statistics = { papers: this.#papers, averageLength, lengths, ...(meaningSum && { meaningSum }) };
    return this.#statistics;
  }

  async postings(terms: readonly string[]): Promise<ReadonlyMap<string, Postings>> {
    const byBucket = new Map<number, string[]>();
    for (const term of terms) byBucket.set(bucketOf(term), [...(byBucket.get(bucketOf(term)) ?? []), term]);
    const blocks = await this.#blocks([...byBucket.keys()]);
    const postings = new Map<string, Postings>();
    for (const [bucket, wanted] of byBucket) {
      for (const term of wanted) {
        const found = this.#units.flatMap((unit): Found[] => {
          const block = this.#block(blocks, unit, bucket);
          const entry = block && findTerm(block, term);
          return block && entry ? [{ unit, block, entry }] : [];
        });
        if (found.length > 0) postings.set(term, joinPostings(found.map(stretchOf)));
      }
    }
    return postings;
  }

  async termsWithPrefix(prefix: string): Promise<ReadonlyMap<string, number>> {
    const [first, last] = bucketsOfPrefix(prefix);
    const blocks = await this.#blocks(Array.from({ length: last - first + 1 }, (_, i) => first + i));
    const counts = new Map<string, number>();
    for (const unit of this.#units) {
      for (let bucket = first; bucket <= last; bucket += 1) {
        const block = this.#block(blocks, unit, bucket);
        if (!block) continue;
        for (const [term, { count }] of findPrefix(block, prefix))
          counts.set(term, (counts.get(term) ?? 0) + count);
      }
    }
    return counts;
  }

  async wordsLike(word: string): Promise<ReadonlyMap<string, number>> {
    const lists = await this.#storage.read((transaction) =>
      transaction.words(word.length - 1, word.length + 1),
    );
    const counts = new Map<string, number>();
    const add = (found: readonly [string, number][]) => {
      for (const [like, papers] of found) counts.set(like, (counts.get(like) ?? 0) + papers);
    };
    const live = new Set(this.#units.map(({ live: { seq } }) => seq));
    for (const { seq, block } of lists) if (live.has(seq)) add(likeWords(block, word));
    for (const {
      live: { kind },
      record,
    } of this.#units) {
      if (kind === 'part' && record.blocks)
        add(likeWords(record.blocks, word).filter(([like]) => isPlainWord(like)));
    }
    counts.delete(word);
    return counts;
  }

  async ids(numbers: readonly number[]): Promise<readonly (ArxivId | undefined)[]> {
    const readers = this.#units.map((unit) => ({ ...unit, idAt: this.#idsOf(unit) }));
    return numbers.map((number) => {
      const unit = readers.findLast(({ offset }) => offset <= number);
      const id = unit?.idAt(number - unit.offset);
      return id === undefined || unit?.removed.has(id) ? undefined : id;
    });
  }

  async numbersOf(ids: readonly ArxivId[]): Promise<ReadonlyMap<ArxivId, number>> {
    const wanted = new Map(ids.map((id) => [packId(id) ?? id, id]));
    const numbers = new Map<ArxivId, number>();
    for (const unit of this.#units) {
      const note = (at: number, id: ArxivId | undefined) => {
        if (id !== undefined && !unit.removed.has(id)) numbers.set(id, unit.offset + at);
      };
      unit.record.ids.forEach((packed, at) => note(at, wanted.get(packed)));
      for (const [at, id] of unit.record.oddIds) note(at, wanted.get(id));
    }
    return numbers;
  }

  async papers(numbers: readonly number[]): Promise<readonly (IndexedPaper | undefined)[]> {
    const ids = await this.ids(numbers);
    const known = ids.filter((id) => id !== undefined);
    const papers = await this.#source(known);
    const byId = new Map(known.map((id, at) => [id, papers[at]]));
    return ids.map((id) => (id === undefined ? undefined : byId.get(id)));
  }

  /** A function that gives the ids of one unit, by their place in it. */
  #idsOf({ live, record }: OpenUnit): (at: number) => ArxivId | undefined {
    const known = this.#memory.ids.get(live.seq) ?? Array.from<ArxivId | undefined>({ length: live.papers });
    this.#memory.ids.set(live.seq, known);
    const odd = this.#memory.oddIds.get(live.seq) ?? new Map(record.oddIds);
    this.#memory.oddIds.set(live.seq, odd);
    return (at) => {
      const packed = record.ids[at];
      return packed ? (known[at] ??= unpackId(packed)) : odd.get(at);
    };
  }

  /** Reads buckets of all segments in one transaction; buckets that are in memory are not read again. */
  async #blocks(buckets: readonly number[]): Promise<BlockMemory> {
    const segments = this.#units.filter(({ live }) => live.kind === 'segment').map(({ live }) => live.seq);
    const blocks = this.#memory.blocks;
    const missing = segments.length === 0 ? [] : buckets.filter((bucket) => !blocks.has(segments, bucket));
    if (missing.length === 0) return blocks;
    await this.#storage.read(async (transaction) => {
      const [state, found] = await Promise.all([
        transaction.state(),
        transaction.bucketsOf(segments, missing),
      ]);
      const kept = new Set([...(state?.units.map(({ seq }) => seq) ?? []), ...(state?.dropped ?? [])]);
      if (!segments.every((seq) => kept.has(seq))) throw new StaleIndexError();
      blocks.remember(segments, missing, found);
    });
    return blocks;
  }

  #block(blocks: BlockMemory, { live, record }: OpenUnit, bucket: number): Uint8Array | undefined {
    if (live.kind === 'segment') return blocks.get(live.seq, bucket);
    const block = termBlockOf(record, bucket);
    return block.length > 0 ? block : undefined;
  }
}

function stretchOf({ unit, block, entry }: Found): Stretch {
  return { bytes: block, at: entry.from, count: entry.count, offset: unit.offset };
}
