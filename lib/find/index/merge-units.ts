import type { ArxivId } from '../../paper';
import type { MergeExtent } from '../../store/changes/follower';
import type {
  BucketRecord,
  IndexState,
  IndexStorage,
  IndexTransaction,
  LiveUnit,
  UnitRecord,
  WordsRecord,
} from '../../store/index-records';
import { liveUnit } from './add-papers';
import { BUCKETS } from './buckets';
import { INDEX_VERSION, nextMoment } from './index-state';
import { isPlainWord } from './like-words';
import { packIds, unpackIds } from './make-part';
import { type BlockToMerge, mergeBlocks, type Renumbering, type TakeTerm } from './merge-blocks';
import { PartBlocksWriter, termBlockOf } from './part-blocks';
import { decodeTerm, TermBlockWriter } from './term-block';

/** Every part is one record that each question reads whole, so parts are merged when there are more than this. */
const MOST_PARTS = 16;

/** The limit while more papers are to come, since what is merged then would soon be merged again. */
const MOST_PARTS_AT_WORK = 64;

/** The latest units, as many as this, are part of every merge. */
const FEWEST_MERGED = 8;

/**
 * An earlier unit joins a merge while it is not larger than this many times what is merged already. So there are few
 * units of each size, and a paper is rewritten as often as the archive doubles.
 */
const LIKE_SIZE = 1.5;

/**
 * Merged units stay a part, which is one record, up to this many papers: about 1 MB, which is read in the time of a
 * few bucket records. A segment takes 1,024 records, however few papers it has.
 */
const LARGEST_PART = 4000;

/** Above this share of removed papers all units are merged, because every question pays for removed papers. */
const MOST_REMOVED = 0.2;

/** How many buckets are written in one transaction: few enough that a question in between waits about 10 ms. */
const BUCKETS_A_WRITE = 64;

/**
 * The units to be merged; none if the index is in good order. They always follow each other, so that papers stay in
 * the order in which they came, however often they are merged.
 */
function unitsToMerge(state: IndexState, removed: number, mostParts = MOST_PARTS): LiveUnit[] {
  const { units } = state;
  const papers = sizeOf(units);
  if (removed > papers * MOST_REMOVED && papers > 0) return units;
  if (units.filter(({ kind }) => kind === 'part').length <= mostParts) return [];
  let from = units.length - FEWEST_MERGED;
  let size = sizeOf(units.slice(from));
  for (let earlier = units[from - 1]; earlier; earlier = units[from - 1]) {
    if (earlier.papers > size * LIKE_SIZE) break;
    size += earlier.papers;
    from -= 1;
  }
  return units.slice(from);
}

const sizeOf = (units: readonly LiveUnit[]): number => units.reduce((sum, unit) => sum + unit.papers, 0);

interface MergePlan {
  units: LiveUnit[];
  records: UnitRecord[];
  /** The number of the merged unit, taken when the merge begins. */
  seq: number;
  renumberings: Renumbering[];
  ids: ArxivId[];
}

async function plan(transaction: IndexTransaction, extent: MergeExtent): Promise<MergePlan | undefined> {
  const state = await transaction.state();
  if (!state || state.version !== INDEX_VERSION) return undefined;
  const removals = (await transaction.removals(state.removals)).filter((removal) => removal !== undefined);
  const removed = removals.reduce((sum, { ids }) => sum + ids.length, 0);
  const inOrder = state.units.length < 2 && removed === 0;
  const units = extent === 'all' && !inOrder ? state.units : unitsToMerge(state, removed, mostParts(extent));
  if (units.length === 0) return undefined;
  const records = (await transaction.units(units.map(({ seq }) => seq))).filter((unit) => unit !== undefined);
  if (records.length !== units.length) return undefined;
  const ids: ArxivId[] = [];
  const renumberings = units.map((unit, at): Renumbering => {
    const gone = new Set(removals.flatMap((removal) => (removal.at > unit.clean ? removal.ids : [])));
    const unitIds = unpackIds(records[at] ?? { ids: new Uint32Array(), oddIds: [] });
    const first = ids.length;
    const numbers = Int32Array.from(unitIds, (id) => (gone.has(id) ? -1 : ids.push(id) - 1));
    return numbers.includes(-1) ? { first, numbers } : { first };
  });
  const seq = nextMoment(state);
  // Until the new segment is live it counts as dropped, so a merge that is cut short leaves nothing behind.
  state.dropped.push(seq);
  await transaction.putState(state);
  return { units, records, seq, renumberings, ids };
}

/**
 * Merges the terms of all buckets. `write` gives the receiver for the terms of a bucket; `rest` is awaited after each
 * group of buckets.
 */
async function mergeTerms(
  storage: IndexStorage,
  merge: MergePlan,
  write: (bucket: number) => TakeTerm,
  rest: () => Promise<void>,
): Promise<void> {
  for (let first = 0; first < BUCKETS; first += BUCKETS_A_WRITE) {
    const last = Math.min(first + BUCKETS_A_WRITE, BUCKETS) - 1;
    const stored = merge.units.some(({ kind }) => kind === 'segment')
      ? await storage.read((transaction) => transaction.buckets(first, last))
      : [];
    const bySeq = new Map(stored.map((record) => [`${record.seq} ${record.bucket}`, record.block]));
    for (let bucket = first; bucket <= last; bucket += 1) {
      const blocks = merge.units.flatMap(({ seq, kind }, at): BlockToMerge[] => {
        const [part, renumbering] = [merge.records[at], merge.renumberings[at]];
        const block = kind === 'part' ? part && termBlockOf(part, bucket) : bySeq.get(`${seq} ${bucket}`);
        return block && renumbering ? [{ block, renumbering }] : [];
      });
      mergeBlocks(blocks, write(bucket));
    }
    await rest();
  }
}

