import { parseDay } from '../../days/notation';
import { type Line, sliceLine } from '../blocks/line';
import { type Fact, isOtherLabel, parseLabel } from '../labels';
import { isLinkWord } from './link-words';
import { looksLikeNames } from './looks-like-names';

export interface Field {
  fact: Fact;
  value: Line;
}
// A mark, an emoji or a star may stand before a label: `📅 **Date:**`, `> Score:`.
const PICTURES: readonly (readonly [RegExp, Fact])[] = [
  [/^(?:👥|👤|👨|👩|🧑|✍|🖊|🙋)/u, 'authors'],
  [/^(?:🔗|📎|🌐|🖇)/u, 'link'],
  [/^(?:🏷|🔖)/u, 'tags'],
  [/^(?:📅|🗓|📆|🕒|⏰)/u, 'date'],
  [/^(?:🏫|🏛|🏢|🎓)/u, 'affiliations'],
  [/^(?:💻|🐙|🧑‍💻)/u, 'code'],
  [/^(?:📝|📃|📖|🧾)/u, 'abstract'],
  [/^(?:💡|🧠|✨)/u, 'tldr'],
];

const ACRONYMS = new Set<Fact>([
  'score',
  'categories',
  'affiliations',
  'announce',
  'other',
  'topic',
  'tags',
  'code',
]);

const LABEL =
  /^(?:[([（]?\d{1,4}[.)\]）、:]{1,2}\s*)?[^\p{L}\p{N}\n]{0,8}(\p{L}[\p{L}\p{N} .;/&'_-]{0,30}?(?:\s?[([（][^()[\]（）\n]{1,20}[)\]）])?)[*_`\s]{0,6}[:：]{1,2}[*_`]{0,4}(?:\s+|$|(?=[^\s/\d]))/u;
/** `**Authors**: Ada Example` or `作者：…`. A label that stands alone has an empty value. */
export function parseField(line: Line): Field | undefined {
  const match = LABEL.exec(line.text);
  if (match?.[1]) {
    const fact = factOf(match[1]);
    if (fact && !/^https?$/i.test(match[1])) return { fact, value: sliceLine(line, match[0].length) };
  }
  const bold = line.strong[0];
  if (!bold || bold.start > 4) return pictured(line);
  const label = line.text.slice(bold.start, bold.end).replace(/[:：]\s*$/, '');
  const fact = factOf(label);
  if (!fact) return undefined;
  const value = sliceLine(line, bold.end);
  return { fact, value: { ...value, text: value.text.replace(/^[:：–—-]\s*/, '') } };
}

/** `👥 Ada Example, Bo Li`: a picture where others write a label, if what follows is of that kind. */
function pictured(line: Line): Field | undefined {
  const fact = PICTURES.find(([picture]) => picture.test(line.text))?.[1];
  const length = PICTURE_AT.exec(line.text)?.[0].length;
  if (fact === undefined || length === undefined) return undefined;
  const value = sliceLine(line, length);
  const fits =
    fact === 'authors'
      ? looksLikeNames(value.text, 1)
      : fact === 'link'
        ? value.links.length > 0 && isLinkWord(value.text)
        : fact === 'date'
          ? parseDay(value.text) !== undefined
          : fact === 'abstract'
            ? value.text.length > 80
            : fact === 'tldr'
              ? value.text.length > 40
              : value.text.length < 200;
  return fits ? { fact, value } : undefined;
}

export function factOf(label: string): Fact | undefined {
  const clean = label.replaceAll(/^[^\p{L}]+|[^\p{L})\]）]+$/gu, '');
  const fact = parseLabel(clean) ?? (isOtherLabel(clean) ? 'other' : undefined);
  // `SCORE: Story Coherence …`, `TEAM: …`, `SCoRE: …` are how titles begin.
  return fact && ACRONYMS.has(fact) && /^\w*[A-Z]\w*[A-Z]\w*$/.test(clean) ? undefined : fact;
}

/** `Published: 2026-01-13 | Category: cs.RO` holds two fields, `· Score: 3` after some words holds one. */
export function splitFields(line: Line): Field[] {
  const first = parseField(line);
  const mayHoldMore = line.text.length < 2000 && /[:：]/.test(line.text);
  if (!mayHoldMore || first?.fact === 'abstract' || first?.fact === 'translatedAbstract')
    return first ? [first] : [];
  const pieces = splitPieces(line);
  if (pieces.length < 2) return first ? [first] : [];
  const fields = pieces.map(parseField);
  const known = fields.filter((field) => field !== undefined);
  if (known.length < 2) return first && known.length === 1 ? [first] : [];
  return known;
}

export function titleFields(line: Line): Field[] {
  const field = parseField(line);
  return field ? splitFields(line) : [];
}

const BARS =
  /(?<=^\s*[([][^()[\]]{1,40}[)\]])\s+|\s+[|·•∙▪‖│]\s+|\n|\s+[–—]\s+|\s+-\s+|\s+\/\/\s+|[,;，；]\s+(?=(?:\p{L}+ )?(?:paper|code|link|pdf|arxiv|url|project|authors?|date|comments?)\s?[:：])/giu;
const MOST_PIECES = 100;
export function splitPieces(line: Line): Line[] {
  const pieces: Line[] = [];
  let start = 0;
  for (const match of line.text.matchAll(BARS)) {
    // A dash inside a link's text parts nothing.
    if (line.links.some((link) => link.start < match.index && match.index < link.end)) continue;
    if (pieces.length >= MOST_PIECES) break;
    pieces.push(sliceLine(line, start, match.index));
    start = match.index + match[0].length;
  }
  pieces.push(sliceLine(line, start));
  return pieces;
}

export const PICTURE_AT = /^(?:[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}]\uFE0F?\u200D?)+\s*/u;
