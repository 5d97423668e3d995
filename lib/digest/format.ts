import type { Digest, Problem } from '../paper';

/** A file as the readers see it: decoded, every line end a `\n`. */
export interface Source {
  path: string;
  text: string;
}

/** What a format makes of a file. Readers never throw on content. */
export interface ParsedFile {
  digests: Digest[];
  problems: Problem[];
}

/** One way in which digests are written down. */
export interface Format {
  name: string;
  /** Whether the file is written in this way; must be quick, for every file is shown to every format. */
  claims: (source: Source) => boolean;
  read: (source: Source) => ParsedFile;
}
