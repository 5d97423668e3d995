import { parseDay } from '../../days/notation';
import { type Line, sliceLine } from '../blocks/line';
import { type Fact, isOtherLabel, parseLabel } from '../labels';
import { anyOf, either } from '../word-pattern';
import { isLinkWord } from './link-words';
import { looksLikeNames } from './looks-like-names';

export interface Field {
  fact: Fact;
  value: Line;
}

/** A picture that stands where others write a label, and what must follow it for that. */
interface Picture {
  fact: Fact;
  at: RegExp;
  isFollowedBy: (value: Line) => boolean;
}

const isShort = ({ text }: Line): boolean => text.length < 200;

// As in the fixture `pictures-as-labels`.
const PICTURES: readonly Picture[] = [
  {
    fact: 'authors',
    at: /^(?:👥|👤|👨|👩|🧑|✍|🖊|🙋)/u,
    isFollowedBy: ({ text }) => looksLikeNames(text, 1),
  },
  {
    fact: 'link',
    at: /^(?:🔗|📎|🌐|🖇)/u,
    isFollowedBy: ({ text, links }) => links.length > 0 && isLinkWord(text),
  },
  { fact: 'tags', at: /^(?:🏷|🔖)/u, isFollowedBy: isShort },
  { fact: 'date', at: /^(?:📅|🗓|📆|🕒|⏰)/u, isFollowedBy: ({ text }) => parseDay(text) !== undefined },
  { fact: 'affiliations', at: /^(?:🏫|🏛|🏢|🎓)/u, isFollowedBy: isShort },
  { fact: 'code', at: /^(?:💻|🐙|🧑‍💻)/u, isFollowedBy: isShort },
  { fact: 'abstract', at: /^(?:📝|📃|📖|🧾)/u, isFollowedBy: ({ text }) => text.length > 80 },
  { fact: 'tldr', at: /^(?:💡|🧠|✨)/u, isFollowedBy: ({ text }) => text.length > 40 },
];

/** Facts whose labels in capitals may begin a title instead: `SCORE: Story Coherence …`, `TEAM: …`. */
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

const LABEL = new RegExp(
  [
    // A number, then an emoji, a star or another mark: `3) Title:`, `📅 **Date:**`, `> Score:`.
    String.raw`^(?:[([（]?\d{1,4}[.)\]）、:]{1,2}\s*)?`,
    String.raw`[^\p{L}\p{N}\n]{0,8}`,
    // The label, perhaps with its language behind it: `Title (ZH)`.
    String.raw`(\p{L}[\p{L}\p{N} .;/&'_-]{0,30}?(?:\s?[([（][^()[\]（）\n]{1,20}[)\]）])?)`,
    // The colon, inside or outside of bold type. Behind it stands no digit, as in `10:30`, and no `//`.
    '[*_`\\s]{0,6}[:：]{1,2}[*_`]{0,4}',
    String.raw`(?:\s+|$|(?=[^\s/\d]))`,
  ].join(''),
  'u',
);

/** `**Authors**: Ada Example` or `作者：…`. A label that stands alone has an empty value. */
export function parseField(line: Line): Field | undefined {
  const match = LABEL.exec(line.text);
  if (match?.[1]) {
    const fact = factOf(match[1]);
    if (fact && !/^https?$/i.test(match[1])) return { fact, value: sliceLine(line, match[0].length) };
  }
  const bold = line.strong[0];
  if (!bold || bold.start > 4) return parsePictured(line);
  const label = line.text.slice(bold.start, bold.end).replace(/[:：]\s*$/, '');
  const fact = factOf(label);
  if (!fact) return undefined;
  const value = sliceLine(line, bold.end);
  return { fact, value: { ...value, text: value.text.replace(/^[:：–—-]\s*/, '') } };
}

/** `👥 Ada Example, Bo Li`: a picture where others write a label, if what follows is of that kind. */
function parsePictured(line: Line): Field | undefined {
  const picture = PICTURES.find(({ at }) => at.test(line.text));
  const length = PICTURE_AT.exec(line.text)?.[0].length;
  if (picture === undefined || length === undefined) return undefined;
  const value = sliceLine(line, length);
  return picture.isFollowedBy(value) ? { fact: picture.fact, value } : undefined;
}

export function factOf(label: string): Fact | undefined {
  const clean = label.replaceAll(/^[^\p{L}]+|[^\p{L})\]）]+$/gu, '');
  const fact = parseLabel(clean) ?? (isOtherLabel(clean) ? 'other' : undefined);
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

/** Words that begin another field behind a comma: `Ada Example, code: …`. */
const FIELDS_BEHIND_COMMA = anyOf('paper, code, link, pdf, arxiv, url, project, author(s), date, comment(s)');

/** What parts the pieces of a line. */
const BARS = new RegExp(
  either(
    // `[Score 3] …`: the end of a bracket at the start of a line.
    String.raw`(?<=^\s*[([][^()[\]]{1,40}[)\]])\s+`,
    String.raw`\s+[|·•∙▪‖│]\s+`,
    String.raw`\n`,
    String.raw`\s+[–—]\s+`,
    String.raw`\s+-\s+`,
    String.raw`\s+\/\/\s+`,
    String.raw`[,;，；]\s+(?=(?:\p{L}+ )?${FIELDS_BEHIND_COMMA}\s?[:：])`,
  ),
  'giu',
);
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
