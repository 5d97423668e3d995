import type { Sentence } from '../paper';

/**
 * A backup is one file: lines of JSON, compressed by gzip.
 *
 *     {"backup":{"format":"digest-lens","version":2,"createdAt":"2025-04-10T08:00:00.000Z","extension":"0.1.0"}}
 *     {"imports":{…}}        each past import; `readings`, what it read in each of its files
 *     {"papers":{…}}         each paper once, by ascending id
 *     {"digests":{…}}        each digest, followed by
 *     {"entries":{…}}        its entries
 *     {"supplements":{…}}    what papers gained from an import through digests that already listed them
 *     {"readingStates":{…}}  the reader's state of a paper
 *     {"settings":{…}}
 *     {"end":{"counts":{"papers":9,…},"crc32":"cbf43926"}}
 *
 * A line between the first and the last holds one record under the name of its table, in the shape of
 * `lib/store/records.ts`; the tables come in the order of `BACKUP_TABLES`. `counts` says how many lines each table
 * has; `crc32` is gzip's checksum of all bytes before the last line. A backup leaves out the index, because it is made
 * from the papers, and files that wait to be imported.
 *
 * A change that an older extension would misread raises `version`; older versions are read for ever. Version 1 holds
 * the problems of a reading as text, version 2 as codes.
 */
export const FORMAT = 'digest-lens';
export const VERSION = 2;

/**
 * The tables in the order of the file. Digests come after the papers, so a digest that is stored has all its papers
 * at any moment.
 */
export const BACKUP_TABLES = [
  'imports',
  'readings',
  'papers',
  'digests',
  'entries',
  'supplements',
  'readingStates',
  'settings',
] as const;

export type BackupTable = (typeof BACKUP_TABLES)[number];

export interface BackupHeader {
  format: typeof FORMAT;
  version: number;
  /** A moment in ISO 8601. */
  createdAt: string;
  /** The version of the extension that wrote the file. */
  extension: string;
}

export interface BackupEnd {
  counts: Partial<Record<BackupTable, number>>;
  /** Eight hexadecimal digits. */
  crc32: string;
}

export type BackupLine =
  { backup: BackupHeader } | { end: BackupEnd } | Partial<Record<BackupTable, Record<string, unknown>>>;

/** A file that cannot be restored, and why, for the reader. */
export class BackupError extends Error {
  override name = 'BackupError';

  constructor(
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super([sentence.code, ...(sentence.values ?? [])].join(' '), options);
  }
}
