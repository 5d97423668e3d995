import type { AnnouncementDate, ArxivId, EntryFacts, Paper, Problem, Sentence } from '../paper';
import type { Clock } from '../stamps/clock';
import type { ReadingStamps } from '../stamps/stamped-state';

/** A digest as it is stored. `key` says which digest it is, so that importing it again finds it. */
export interface StoredDigest {
  key: string;
  date: AnnouncementDate;
  title?: string;
  subject?: string;
  path: string;
  importId: number;
}

/** That one digest lists one paper: the paper's own facts stand in `papers`, the digest's here. */
export interface StoredEntry extends EntryFacts {
  digest: string;
  id: ArxivId;
  date: AnnouncementDate;
  /** The place in the digest, from 0. */
  position: number;
  line?: number;
  importId: number;
  /** What it says of the paper itself where that differs from what `papers` holds; the version in any case. */
  own?: PaperFacts;
  /** The facts of the paper that it does not give. All others it gives as `papers` has them. */
  lacks?: PaperFactName[];
}

export type PaperFactName = 'title' | 'authors' | 'abstract' | 'version';

export type PaperFacts = Partial<Pick<Paper, PaperFactName>>;
/** What a paper gained from an import through a digest that had listed it before: there is no entry to tell it. */
export interface StoredSupplement extends PaperFacts {
  importId: number;
  id: ArxivId;
  tags?: string[];
}

/**
 * reading: the worker reads the files for the preview; ready: the reader is asked;
 * running: digests are being stored; undoing: they are being taken back; done, failed: over.
 */
export type ImportState = 'reading' | 'ready' | 'running' | 'undoing' | 'done' | 'failed';
/** Why the worker leaves an import alone: the reader wants it so, the disk is full, or something else is wrong. */
export type PauseReason = 'reader' | 'full disk' | 'fault';
/** How far storing has come. Papers are counted once for each digest that lists them. */
export interface StoringProgress {
  files: number;
  filesStored: number;
  papers: number;
  papersStored: number;
  /** Milliseconds that storing them has taken. */
  took: number;
}

export interface StoredImport {
  id: number;
  startedAt: number;
  /** The folder that was chosen, or the first file; `otherFiles` says how many were chosen beside it. */
  name: string;
  otherFiles?: number;
  state: ImportState;
  paused?: PauseReason;
  /** What stopped it, which stays until it gets on. */
  hindrance?: Sentence[];
  /** Files read so far, those inside zip archives counted one by one; and how many there are, once counted. */
  filesRead: number;
  filesFound?: number;
  /** Digests that had a date when the reader pressed Import, and how many of them are stored by now. */
  digestsToStore: number;
  digestsStored: number;
  progress?: StoringProgress;
  /** The reader stopped it before everything was stored. */
  cancelled?: boolean;
  /** Papers that no digest had listed before. */
  newPapers: number;
  /** Distinct papers in the stored digests, once the import is done. */
  papers?: number;
}

/** A file as it was dropped, kept until its import is over, so that the worker or the page may die meanwhile. */
export interface StoredSource {
  importId: number;
  position: number;
  path: string;
  content: Blob;
  modifiedAt: number;
}

/** One digest of a file: what the preview shows, and once it is stored, what storing it added. */
export interface ReadDigest {
  date?: AnnouncementDate;
  /** `reader`: the reader typed it. */
  dateFrom?: 'content' | 'path' | 'reader';
  title?: string;
  subject?: string;
  ids: ArxivId[];
  newPapers: number;
  stored?: boolean;
  /** Of the digest it was stored as. */
  key?: string;
  /** False where the digest was known with all these papers, and nothing was written. */
  changed?: boolean;
}

/** What reading one file gave. The digests' papers are read again when they are stored. */
export interface StoredReading {
  importId: number;
  /** Counts the files inside zip archives too. */
  position: number;
  path: string;
  format?: string;
  modifiedAt: number;
  digests: ReadDigest[];
  /** Of its stored digests: who else has brought a digest is asked when an import is undone. */
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
export type RestoreState = 'checking' | 'writing' | 'stopped' | 'done' | 'refused';
/** A backup that is being restored. */
export interface StoredRestore {
  id: number;
  startedAt: number;
  /** Of the file. */
  name: string;
  /** The file, where version 2 had begun the restore; since then it is among the sources. */
  content?: Blob;
  state: RestoreState;
  /** How many records the file holds, once it is checked; and how many of them are stored. */
  records: number;
  written: number;
  newPapers: number;
  newDigests: number;
  /** Papers of the file were there with other facts. */
  hasDifferent?: boolean;
  /** Reading states that were not there, or were older. */
  newStates: number;
  /** Why it was refused or has stopped. */
  hindrance?: Sentence[];
}

/** What one digest lists, in short: all of these are read at once, and a list of everything is drawn from them. */
export interface StoredOutline {
  /** Of the digest. */
  key: string;
  /** In the digest's order. */
  ids: ArxivId[];
  /** The subjects and topics that it gives single entries. */
  headings?: OutlineHeading[];
}

export interface OutlineHeading {
  kind: 'subject' | 'topic';
  name: string;
  /** The places in `ids` that stand under it. */
  at: number[];
}
