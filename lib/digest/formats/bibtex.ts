import { say } from '../../i18n/translate';
import { valueLine } from '../data/records';
import { oneLine } from '../entries/bare-text';
import { addFact, addList, type Draft, parseList } from '../entries/draft';
import { intoDigests } from '../entries/into-digests';
import type { FoundEntry } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** BibTeX and BibLaTeX. Real entries may be cut short or closed twice, so each ends where the next one begins. */
export const bibtex: Format = {
  name: 'bibtex',
  claims: ({ path, text }) =>
    (/\.(?:bib|bibtex)$/i.test(path) || /^\s*(?:%[^\n]*\n\s*)*@[a-z]{3,20}\s*\{/i.test(text)) &&
    ENTRY.test(text),
  read: readBibtex,
};

const ENTRY = /^[ \t]*@([a-z]{3,20})\s*[{(]\s*([^,\s{}]{0,200})\s*,/im;

function readBibtex({ path, text }: Source): ParsedFile {
  const entries: FoundEntry[] = [];
  const starts = [...text.matchAll(new RegExp(ENTRY, 'gim'))];
  let line = 1;
  let counted = 0;
  const problems = starts.flatMap((start, index) => {
    line += text.slice(counted, start.index).split('\n').length - 1;
    counted = start.index;
    if (/^(?:string|comment|preamble)$/i.test(start[1] ?? '')) return [];
    const body = text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length);
    const draft = readEntry(start[2] ?? '', readFields(body), line);
    if (draft.written) entries.push({ draft, headings: [] });
    return draft.written ? [] : [{ line, ...say('digest_entryNoId') }];
  });
  return { digests: intoDigests(entries, {}, readPath(path).date), problems };
}

/** Reads `name = {text}`, `name = "text"` and `name = word`. */
function readFields(body: string): Map<string, string> {
  const fields = new Map<string, string>();
  const names = /([a-z][a-z0-9_-]{1,30})\s{0,20}=\s{0,20}/gi;
  for (let match = names.exec(body); match; match = names.exec(body)) {
    const { text, end } = readValue(body, match.index + match[0].length);
    const name = match[1]?.toLowerCase() ?? '';
    if (!fields.has(name)) fields.set(name, text);
    names.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return fields;
}

function readValue(body: string, start: number): { text: string; end: number } {
  const sign = body.charAt(start);
  if (sign !== '{' && sign !== '"') {
    const end = body.slice(start, start + 500).search(/[,\n}]/);
    return {
      text: body.slice(start, end < 0 ? start + 500 : start + end).trim(),
      end: end < 0 ? body.length : start + end,
    };
  }
  let depth = 0;
  for (let index = start; index < body.length; index += 1) {
    const each = body.charAt(index);
    if (each === '\\') index += 1;
    else if (each === '{') depth += 1;
    else if (each === '}') depth -= 1;
    if ((sign === '{' && depth === 0) || (sign === '"' && each === '"' && index > start && depth <= 0)) {
      return { text: body.slice(start + 1, index), end: index + 1 };
    }
  }
  return { text: body.slice(start + 1), end: body.length };
}

function readEntry(key: string, fields: ReadonlyMap<string, string>, line: number): Draft {
  const draft: Draft = { line };
  const archive = fields.get('archiveprefix') ?? fields.get('eprinttype') ?? 'arxiv';
  if (/arxiv/i.test(archive)) addFact(draft, 'id', valueLine(fields.get('eprint') ?? '', line));
  for (const name of [
    'arxivid',
    'arxiv',
    'url',
    'doi',
    'journal',
    'howpublished',
    'note',
    'number',
    'pdf',
    'link',
    'publisher',
    'volume',
  ]) {
    addFact(draft, 'link', valueLine(fields.get(name) ?? '', line));
  }
  addFact(draft, 'link', valueLine(key, line));
  const title = fields.get('title');
  if (title) draft.title = oneLine(withoutShields(title));
  const authors = fields.get('author') ?? '';
  if (authors)
    addList(
      draft,
      'authors',
      authors
        .split(/\s+and\s+/i)
        .map((name) => oneLine(withoutShields(name)))
        .filter(Boolean),
    );
  const abstract = fields.get('abstract')?.trim();
  if (abstract) draft.abstract = abstract;
  addFact(draft, 'categories', valueLine(fields.get('primaryclass') ?? '', line));
  addFact(draft, 'comments', valueLine(fields.get('comment') ?? fields.get('comments') ?? '', line));
  addList(draft, 'tags', parseList(fields.get('keywords') ?? ''));
  return draft;
}

/** Takes off the braces that only protect capitals, and keeps those that belong to a LaTeX command. */
function withoutShields(text: string): string {
  const whole = /^\s*\{([^{}]*)\}\s*$/.exec(text)?.[1] ?? text;
  return whole.replaceAll(/(?<!\\[A-Za-z]{0,20})(?<![\\^_}])\{([^{}\\$]{0,300})\}/g, '$1');
}
