import type { AnnouncementDate, ArxivId, EntryFacts, Paper, Problem, Sentence } from '../paper';
import type { Clock } from '../stamps/clock';
import type { ReadingStamps } from '../stamps/stamped-state';

/** A digest as it is stored. `key` identifies the digest, so that importing it again finds it. */
export interface StoredDigest {
  key: string;
  date: AnnouncementDate;
  title?: string;
  subject?: string;
  path: string;
  importId: number;
}

/**
 * One digest's entry for one paper. The paper's own facts stand in `papers`; what only this digest says stands here.
 */
export interface StoredEntry extends EntryFacts {
  digest: string;
  id: ArxivId;
  date: AnnouncementDate;
  /** The place in the digest, counted from 0. */
  position: number;
  line?: number;
  importId: number;
  /**
   * What the entry says of the paper itself where that differs from the record in `papers`. The version is always
   * kept here.
   */
  own?: PaperFacts;
  /** The facts of the paper that the entry does not give. All other facts are given as `papers` has them. */
  lacks?: PaperFactName[];
}

export type PaperFactName = 'title' | 'authors' | 'abstract' | 'version';

export type PaperFacts = Partial<Pick<Paper, PaperFactName>>;

/**
 * What a paper gained from an import through a digest that already listed the paper. The import has no entry of its
 * own there, so this record keeps the gain.
 */
export interface StoredSupplement extends PaperFacts {
  importId: number;
  id: ArxivId;
  tags?: string[];
}

/**
 * reading: the worker reads the files for the preview; ready: the reader is asked; running: digests are being stored;
 * undoing: the digests are being taken back; done, failed: the import is over.
 */
export type ImportState = 'reading' | 'ready' | 'running' | 'undoing' | 'done' | 'failed';

/** Why the worker leaves an import alone: the reader paused it, the disk is full, or something else went wrong. */
export type PauseReason = 'reader' | 'full disk' | 'fault';

/** How far storing has come. A paper is counted once for each digest that lists it. */
export interface StoringProgress {
  files: number;
  filesStored: number;
  papers: number;
  papersStored: number;
  /** Milliseconds that storing the papers has taken. */
  took: number;
}

export interface StoredImport {
  id: number;
  startedAt: number;
  /** The chosen folder, or the first chosen file; `otherFiles` says how many files were chosen beside that one. */
  name: string;
  otherFiles?: number;
  state: ImportState;
  paused?: PauseReason;
  /** What stopped the import; it stays here until the import makes progress again. */
  hindrance?: Sentence[];
  /**
   * `filesRead` counts the files read so far, those inside zip archives one by one. `filesFound` says how many files
   * there are, once they are counted.
   */
  filesRead: number;
  filesFound?: number;
  /** How many digests had a date when the reader pressed Import, and how many of those are stored. */
  digestsToStore: number;
  digestsStored: number;
  progress?: StoringProgress;
  /** The reader stopped the import before everything was stored. */
  cancelled?: boolean;
  /** Papers that no digest had listed before. */
  newPapers: number;
  /** Distinct papers in the stored digests; set when the import is done. */
  papers?: number;
}

/**
 * A file as it was dropped. It is kept until its import is over, because the worker or the page may die before then.
 */
export interface StoredSource {
  importId: number;
  position: number;
  path: string;
  content: Blob;
  modifiedAt: number;
}

/** One digest of a file: what the preview shows and, once the digest is stored, what storing it added. */
export interface ReadDigest {
  date?: AnnouncementDate;
  /** `reader` means that the reader typed the date. */
  dateFrom?: 'content' | 'path' | 'reader';
  title?: string;
  subject?: string;
  ids: ArxivId[];
  newPapers: number;
  stored?: boolean;
  /** The key of the stored digest. */
  key?: string;
  /** False if the digest was already stored with all these papers, so that nothing was written. */
  changed?: boolean;
}

/** What reading one file gave. Only the ids of the papers are kept: storing reads the file again. */
export interface StoredReading {
  importId: number;
  /** The number of the file within the import; files inside zip archives are numbered too. */
  position: number;
  path: string;
  format?: string;
  modifiedAt: number;
  digests: ReadDigest[];
  /** The keys of the file's stored digests. Undoing an import asks by them which other imports brought a digest. */
  keys?: string[];
  problems: Problem[];
}

/** The stamps of the reading state with this id. */
export interface StoredStamps extends ReadingStamps {
  id: ArxivId;
}

/** The clock of this browser: there is one. */
export interface StoredClock extends Clock {
  id: number;
}

/** checking: the file is read from end to end; writing: it is being stored; stopped: the disk is full. */
type RestoreState = 'checking' | 'writing' | 'stopped' | 'done' | 'refused';

/** A backup that is being restored. */
export interface StoredRestore {
  id: number;
  startedAt: number;
  /** The name of the file. */
  name: string;
  /** The file, if a database of version 2 began the restore; later versions keep the file in `sources`. */
  content?: Blob;
  state: RestoreState;
  /**
   * `records` says how many records the file holds, once it is checked; `written` says how many of them are stored.
   */
  records: number;
  written: number;
  newPapers: number;
  newDigests: number;
  /** Some papers of the file are stored with other facts. */
  hasDifferent?: boolean;
  /** Reading states of the file that were missing or older in the database. */
  newStates: number;
  /** Why the restore was refused or has stopped. */
  hindrance?: Sentence[];
}

/**
 * What one digest lists, in short. A list of everything is drawn from the outlines of all digests, which are read at
 * once.
 */
export interface StoredOutline {
  /** The key of the digest. */
  key: string;
  /** The ids in the digest's order. */
  ids: ArxivId[];
  /** The subjects and topics that the digest gives to single entries. */
  headings?: OutlineHeading[];
}

export interface OutlineHeading {
  kind: 'subject' | 'topic';
  name: string;
  /** The places in `ids` that stand under the heading. */
  at: number[];
}
