import { arxivIdFromUrl } from '../../arxiv/id';
import { say } from '../../i18n/translate';
import type { Digest, DigestEntry, Problem } from '../../paper';
import { readLine, readLines } from '../blocks/line';
import { parseAuthors } from '../entries/authors';
import { oneLine } from '../entries/bare-text';
import type { Format, ParsedFile, Source } from '../format';

const OPENING = /^# [^\n]+\n\s*\*\*(?:Title \([A-Z]{2}\)|Authors)\*\*: /;
const FIELD = /^\*\*(Title \([A-Z]{2}\)|Authors|Link|Abstract|Abstract \([A-Z]{2}\))\*\*: ?/;

/** A heading for each paper, then fields whose names are in bold, then a rule, as in the fixture `sections`. */
export const sections: Format = {
  name: 'sections',
  claims: ({ text }) => OPENING.test(text.slice(0, 2000).trimStart()),
  read: readSections,
};

interface Section {
  line: number;
  title: string;
  fields: Map<string, { line: number; text: string }>;
}

function readSections({ text }: Source): ParsedFile {
  const digest: Digest = { entries: [] };
  const problems: Problem[] = [];
  for (const section of splitSections(text)) {
    const entry = readSection(section);
    if (entry) digest.entries.push(entry);
    else problems.push({ line: section.line, ...say('digest_sectionNoLink') });
  }
  return { digests: [digest], problems };
}

function* splitSections(text: string): Generator<Section> {
  let section: Section | undefined;
  let field: { line: number; text: string } | undefined;
  let line = 0;
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop;
    const written = text.slice(start, end);
    start = end + 1;
    line += 1;
    if (written.startsWith('# ')) {
      if (section) yield section;
      section = { line, title: written.slice(2), fields: new Map() };
      field = undefined;
      continue;
    }
    const label = written.startsWith('**') ? FIELD.exec(written) : null;
    if (section && label?.[1]) {
      field = { line, text: written.slice(label[0].length) };
      if (!section.fields.has(label[1])) section.fields.set(label[1], field);
    } else if (/^-{3,}\s*$/.test(written)) field = undefined;
    else if (field) field.text += `\n${written}`;
  }
  if (section) yield section;
}

function readSection({ line, title, fields }: Section): DigestEntry | undefined {
  const link = fields.get('Link');
  const written = link && arxivIdFromUrl(link.text);
  if (!written) return undefined;
  const entry: DigestEntry = { ...written, line };
  const name = oneLine(readLine(title, line).text);
  if (name) entry.title = name;
  const authors = parseAuthors(sectionText(fields.get('Authors')));
  if (authors.length > 0) entry.authors = authors;
  const abstract = sectionText(fields.get('Abstract'));
  if (abstract) entry.abstract = abstract;
  for (const [label, field] of fields) {
    const text = label.endsWith(')') ? sectionText(field) : '';
    if (text && label.startsWith('Title')) entry.translatedTitle = oneLine(text.split('\n', 1)[0] ?? text);
    else if (text) entry.translatedAbstract = text;
  }
  return entry;
}

function sectionText(field: { line: number; text: string } | undefined): string {
  if (!field) return '';
  return readLines(field.text, field.line)
    .map((line) => line.text)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
