import {
  array,
  check,
  custom,
  type GenericSchema,
  literal,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  safeParse,
  string,
  union,
} from 'valibot';
import {
  arxivId,
  count,
  day,
  flag,
  moment,
  nonEmptyText,
  paperVersion,
  stamp,
  text,
  webAddress,
} from '../shapes';
import type { BackupTable } from './format';

/*
 * The shapes of the records that a backup may hold. A backup is a file from outside: whoever wrote it, nothing of it is
 * stored that a page could stumble over. Fields that are not named here are left out.
 */
const texts = array(text);
/** Imports are numbered here anew: in a backup the number only says which records belong together. */
const importId = count;

/** Up to version 1 of the format a problem was kept in words. */
const problem = union([
  object({
    line: optional(count),
    code: nonEmptyText,
    values: optional(array(union([text, number()]))),
  }),
  object({ line: optional(count), message: text }),
]);

const paperFacts = {
  title: optional(text),
  authors: optional(texts),
  abstract: optional(text),
  version: optional(paperVersion),
};

const readDigest = object({
  date: optional(day),
  dateFrom: optional(picklist(['content', 'path', 'reader'])),
  title: optional(text),
  subject: optional(text),
  ids: array(arxivId),
  newPapers: count,
  stored: optional(flag),
  key: optional(nonEmptyText),
  changed: optional(flag),
});

const stamps = object({
  read: optional(stamp),
  starred: optional(stamp),
  hidden: optional(stamp),
  tags: optional(record(text, object({ on: flag, at: stamp }))),
  notes: optional(array(object({ text, at: stamp }))),
  overwritten: optional(record(text, stamp)),
});

/** Of an import only what is over is in a backup; files of it that were still to be stored are not. */
const SHAPES: Readonly<Record<BackupTable, GenericSchema<unknown, object>>> = {
  imports: object({
    id: importId,
    startedAt: moment,
    name: text,
    otherFiles: optional(count),
    state: optional(literal('done'), 'done'),
    filesRead: optional(count, 0),
    filesFound: optional(count),
    digestsToStore: optional(count, 0),
    digestsStored: count,
    progress: optional(
      object({
        files: count,
        filesStored: count,
        papers: count,
        papersStored: count,
        took: pipe(number(), minValue(0)),
      }),
    ),
    cancelled: optional(flag),
    newPapers: count,
    papers: optional(count),
  }),
  readings: object({
    importId,
    position: count,
    path: text,
    format: optional(text),
    modifiedAt: optional(moment, 0),
    digests: array(readDigest),
    keys: optional(array(nonEmptyText)),
    problems: array(problem),
  }),
  papers: object({
    id: arxivId,
    title: text,
    authors: texts,
    abstract: optional(text),
    version: optional(paperVersion),
    tags: optional(texts),
  }),
  digests: pipe(
    object({
      key: nonEmptyText,
      date: day,
      title: optional(text),
      subject: optional(text),
      path: optional(text, ''),
      importId,
    }),
    check(({ key, date }) => key.startsWith(`${date}|`)),
  ),
  entries: pipe(
    object({
      digest: nonEmptyText,
      id: arxivId,
      date: day,
      position: count,
      line: optional(count),
      importId,
      own: optional(object(paperFacts)),
      lacks: optional(array(picklist(['title', 'authors', 'abstract', 'version']))),
      subject: optional(text),
      topics: optional(texts),
      categories: optional(texts),
      // A score that is no number is written as null by JSON.
      score: optional(nullable(number())),
      tldr: optional(text),
      tags: optional(texts),
      comments: optional(text),
      codeUrl: optional(webAddress),
      affiliations: optional(texts),
      announceType: optional(picklist(['new', 'cross', 'replace', 'replace-cross'])),
      translatedTitle: optional(text),
      translatedAbstract: optional(text),
    }),
    check(({ digest, date }) => digest.startsWith(`${date}|`)),
  ),
  supplements: object({ importId, id: arxivId, ...paperFacts, tags: optional(texts) }),
  readingStates: object({
    id: arxivId,
    read: optional(flag),
    starred: optional(flag),
    hidden: optional(flag),
    note: optional(text),
    tags: optional(texts),
    changedAt: moment,
    stamps: optional(stamps),
  }),
  settings: record(
    string(),
    custom<unknown>(() => true),
  ),
};

/** A record as it can be stored in its table; undefined where it is none. */
export function readRecord(table: BackupTable, value: unknown): Record<string, unknown> | undefined {
  const read = safeParse(SHAPES[table], value, { abortEarly: true });
  return read.success ? { ...read.output } : undefined;
}