/** Merges units into one part. The part is in memory until it is put in place. */
async function mergeToPart(storage: IndexStorage, merge: MergePlan): Promise<UnitRecord> {
  const writer = new PartBlocksWriter();
  await mergeTerms(
    storage,
    merge,
    (bucket) => {
      const terms = writer.bucket(bucket);
      return (...term) => terms.addEncoded(...term);
    },
    async () => {},
  );
  return { ...mergedUnit(merge), ...writer.taken() };
}

/** Merges units into a segment. Its bucket and word records are written while the merge goes on. */
async function mergeToSegment(storage: IndexStorage, merge: MergePlan): Promise<UnitRecord> {
  const { seq } = merge;
  const words = new Map<number, TermBlockWriter>();
  const nothing = new Uint8Array();
  let writers = new Map<number, TermBlockWriter>();
  await mergeTerms(
    storage,
    merge,
    (bucket) => {
      const terms = new TermBlockWriter();
      writers.set(bucket, terms);
      return (bytes, length, count, postings) => {
        terms.addEncoded(bytes, length, count, postings);
        if (!isPlainWord(decodeTerm(bytes, length))) return;
        const list = words.get(length) ?? new TermBlockWriter();
        list.addEncoded(bytes, length, count, nothing);
        words.set(length, list);
      };
    },
    async () => {
      const full = [...writers].filter(([, terms]) => !terms.empty);
      const records = full.map(([bucket, terms]): BucketRecord => ({ bucket, seq, block: terms.taken() }));
      await storage.write((transaction) => transaction.putBuckets(records));
      writers = new Map();
    },
  );
  const lists = [...words].map(([length, list]): WordsRecord => ({ length, seq, block: list.taken() }));
  await storage.write((transaction) => transaction.putWords(lists));
  return mergedUnit(merge);
}

/** The merged unit without its terms. */
function mergedUnit({ records, renumberings, ids, seq }: MergePlan): UnitRecord {
  const lengths = new Uint16Array(ids.length);
  let meaningSum: Float32Array | undefined;
  records.forEach((record, at) => {
    const { first = 0, numbers } = renumberings[at] ?? {};
    if (numbers) {
      numbers.forEach((paper, old) => {
        if (paper >= 0) lengths[paper] = record.lengths[old] ?? 0;
      });
    } else {
      lengths.set(record.lengths, first);
    }
    if (!record.meaningSum || record.papers === 0) return;
    // It is not known which share of the sum belongs to the removed papers, so theirs is taken to be the mean.
    const kept = numbers ? numbers.filter((paper) => paper >= 0).length / record.papers : 1;
    const sum = (meaningSum ??= new Float32Array(record.meaningSum.length));
    record.meaningSum.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + kept * value));
  });
  return { seq, papers: ids.length, ...packIds(ids), lengths, ...(meaningSum && { meaningSum }) };
}

/** Replaces the units of the merge by the merged unit; false if one of them is no longer live. */
async function putInPlace(
  transaction: IndexTransaction,
  merge: MergePlan,
  unit: UnitRecord,
): Promise<boolean> {
  const state = await transaction.state();
  const gone = new Set(merge.units.map(({ seq }) => seq));
  if (!state || state.units.filter(({ seq }) => gone.has(seq)).length !== gone.size) return false;
  if (!state.dropped.includes(merge.seq)) return false;
  const first = state.units.findIndex(({ seq }) => gone.has(seq));
  const kept = state.units.filter(({ seq }) => !gone.has(seq));
  const kind = unit.blocks ? 'part' : 'segment';
  state.units = unit.papers > 0 ? kept.toSpliced(first, 0, liveUnit(unit, kind, merge.seq)) : kept;
  const segments = merge.units.filter((each) => each.kind === 'segment').map(({ seq }) => seq);
  state.dropped = [...state.dropped.filter((seq) => seq !== merge.seq), ...segments];
  const settled = state.removals.filter((at) => state.units.every(({ clean }) => clean > at));
  state.removals = state.removals.filter((at) => !settled.includes(at));
  if (unit.papers > 0) await transaction.putUnit(unit);
  await transaction.deleteUnits([...gone]);
  await transaction.deleteRemovals(settled);
  await transaction.putState(state);
  return true;
}

/** Deletes the records that earlier merges left, whether those merges were finished or cut short. */
async function sweep(storage: IndexStorage): Promise<void> {
  await storage.write(async (transaction) => {
    const state = await transaction.state();
    if (!state || state.dropped.length === 0) return;
    await transaction.deleteSegments(state.dropped);
    await transaction.putState({ ...state, dropped: [] });
  });
}

const mostParts = (extent: MergeExtent): number => (extent === 'little' ? MOST_PARTS_AT_WORK : MOST_PARTS);

/**
 * Merges the units that have to be merged, and says whether it did. Only one call may run at a time; ending the
 * worker at any moment does no harm.
 */
export async function mergeUnits(
  storage: IndexStorage,
  extent: MergeExtent = 'enough',
  largestPart = LARGEST_PART,
): Promise<boolean> {
  const needed = await storage.read(async (transaction) => {
    const state = await transaction.state();
    return (
      state !== undefined &&
      (extent === 'all' ||
        state.dropped.length > 0 ||
        state.removals.length > 0 ||
        unitsToMerge(state, 0, mostParts(extent)).length > 0)
    );
  });
  if (!needed) return false;
  await sweep(storage);
  const merge = await storage.write((transaction) => plan(transaction, extent));
  if (!merge) return false;
  const unit = await (merge.ids.length > largestPart ? mergeToSegment : mergeToPart)(storage, merge);
  return storage.write((transaction) => putInPlace(transaction, merge, unit));
}
