import { arxivIdFromUrl } from '../../arxiv/id';
import { findDay } from '../../days/notation';
import { say } from '../../i18n/translate';
import type { Digest, DigestEntry, Problem } from '../../paper';
import { parseAuthors } from '../entries/authors';
import type { Format, ParsedFile, Source } from '../format';

const HEADER = /^\|\s*title\s*\|\s*link\s*\|\s*abstract\s*\|\s*authors?\s*\|?\s*$/im;
const ANY_DELIMITER = /^\|?\s*:?-{2,}:?\s*\|[\s:|-]*$/m;
// The link is written as `[url](url)`. This cell alone can be told from pipes in a title or an abstract.
const LINK_CELL = /\|\s*\[([^\]\s]{1,200})\]\(([^)\s]{1,200})\)\s*\|/;
const HEADLESS_ROW = /^\|[^\n]*\|\s*\[(https?:\/\/arxiv\.org\/abs\/[^\]\s]{1,60})\]\(\1\)\s*\|/m;

/**
 * A table of `| Title | Link | abstract | author |` whose cells were written without escapes. A pipe in a cell shifts
 * the columns and a line break splits the row, so rows are read around their link.
 */
export const titleTable: Format = {
  name: 'title-table',
  claims: ({ text }) => HEADER.test(text) || (HEADLESS_ROW.test(text) && !ANY_DELIMITER.test(text)),
  read: readTitleTable,
};

function readTitleTable({ text }: Source): ParsedFile {
  const digests: Digest[] = [];
  const problems: Problem[] = [];
  let current: Digest | undefined;
  for (const part of splitParts(text)) {
    if (part.kind === 'heading') {
      current = beginDigest(part.text);
      digests.push(current);
      continue;
    }
    if (!current) {
      current = { entries: [] };
      digests.push(current);
    }
    const entry = readTitleRow(part.text, part.line);
    if (entry) current.entries.push(entry);
    else problems.push({ line: part.line, ...say('digest_rowNoLink') });
  }
  return { digests: digests.length > 1 ? digests.filter(isKept) : digests, problems };
}

const isKept = (digest: Digest): boolean => digest.entries.length > 0 || digest.date !== undefined;

function beginDigest(heading: string): Digest {
  const date = findDay(heading);
  return { ...(date && { date, dateFrom: 'content' as const }), title: heading, entries: [] };
}

interface Part {
  kind: 'heading' | 'row';
  line: number;
  text: string;
}

/** Splits the text into headings and rows. A row goes on over lines until its last cell is closed. */
function* splitParts(text: string): Generator<Part> {
  let open: Part | undefined;
  let line = 0;
  for (const written of text.split('\n')) {
    line += 1;
    const begins =
      written.startsWith('|') && (!open || LINK_CELL.test(written) || !LINK_CELL.test(open.text));
    if (open && begins) {
      yield open;
      open = undefined;
    }
    if (open) {
      open.text += `\n${written}`;
    } else if (written.startsWith('#')) {
      yield { kind: 'heading', line, text: written.replace(/^#+/, '').trim() };
    } else if (written.startsWith('|') && !isTableHead(written)) {
      open = { kind: 'row', line, text: written };
    }
    if (open && isClosed(open.text, written)) {
      yield open;
      open = undefined;
    }
  }
  if (open) yield open;
}

const isTableHead = (line: string): boolean => HEADER.test(line) || ANY_DELIMITER.test(line);

/** Whether a row is whole: a pipe ends the line, and abstract and authors stand behind the link. */
function isClosed(row: string, lastLine: string): boolean {
  if (!lastLine.trimEnd().endsWith('|')) return false;
  const link = LINK_CELL.exec(row);
  if (!link) return row === lastLine;
  return row.indexOf('|', link.index + link[0].length) < row.trimEnd().length - 1;
}

function readTitleRow(row: string, line: number): DigestEntry | undefined {
  const link = LINK_CELL.exec(row);
  const written = link && arxivIdFromUrl(link[2] ?? '');
  if (!link || !written) return undefined;
  const title = row.slice(1, link.index).trim();
  const rest = row
    .slice(link.index + link[0].length)
    .trim()
    .replace(/\|$/, '');
  const cut = rest.lastIndexOf('|');
  const abstract = (cut < 0 ? rest : rest.slice(0, cut)).trim();
  const authors = cut < 0 ? [] : parseAuthors(rest.slice(cut + 1));
  return {
    ...written,
    ...(title && { title: title.replaceAll(/\s+/g, ' ') }),
    ...(authors.length > 0 && { authors }),
    ...(abstract && { abstract }),
    line,
  };
}
