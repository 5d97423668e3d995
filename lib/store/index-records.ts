import type { ArxivId } from '../paper';

/**
 * A unit holds papers that were indexed together and numbers them from 0. A unit never changes: it is written once,
 * merged with other units into a new one, and dropped. A small unit (a part) carries its own postings; the postings
 * of a large unit (a segment) are spread over bucket records.
 */
export interface UnitRecord {
  seq: number;
  papers: number;
  /** Ids of the new scheme as numbers; 0 stands for an id that is in `oddIds`. */
  ids: Uint32Array;
  oddIds: [number: number, id: ArxivId][];
  lengths: Uint16Array;
  meaningSum?: Float32Array;
  /**
   * The blocks of a part, one after the other. `starts` says where each bucket's block begins, and has one element
   * more than there are buckets.
   */
  blocks?: Uint8Array;
  starts?: Uint32Array;
}

/** The terms that fall into one bucket of one segment. */
export interface BucketRecord {
  bucket: number;
  seq: number;
  block: Uint8Array;
}

/**
 * The words of one length in one segment. They serve to guess which word was meant when no paper contains the word
 * that was typed.
 */
export interface WordsRecord {
  length: number;
  seq: number;
  block: Uint8Array;
}

/**
 * Papers that were taken out or replaced at a moment. A unit that was cleaned at that moment or later skips the
 * record.
 */
export interface RemovalRecord {
  at: number;
  ids: ArxivId[];
}

export interface LiveUnit {
  seq: number;
  kind: 'part' | 'segment';
  /** The moment up to which removals have been applied to the unit. */
  clean: number;
  papers: number;
  totalLength: number;
}

/**
 * The state names the units that make up the index. A record of a unit that is not named here does not belong to the
 * index.
 */
export interface IndexState {
  /** The version of the index's layout; an index of another version is rebuilt. */
  version: number;
  /** The number of the latest change: every change takes the next number. */
  moment: number;
  units: LiveUnit[];
  /** Moments at which papers were taken out that some unit still holds. */
  removals: number[];
  /** Segments that were merged away and whose records are still to be deleted. */
  dropped: number[];
  /**
   * Present while the index is being rebuilt: the index holds the papers with ids up to `upTo`, and none while `upTo`
   * is missing.
   */
  rebuilding?: { upTo?: ArxivId };
}

/** What the index needs of a transaction. Inside a transaction nothing but these methods may be awaited. */
export interface IndexTransaction {
  state(): Promise<IndexState | undefined>;
  putState(state: IndexState): Promise<void>;
  units(seqs: readonly number[]): Promise<(UnitRecord | undefined)[]>;
  putUnit(unit: UnitRecord): Promise<void>;
  deleteUnits(seqs: readonly number[]): Promise<void>;
  /** The records of all segments for a range of buckets, both ends included. */
  buckets(first: number, last: number): Promise<BucketRecord[]>;
  /** The records of these buckets in these segments; a missing record is left out. */
  bucketsOf(segments: readonly number[], buckets: readonly number[]): Promise<BucketRecord[]>;
  putBuckets(records: readonly BucketRecord[]): Promise<void>;
  words(shortest: number, longest: number): Promise<WordsRecord[]>;
  putWords(records: readonly WordsRecord[]): Promise<void>;
  /** Deletes the bucket and word records of segments. */
  deleteSegments(seqs: readonly number[]): Promise<void>;
  removals(moments: readonly number[]): Promise<(RemovalRecord | undefined)[]>;
  putRemoval(removal: RemovalRecord): Promise<void>;
  deleteRemovals(moments: readonly number[]): Promise<void>;
  /** Empties all tables of the index. */
  clear(): Promise<void>;
}

/** Where the index is kept. Either all writes of a transaction take effect, or none does. */
export interface IndexStorage {
  read<T>(work: (transaction: IndexTransaction) => Promise<T>): Promise<T>;
  write<T>(work: (transaction: IndexTransaction) => Promise<T>): Promise<T>;
}
