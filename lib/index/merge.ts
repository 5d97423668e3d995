import type { ArxivId } from '../paper';
import type {
  BucketRecord,
  IndexState,
  IndexStorage,
  IndexTransaction,
  LiveUnit,
  UnitRecord,
  WordsRecord,
} from '../store/index-records';
import { BUCKETS } from './buckets';
import { ByteWriter } from './bytes';
import { liveUnit } from './grow';
import { type Posting, readPostings } from './postings';
import { INDEX_VERSION, nextMoment } from './state';
import { termsOf, TermBlockWriter } from './term-block';
import { blockOf, packIds, unpackIds, writePostings } from './unit';
import { isPlainWord } from './word-list';

/** Every part is one record that each question reads whole: more than these are merged. */
const MOST_PARTS = 16;

/**
 * A segment joins a merge while it is not larger than this many times what is merged already. So segments of like
 * size are merged, there is one of each size at most, and a paper is rewritten as often as the archive doubles.
 */
const LIKE_SIZE = 1.5;

/** Above this share of removed papers everything is merged, so that they stop costing. */
const MOST_REMOVED = 0.2;

/** Buckets written in one transaction: short enough that a question in between waits some 10 ms. */
const BUCKETS_A_WRITE = 64;

/** The units to merge now: none where the index is in good order. */
export function unitsToMerge(state: IndexState, removed: number): LiveUnit[] {
  const papers = state.units.reduce((sum, unit) => sum + unit.papers, 0);
  if (removed > papers * MOST_REMOVED && papers > 0) return state.units;
  const parts = state.units.filter(({ kind }) => kind === 'part');
  if (parts.length <= MOST_PARTS) return [];
  const chosen = [...parts];
  let size = parts.reduce((sum, part) => sum + part.papers, 0);
  const segments = state.units
    .filter(({ kind }) => kind === 'segment')
    .toSorted((a, b) => a.papers - b.papers);
  for (const segment of segments) {
    if (segment.papers > size * LIKE_SIZE) break;
    chosen.push(segment);
    size += segment.papers;
  }
  return state.units.filter((unit) => chosen.includes(unit));
}

interface MergePlan {
  units: LiveUnit[];
  records: UnitRecord[];
  /** The merged segment's place, taken when the merge begins. */
  seq: number;
  /** Old number → new number, unit by unit; -1 where the paper was taken out. */
  renumbered: Int32Array[];
  ids: ArxivId[];
}

async function plan(transaction: IndexTransaction, everything: boolean): Promise<MergePlan | undefined> {
  const state = await transaction.state();
  if (!state || state.version !== INDEX_VERSION) return undefined;
  const removals = (await transaction.removals(state.removals)).filter((removal) => removal !== undefined);
  const removed = removals.reduce((sum, { ids }) => sum + ids.length, 0);
  const inOrder =
    state.units.length < 2 && state.units.every(({ kind }) => kind === 'segment') && removed === 0;
  const units = everything && !inOrder ? state.units : unitsToMerge(state, removed);
  if (units.length === 0) return undefined;
  const records = (await transaction.units(units.map(({ seq }) => seq))).filter((unit) => unit !== undefined);
  if (records.length !== units.length) return undefined;
  const ids: ArxivId[] = [];
  const renumbered = units.map((unit, at) => {
    const gone = new Set(removals.flatMap((removal) => (removal.at > unit.clean ? removal.ids : [])));
    const unitIds = unpackIds(records[at] ?? { ids: new Uint32Array(), oddIds: [] });
    return Int32Array.from(unitIds, (id) => (gone.has(id) ? -1 : ids.push(id) - 1));
  });
  const seq = nextMoment(state);
  // Until it is live the new segment counts as dropped, so that a merge cut short leaves nothing behind.
  state.dropped.push(seq);
  await transaction.putState(state);
  return { units, records, seq, renumbered, ids };
}

/** One bucket's terms of all merged units, renumbered; `words` gathers those that typing errors are looked up in. */
function mergeBucket(
  blocks: readonly (Uint8Array | undefined)[],
  renumbered: readonly Int32Array[],
  words: Map<string, number>,
): Uint8Array | undefined {
  const byTerm = new Map<string, Posting[]>();
  blocks.forEach((block, at) => {
    if (!block) return;
    for (const [term, { count, from }] of termsOf(block)) {
      const postings = byTerm.get(term) ?? [];
      readPostings(block, from, count, (old, title, abstract) => {
        const paper = renumbered[at]?.[old] ?? -1;
        if (paper >= 0) postings.push({ paper, title, abstract });
      });
      byTerm.set(term, postings);
    }
  });
  const merged = new TermBlockWriter();
  const scratch = new ByteWriter();
  for (const term of [...byTerm.keys()].toSorted((a, b) => (a < b ? -1 : 1))) {
    const postings = byTerm.get(term) ?? [];
    if (postings.length === 0) continue;
    scratch.clear();
    writePostings(scratch, postings);
    merged.add(term, postings.length, scratch.taken());
    if (isPlainWord(term)) words.set(term, postings.length);
  }
  return merged.empty ? undefined : merged.taken();
}

