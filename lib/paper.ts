/** An arXiv id without version, `2504.05309` or `hep-th/9901001`: the key of a paper. */
export type ArxivId = string;

/**
 * The day on which arXiv listed a paper, `YYYY-MM-DD`. It is the name of a day, not a moment, so it has no time zone.
 */
export type AnnouncementDate = string;

/** The days from one to another, both included. */
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

/**
 * What a digest may say about a paper beside its title, authors and abstract. A fact that the digest does not give is
 * missing.
 */
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
  /** The title and abstract in another language, if the digest gives them. */
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
  /** The line on which the entry begins in its file, counted from 1. */
  line?: number;
}

/** One digest: an announcement date, a title and perhaps a subject. `date` is missing if the file tells none. */
export interface Digest {
  date?: AnnouncementDate;
  dateFrom?: 'content' | 'path';
  title?: string;
  subject?: string;
  entries: DigestEntry[];
}

/**
 * A sentence as it is stored: a code, which names a message of the catalogues, and the values in it. It is put into
 * words when it is shown, in the language that the reader has chosen by then.
 */
export interface Sentence {
  code: string;
  values?: readonly (string | number)[];
}

/** A place in a file that could not be read, and why. */
export interface Problem extends Sentence {
  /** The line, counted from 1; missing if the problem is about the whole file. */
  line?: number;
}

/** What reading one file gave. `format` is missing if the file is of no known format. */
export interface ReadResult {
  path: string;
  format?: string;
  digests: Digest[];
  problems: Problem[];
}

/**
 * The reader's state of a paper. It belongs to the reader, not to the digests, so it stays when every digest that
 * lists the paper is undone or deleted. A missing field means false, no note or no tags.
 */
export interface ReadingState {
  id: ArxivId;
  read?: boolean;
  starred?: boolean;
  hidden?: boolean;
  note?: string;
  /** The reader's own tags, beside those that digests give. */
  tags?: string[];
  /** Milliseconds since 1970. Of two states of one paper the later one counts. */
  changedAt: number;
}

export type ReadingChange = Partial<Pick<ReadingState, 'read' | 'starred' | 'hidden' | 'note' | 'tags'>>;

/** A kind of arXiv page on which papers are marked: a page of one paper (`abs`, `html`) or of many. */
export type PageKind = 'abs' | 'html' | 'list' | 'search';
