import { say } from '../../i18n/translate';
import type { Problem } from '../../paper';
import type { Fields } from '../data/literal';
import { findRecords } from '../data/records';
import { parseToml } from '../data/toml';
import { intoDigests } from '../entries/into-digests';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';
import { readDataPreamble } from './json';

/** TOML: what the file says of itself, then a table for each paper, `[[papers]]`. */
export const toml: Format = {
  name: 'toml',
  claims: ({ path }) => /\.toml$/i.test(path),
  read: readToml,
};

function readToml({ path, text }: Source): ParsedFile {
  const problems: Problem[] = [];
  const [head, ...tables] = splitTables(text).map(({ line, text: part }) => {
    const value = readTable(part);
    if (value === undefined) problems.push({ line, ...say('digest_lineUnread') });
    return { line, value };
  });
  const pathDate = readPath(path).date;
  const entries = [
    ...findRecords(head?.value),
    ...tables.flatMap(({ line, value }) => findRecords(value, line)),
  ];
  const isDated = pathDate !== undefined || entries.some(({ draft }) => draft.date);
  return { digests: intoDigests(entries, readDataPreamble(head?.value, isDated), pathDate), problems };
}

interface Stretch {
  /** The first line under the name of the table. */
  line: number;
  text: string;
}

/** Cuts the file before each table of its list, so that a slip spoils one paper, and each paper has its line. */
function splitTables(text: string): Stretch[] {
  const name = /^[ \t]*(\[\[[^\][\n]{1,100}\]\])/m.exec(text)?.[1];
  const stretches: Stretch[] = [{ line: 1, text: '' }];
  text.split('\n').forEach((line, index) => {
    if (name !== undefined && line.trim().startsWith(name)) stretches.push({ line: index + 2, text: '' });
    const last = stretches.at(-1);
    if (last) last.text += `${line}\n`;
  });
  return stretches;
}

function readTable(text: string): Fields | undefined {
  // An id written as a number would lose its zeros.
  const quoted = text.replaceAll(/^([ \t]*[\w-]{1,60}[ \t]*=[ \t]*)(\d{4}\.\d{4,5})[ \t]*$/gm, '$1"$2"');
  return parseToml(quoted) ?? parseToml(withEscapes(quoted)) ?? parseKeys(quoted);
}

/** LaTeX that was written into a text as it is, `$\alpha$` in the fixture `toml`, is no escape that TOML knows. */
const withEscapes = (text: string): string =>
  text.replaceAll(/\\(\\|"|\n)?/g, (whole, escaped?: string) => (escaped ? whole : '\\\\'));

/** Where a file was cut short within a key or the name of a table. */
const LONE_WORD = /\n[ \t]*\[{0,2}[\w-]{1,60}$/;

/** Reads each key by itself: a value that is no TOML, or was cut short, is taken as the text that it is. */
function parseKeys(text: string): Fields | undefined {
  const fields: Fields = {};
  for (const pair of text
    .trimEnd()
    .replace(LONE_WORD, '')
    .split(/^(?=[ \t]*[\w-]{1,60}[ \t]*=)/m)) {
    const [, key, value] = /^[ \t]*([\w-]{1,60})[ \t]*=\s*([^]*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) continue;
    const parsed = parseToml(withEscapes(pair));
    if (parsed === undefined) fields[key] = value.trim().replaceAll(/^["']+|["']+$/g, '');
    else Object.assign(fields, parsed);
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}
