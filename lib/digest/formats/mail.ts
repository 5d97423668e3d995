import { findArxivIds, withoutPlace } from '../../arxiv/id';
import { findDay, findDays } from '../../days/notation';
import type { AnnouncementDate, Digest } from '../../paper';
import { plainLine } from '../blocks/line';
import { parseAuthors } from '../entries/authors';
import { oneLine } from '../entries/bare-text';
import { addFact, addList, type Draft } from '../entries/draft';
import { intoDigests } from '../entries/into-digests';
import type { FoundEntry } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** The mails and monthly listings of arXiv: records between lines of `\\`. */
export const mail: Format = {
  name: 'mail',
  claims: ({ text }) => /^(?:> ?)*\\\\\s*$/m.test(text) && /^(?:> ?)*(?:arXiv:|Paper: )\S/m.test(text),
  read: readMail,
};

const RECORD = /^(?:arXiv:|Paper:\s*(?:arXiv:)?)\s*(\S+)(.*)$/i;
const BAR = /^(?:-{20,}|[%-]{20,}|={20,})\s*$/;

// A mailbox puts `From somebody Thu Apr 10 00:35:01 2025` before each of its mails.
const POSTMARK = /^From \S+ .*\d{4}/;

function readMail({ path, text }: Source): ParsedFile {
  const lines = text.split('\n');
  const starts = [0, ...lines.flatMap((line, index) => (index > 0 && POSTMARK.test(line) ? [index] : []))];
  const digests = starts.flatMap((start, at) => readOne(path, lines.slice(start, starts[at + 1]), start));
  return { digests, problems: [] };
}

function readOne(path: string, written: readonly string[], linesBefore: number): Digest[] {
  const lines = written.map((line) => line.replace(/^(?:> ?)+/, ''));
  const starts = lines.flatMap((line, index) =>
    RECORD.test(line) && isSlashes(lines[index - 1]) ? [index] : [],
  );
  const entries = starts.flatMap((start, at) =>
    readRecord(lines.slice(start, starts[at + 1] ?? lines.length), linesBefore + start + 1),
  );
  const head = lines.slice(0, starts[0] ?? 0);
  const date = findDayOfMail(head);
  const subject = /^Subject:\s*(.{1,200})$/im.exec(head.join('\n'))?.[1];
  const preamble = { ...(subject && { title: subject.trim() }), ...(date && { date }) };
  return intoDigests(entries, preamble, readPath(path).date);
}

const isSlashes = (line: string | undefined): boolean => /^\\\\\s*$/.test(line ?? '');

/** The day of the mail. In a saved body it is the end of the span in which the papers were received. */
function findDayOfMail(head: readonly string[]): AnnouncementDate | undefined {
  const sent = head.find((line) => /^Date:/i.test(line));
  if (sent) return findDay(sent);
  const span = head.find((line) => /received from/i.test(line));
  return span && findDays(span).at(-1)?.date;
}

function readRecord(lines: readonly string[], line: number): FoundEntry[] {
  const draft: Draft = { line };
  const found = findArxivIds(`arXiv:${RECORD.exec(lines[0] ?? '')?.[1] ?? ''}`)[0];
  if (!found) return [];
  draft.written = withoutPlace(found);
  const end = lines.findIndex((each, index) => index > 0 && each.startsWith('\\\\'));
  const fields = lines.slice(0, end < 0 ? lines.length : end);
  addFields(draft, fields, line);
  draft.announceType = announceType(fields);
  if (end >= 0 && isSlashes(lines[end])) addAbstract(draft, lines.slice(end + 1), line);
  return [{ draft, headings: [] }];
}

function announceType(fields: readonly string[]): NonNullable<Draft['announceType']> {
  const isCross = /\(\*cross-listing\*\)/.test(fields[0] ?? '');
  if (!fields.some((field) => /^replaced with revised version/i.test(field)))
    return isCross ? 'cross' : 'new';
  return isCross ? 'replace-cross' : 'replace';
}

/** Reads `Title:` and other fields. An indented line goes on with the field above. */
function addFields(draft: Draft, lines: readonly string[], line: number): void {
  const fields: string[] = [];
  for (const each of lines) {
    if (/^\s+\S/.test(each) && fields.length > 0) fields.push(`${fields.pop() ?? ''} ${each.trim()}`);
    else fields.push(each);
  }
  for (const field of fields) {
    const match = /^(Title|Authors?|Categories|Comments):\s*(.*)$/i.exec(field);
    const value = plainLine(match?.[2] ?? '', line);
    if (/^title$/i.test(match?.[1] ?? '')) draft.title = oneLine(value.text);
    else if (/^authors?$/i.test(match?.[1] ?? ''))
      addList(draft, 'authors', parseAuthors(withoutPlaces(value.text)));
    else if (match?.[1])
      addFact(draft, match[1].toLowerCase() === 'comments' ? 'comments' : 'categories', value);
  }
}

/** The people in `A. Author (1), B. Author (2) ((1) University …)` without where they work. */
function withoutPlaces(text: string): string {
  let depth = 0;
  let out = '';
  for (const sign of text) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) out += sign;
  }
  return out.replaceAll(/\s+(?=,)/g, '');
}

function addAbstract(draft: Draft, lines: readonly string[], line: number): void {
  const end = lines.findIndex((each) => each.startsWith('\\\\') || BAR.test(each));
  const text = lines
    .slice(0, end < 0 ? lines.length : end)
    .join('\n')
    .trim();
  addFact(draft, 'abstract', plainLine(text, line));
}
