import { say } from '../i18n/translate';
import type { Digest, ReadResult } from '../paper';
import { mergeRepeats } from './entries/merge-repeats';
import { decode } from './file/decode';
import { readPath } from './file/path-facts';
import type { Format, ParsedFile, Source } from './format';
import { chooseFormat } from './formats';

/** A file that the reader chose: its path as far as that is known, and its bytes. */
interface InputFile {
  path: string;
  bytes: Uint8Array;
}

/** Reads one digest file of any format. It never throws on content: what cannot be read is a problem. */
export function readFile({ path, bytes }: InputFile): ReadResult {
  const decoded = decode(bytes);
  if ('sentence' in decoded) return { path, digests: emptyDay(path), problems: [decoded.sentence] };
  const source = { path, text: decoded.text };
  const format = isHopeless(source.text) ? undefined : chooseFormat(source);
  if (!format) return { path, digests: [], problems: [say('import_noPaper')] };
  const { digests, problems } = read(format, source);
  const dated = digests.map((digest) => withPathFacts(mergeRepeats(digest), path));
  const isEmpty = dated.every((digest) => digest.entries.length === 0);
  return {
    path,
    format: format.name,
    digests: dated,
    problems: isEmpty ? [...problems, say('import_noPaper')] : problems,
  };
}

/** Text that exhausts a pattern or the stack was made to do so. Any other error is our own fault and is thrown on. */
function read(format: Format, source: Source): ParsedFile {
  try {
    return format.read(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      digests: [],
      problems: [say('digest_nestedTooDeep')],
    };
  }
}

const LARGE_TEXT = 1_000_000;

/** A large text without any digits like those of an id need not be read. */
function isHopeless(text: string): boolean {
  return text.length > LARGE_TEXT && !/\d{4}\.\d{4}|\/\d{7}/.test(text);
}

/** A file without a word whose path names a day is a day without papers. */
function emptyDay(path: string): Digest[] {
  const { date, subject } = readPath(path);
  return date ? [{ date, dateFrom: 'path', ...(subject && { subject }), entries: [] }] : [];
}

function withPathFacts(digest: Digest, path: string): Digest {
  const { date, subject } = readPath(path);
  return {
    ...(date && !digest.date && { date, dateFrom: 'path' as const }),
    ...(subject && { subject }),
    ...digest,
  };
}
