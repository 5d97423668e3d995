import type { ArxivId } from '../paper';

/**
 * Papers that were indexed together, numbered from 0. A unit never changes: it is written once, merged with others
 * into a new one, and dropped. A small unit (a part) carries its postings itself; those of a large one (a segment)
 * are spread over bucket records.
 */
export interface UnitRecord {
  seq: number;
  papers: number;
  /** Ids of the new scheme as numbers; 0 where the id is among the odd ones. */
  ids: Uint32Array;
  oddIds: [number: number, id: ArxivId][];
  lengths: Uint16Array;
  meaningSum?: Float32Array;
  /** A part's blocks one after the other, and where each bucket's block begins; one more than buckets. */
  blocks?: Uint8Array;
  starts?: Uint32Array;
}

/** One bucket's terms of one segment. */
export interface BucketRecord {
  bucket: number;
  seq: number;
  block: Uint8Array;
}

/** The words of one length in one segment, for finding what was meant by a word that no paper says. */
export interface WordsRecord {
  length: number;
  seq: number;
  block: Uint8Array;
}

/** Papers that were taken out (or replaced) at a moment; units that were clean before it skip them. */
export interface RemovalRecord {
  at: number;
  ids: ArxivId[];
}

export interface LiveUnit {
  seq: number;
  kind: 'part' | 'segment';
  /** The moment up to which removals have been applied. */
  clean: number;
  papers: number;
  totalLength: number;
}

/** Which units make up the index. Whatever is not named here is no part of it. */
export interface IndexState {
  /** Of the layout; an index of another version is rebuilt. */
  version: number;
  /** Counts moments: every change takes the next one. */
  moment: number;
  units: LiveUnit[];
  /** Moments at which papers were taken out that some unit still holds. */
  removals: number[];
  /** Segments that were merged away, whose records are swept up at the next chance. */
  dropped: number[];
  /** Present while the index is being rebuilt: it holds the papers with ids up to this one (none at first). */
  rebuilding?: { upTo?: ArxivId };
}

/** What the index needs of a transaction. Nothing but these may be awaited inside one. */
export interface IndexTransaction {
  state(): Promise<IndexState | undefined>;
  putState(state: IndexState): Promise<void>;
  units(seqs: readonly number[]): Promise<(UnitRecord | undefined)[]>;
  putUnit(unit: UnitRecord): Promise<void>;
  deleteUnits(seqs: readonly number[]): Promise<void>;
  /** The records of a range of buckets, both ends included, of all segments. */
  buckets(first: number, last: number): Promise<BucketRecord[]>;
  /** The records of these buckets of these segments, as far as there are any. */
  bucketsOf(segments: readonly number[], buckets: readonly number[]): Promise<BucketRecord[]>;
  putBuckets(records: readonly BucketRecord[]): Promise<void>;
  words(shortest: number, longest: number): Promise<WordsRecord[]>;
  putWords(records: readonly WordsRecord[]): Promise<void>;
  /** Deletes the bucket and word records of segments. */
  deleteSegments(seqs: readonly number[]): Promise<void>;
  removals(moments: readonly number[]): Promise<(RemovalRecord | undefined)[]>;
  putRemoval(removal: RemovalRecord): Promise<void>;
  deleteRemovals(moments: readonly number[]): Promise<void>;
  /** Empties everything. */
  clear(): Promise<void>;
}

/** Where the index is kept: transactions of which all writes come about, or none. */
export interface IndexStorage {
  read<T>(work: (transaction: IndexTransaction) => Promise<T>): Promise<T>;
  write<T>(work: (transaction: IndexTransaction) => Promise<T>): Promise<T>;
}