function wordLists(words: ReadonlyMap<string, number>, seq: number): WordsRecord[] {
  const writers = new Map<number, TermBlockWriter>();
  const nothing = new Uint8Array();
  for (const [word, papers] of words) {
    const writer = writers.get(word.length) ?? new TermBlockWriter();
    writer.add(word, papers, nothing);
    writers.set(word.length, writer);
  }
  return [...writers].map(([length, writer]) => ({ length, seq, block: writer.taken() }));
}

function mergedUnit({ records, renumbered, ids, seq }: MergePlan): UnitRecord {
  const lengths = new Uint16Array(ids.length);
  let meaningSum: Float32Array | undefined;
  records.forEach((record, at) => {
    renumbered[at]?.forEach((paper, old) => {
      if (paper >= 0) lengths[paper] = record.lengths[old] ?? 0;
    });
    if (!record.meaningSum || record.papers === 0) return;
    // Which part of the sum the removed papers were is not known: theirs is taken to be the mean.
    const kept = (renumbered[at]?.filter((paper) => paper >= 0).length ?? 0) / record.papers;
    const sum = (meaningSum ??= new Float32Array(record.meaningSum.length));
    record.meaningSum.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + kept * value));
  });
  return { seq, papers: ids.length, ...packIds(ids), lengths, ...(meaningSum && { meaningSum }) };
}

async function writeBuckets(
  storage: IndexStorage,
  merge: MergePlan,
  first: number,
  words: Map<string, number>,
) {
  const last = Math.min(first + BUCKETS_A_WRITE, BUCKETS) - 1;
  const stored = await storage.read((transaction) => transaction.buckets(first, last));
  const bySeq = new Map(stored.map((record) => [`${record.seq} ${record.bucket}`, record.block]));
  const records: BucketRecord[] = [];
  for (let bucket = first; bucket <= last; bucket += 1) {
    const blocks = merge.units.map(({ seq, kind }, at) => {
      const part = merge.records[at];
      return kind === 'part' && part ? blockOf(part, bucket) : bySeq.get(`${seq} ${bucket}`);
    });
    const block = mergeBucket(blocks, merge.renumbered, words);
    if (block) records.push({ bucket, seq: merge.seq, block });
  }
  await storage.write((transaction) => transaction.putBuckets(records));
}

/** Puts the merged segment into the place of the units it was made of; false where they are no longer there. */
async function putInPlace(
  transaction: IndexTransaction,
  merge: MergePlan,
  unit: UnitRecord,
): Promise<boolean> {
  const state = await transaction.state();
  const gone = new Set(merge.units.map(({ seq }) => seq));
  if (!state || state.units.filter(({ seq }) => gone.has(seq)).length !== gone.size) return false;
  if (!state.dropped.includes(merge.seq)) return false;
  // In the place of the first of them: papers stay in the order in which they came, however often they are merged.
  const first = state.units.findIndex(({ seq }) => gone.has(seq));
  const kept = state.units.filter(({ seq }) => !gone.has(seq));
  state.units = unit.papers > 0 ? kept.toSpliced(first, 0, liveUnit(unit, 'segment', merge.seq)) : kept;
  const segments = merge.units.filter(({ kind }) => kind === 'segment').map(({ seq }) => seq);
  state.dropped = [...state.dropped.filter((seq) => seq !== merge.seq), ...segments];
  const settled = state.removals.filter((at) => state.units.every(({ clean }) => clean > at));
  state.removals = state.removals.filter((at) => !settled.includes(at));
  if (unit.papers > 0) await transaction.putUnit(unit);
  await transaction.deleteUnits([...gone]);
  await transaction.deleteRemovals(settled);
  await transaction.putState(state);
  return true;
}

/** Deletes what earlier merges left, whether they were finished or cut short. */
async function sweep(storage: IndexStorage): Promise<void> {
  await storage.write(async (transaction) => {
    const state = await transaction.state();
    if (!state || state.dropped.length === 0) return;
    await transaction.deleteSegments(state.dropped);
    await transaction.putState({ ...state, dropped: [] });
  });
}

/**
 * Brings the index into order: merges what has to be merged, and says whether it did. To be called after each import,
 * one call at a time; being killed at any moment does no harm. With `everything` all units become one, for when
 * there is nothing else to do.
 */
export async function tendIndex(storage: IndexStorage, everything = false): Promise<boolean> {
  const needed = await storage.read(async (transaction) => {
    const state = await transaction.state();
    return (
      state !== undefined &&
      (everything ||
        state.dropped.length > 0 ||
        state.removals.length > 0 ||
        unitsToMerge(state, 0).length > 0)
    );
  });
  if (!needed) return false;
  await sweep(storage);
  const merge = await storage.write((transaction) => plan(transaction, everything));
  if (!merge) return false;
  const words = new Map<string, number>();
  for (let first = 0; first < BUCKETS; first += BUCKETS_A_WRITE)
    await writeBuckets(storage, merge, first, words);
  const lists = wordLists(words, merge.seq);
  await storage.write((transaction) => transaction.putWords(lists));
  const unit = mergedUnit(merge);
  return storage.write((transaction) => putInPlace(transaction, merge, unit));
}
