import type { Digest, Problem } from '../paper';

/** A file as the formats are given it: decoded, with `\n` as every line end. */
export interface Source {
  path: string;
  text: string;
}

/** What a format makes of a file. Formats never throw on content: what they cannot read is a problem. */
export interface ParsedFile {
  digests: Digest[];
  problems: Problem[];
}

/** One way in which digests are written down. */
export interface Format {
  name: string;
  /** Tells whether the file is written in this way. It must be quick, because every file is shown to every format. */
  claims: (source: Source) => boolean;
  read: (source: Source) => ParsedFile;
}
