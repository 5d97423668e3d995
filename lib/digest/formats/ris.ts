import { say } from '../../i18n/translate';
import type { Problem } from '../../paper';
import { valueLine } from '../data/records';
import { oneLine } from '../entries/bare-text';
import { addFact, addList, type Draft } from '../entries/draft';
import { intoDigests } from '../entries/into-digests';
import type { FoundEntry } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** The tagged lines that reference managers exchange: RIS, EndNote's `%T`, RefWorks' `T1 …`. */
export const ris: Format = {
  name: 'ris',
  claims: ({ text }) => {
    const start = text.slice(0, 20_000);
    return (
      (/^TY {1,2}- /m.test(start) && /^(?:UR|DO|ID|T[I1]|L[1K2]) {1,2}- /m.test(text)) ||
      (/^%0 \S/m.test(start) && /^%[TU] /m.test(start)) ||
      (/^RT \S/m.test(start) && /^T1 /m.test(start))
    );
  },
  read: readRis,
};

const LINE =
  /^(?:([A-Z][A-Z0-9])(?: {1,2}- ?|(?<=RT|SR|A1|T1|AB|LK|UL|DO|K1|NO|JF|YR|FD) )|%([0-9A-Z@]) )(.*)$/;
const TAG_OF_ENDNOTE: Readonly<Record<string, string>> = {
  '0': 'TY',
  T: 'TI',
  A: 'AU',
  U: 'UR',
  X: 'AB',
  K: 'KW',
  R: 'DO',
  M: 'AN',
  J: 'JO',
  Z: 'N1',
};

/** Reads one line, in whichever of the three ways it is tagged, with the tag that RIS would give it. */
function tagged(line: string): { tag: string; text: string } | undefined {
  const match = LINE.exec(line);
  if (!match) return undefined;
  const tag = match[1] ?? TAG_OF_ENDNOTE[match[2] ?? ''] ?? 'other';
  return { tag: tag === 'RT' ? 'TY' : tag, text: match[3]?.trim() ?? '' };
}

function readRis({ path, text }: Source): ParsedFile {
  const entries: FoundEntry[] = [];
  const problems: Problem[] = [];
  let fields: [string, string][] = [];
  let line = 1;
  const finish = (): void => {
    if (fields.length > 0) {
      const draft = readEntry(fields, line);
      if (draft.written) entries.push({ draft, headings: [] });
      else problems.push({ line, ...say('digest_entryNoId') });
    }
    fields = [];
  };
  text.split('\n').forEach((each, index) => {
    const read = tagged(each);
    const last = fields.at(-1);
    if (read?.tag === 'TY') {
      finish();
      line = index + 1;
    }
    if (read?.tag === 'ER') finish();
    else if (read) fields.push([read.tag, read.text]);
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
    'UL',
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
  addList(
    draft,
    'authors',
    all('AU', 'A1')
      .flatMap((names) => names.split(';'))
      .map(oneLine),
  );
  const abstract = all('AB', 'N2')[0];
  if (abstract) draft.abstract = abstract;
  addList(draft, 'tags', all('KW', 'K1'));
  return draft;
}
