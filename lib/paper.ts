/** An arXiv id without version, `2504.05309` or `hep-th/9901001`: the key of a paper. */
export type ArxivId = string;

/** The day arXiv listed a paper, `YYYY-MM-DD`. A name of a day, not a moment: it has no time zone. */
export type AnnouncementDate = string;

/** Days from one to another; both belong to it. */
export interface DayRange {
  from: AnnouncementDate;
  to: AnnouncementDate;
}

/** One arXiv e-print, whatever its version, with the best facts that the digests give about it. */
export interface Paper {
  id: ArxivId;
  title: string;
  authors: string[];
  abstract?: string;
  version?: number;
  /** The tags of every digest that gives some. */
  tags?: string[];
}

/** What a digest may say about a paper beside its title, authors and abstract. Absent facts are absent. */
export interface EntryFacts {
  subject?: string;
  /** The digest maker's own headings over this entry; a paper can stand under several. */
  topics?: string[];
  categories?: string[];
  score?: number;
  tldr?: string;
  tags?: string[];
  comments?: string;
  codeUrl?: string;
  affiliations?: string[];
  announceType?: 'new' | 'cross' | 'replace' | 'replace-cross';
  /** The same title and abstract in another language, as the digest gives them. */
  translatedTitle?: string;
  translatedAbstract?: string;
}

/** One paper as one digest lists it. LaTeX is kept as it is written. */
export interface DigestEntry extends EntryFacts {
  id: ArxivId;
  version?: number;
  title?: string;
  authors?: string[];
  abstract?: string;
  /** Where the entry begins in its file, counted from 1. */
  line?: number;
}

/** One digest: an announcement date, a title, optionally a subject. `date` is absent where the file tells none. */
export interface Digest {
  date?: AnnouncementDate;
  dateFrom?: 'content' | 'path';
  title?: string;
  subject?: string;
  entries: DigestEntry[];
}

/**
 * Something to be said, as it is kept: a code, which names a message of the catalogues, and the values in it. The words
 * come when it is shown, in the language that the reader has chosen by then.
 */
export interface Sentence {
  code: string;
  values?: readonly (string | number)[];
}

/** A place in a file that could not be read, and why. */
export interface Problem extends Sentence {
  /** Counted from 1; absent where the problem is the whole file. */
  line?: number;
}

/** What reading one file gave. `format` is absent where the file is of no known format. */
export interface ReadResult {
  path: string;
  format?: string;
  digests: Digest[];
  problems: Problem[];
}

/**
 * What the reader made of a paper. It is theirs, not the digests': it stays when every digest that lists the
 * paper is undone or deleted. Absent is false, no note, no tags.
 */
export interface ReadingState {
  id: ArxivId;
  read?: boolean;
  starred?: boolean;
  hidden?: boolean;
  note?: string;
  /** The reader's own, beside those that digests give. */
  tags?: string[];
  /** Milliseconds since 1970: where two states of one paper meet, the later one counts. */
  changedAt: number;
}

export type ReadingChange = Partial<Pick<ReadingState, 'read' | 'starred' | 'hidden' | 'note' | 'tags'>>;

/** A kind of page of arXiv that papers are marked on: of one paper (`abs`, `html`), or of many. */
export type PageKind = 'abs' | 'html' | 'list' | 'search';
