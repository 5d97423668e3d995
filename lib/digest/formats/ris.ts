import { intoDigests } from '../days';
import { addFact, addList, oneLine, type Draft } from '../draft';
import type { Owned } from '../own';
import type { Problem } from '../../paper';
import { readPath } from '../path';
import { valueLine } from '../records';
import type { Format, Reading, Source } from '../reading';

/** RIS, the tagged lines that reference managers exchange; EndNote's `%T` lines are the same by other names. */
export const ris: Format = {
  name: 'ris',
  claims: ({ text }) =>
    /^TY {1,2}- /m.test(text.slice(0, 20_000)) && /^(?:UR|DO|ID|T[I1]|L[1K2]) {1,2}- /m.test(text),
  read: readRis,
};

const LINE = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

function readRis({ path, text }: Source): Reading {
  const entries: Owned[] = [];
  const problems: Problem[] = [];
  let fields: [string, string][] = [];
  let line = 1;
  const finish = (): void => {
    if (fields.length > 0) {
      const draft = readEntry(fields, line);
      if (draft.written) entries.push({ draft, headings: [] });
      else problems.push({ line, message: 'This entry has no arXiv id.' });
    }
    fields = [];
  };
  text.split('\n').forEach((each, index) => {
    const match = LINE.exec(each);
    const last = fields.at(-1);
    if (match?.[1] === 'TY') {
      finish();
      line = index + 1;
      fields.push(['TY', match[2] ?? '']);
    } else if (match?.[1] === 'ER') finish();
    else if (match?.[1]) fields.push([match[1], match[2]?.trim() ?? '']);
    else if (last && each.trim() !== '') last[1] += `\n${each.trim()}`;
  });
  finish();
  return { digests: intoDigests(entries, {}, readPath(path).date), problems };
}

function readEntry(fields: readonly (readonly [string, string])[], line: number): Draft {
  const draft: Draft = { line };
  const all = (...tags: string[]): string[] =>
    fields.filter(([tag, text]) => tags.includes(tag) && text !== '').map(([, text]) => text);
  for (const text of all(
    'UR',
    'DO',
    'L1',
    'L2',
    'LK',
    'ID',
    'AN',
    'M1',
    'M3',
    'C1',
    'N1',
    'JO',
    'T2',
    'JF',
    'PB',
    'SP',
    'IS',
    'VL',
  )) {
    addFact(draft, 'link', valueLine(text, line));
  }
  const title = all('TI', 'T1', 'CT')[0];
  if (title) draft.title = oneLine(title);
  addList(draft, 'authors', all('AU', 'A1').map(oneLine));
  const abstract = all('AB', 'N2')[0];
  if (abstract) draft.abstract = abstract;
  addList(draft, 'tags', all('KW'));
  return draft;
}
