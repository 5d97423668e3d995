import { arxivIdFromUrl, findArxivIds } from '../../arxiv/id';
import { parseDay } from '../../days/notation';
import type { Line } from '../blocks/line';
import { isOtherLabel, parseLabel } from '../labels';
import { anyOf } from '../word-pattern';
import { withoutNumber, withoutWrapping } from './bare-text';
import { isCategories } from './categories';
import { parseField } from './field';
import { isLinkWord } from './link-words';

const LONGEST_TITLE = 2000;

interface Stretch {
  start: number;
  end: number;
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** What stands between a title and the address of the paper: `Title (arXiv: …`, `Title — available at …`. */
const TAIL = new RegExp(
  [
    String.raw`[\s([（【<*_,.:：;|–—-]*`,
    String.raw`(?:[\s([（【]${anyOf('arxiv, pdf, paper, link, available at, url, abs, doi, id')}[\s:：]*)?`,
    String.raw`[\s([（【<*_-]*$`,
  ].join(''),
  'i',
);
const HEAD_BARS = ['\n'];
const BARS_AFTER_TITLE = [' | ', ' · ', ' • ', ' — ', ' – ', '\n', ' - '];

export const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** Finds where the title stands in a line that begins an entry. */
export function titleStretch(line: Line, isHead = false): Stretch | undefined {
  const written = parseField(line);
  const field = isHead && written?.fact !== 'title' && written?.value.text !== '' ? undefined : written;
  if (field && field.fact !== 'title') return undefined;
  if (field) {
    return field.value.text !== '' && !isLinkWord(field.value.text)
      ? { start: line.text.length - field.value.text.length, end: line.text.length }
      : undefined;
  }
  const linked = line.links.find(
    (link) => arxivIdFromUrl(link.href) && isTitle(line.text.slice(link.start, link.end)),
  );
  const bold = line.strong.find((one) => isTitle(line.text.slice(one.start, one.end)) && one.start < 60);
  const isBoldTitle = linked && bold && bold.end <= linked.start && lengthOf(bold) > lengthOf(linked);
  if (linked && !isBoldTitle) return linked;
  if (bold) return bold;
  const other = line.links[0];
  if (other && other.start < 30 && isTitle(line.text.slice(other.start, other.end))) return other;
  const startsWithId = findArxivIds(line.text.slice(0, 40))[0]?.index === 0;
  return (startsWithId ? undefined : leadingStretch(line, isHead)) ?? trailingStretch(line);
}

/** Takes the words before the first link, id or bar as the title. */
function leadingStretch(line: Line, isHead: boolean): Stretch | undefined {
  const stops = [
    ...line.links.map((link) => link.start),
    ...findArxivIds(line.text)
      .filter((found) => (line.text.slice(found.end).match(/\p{L}{2,}/gu)?.length ?? 0) < 4)
      .map((found) => found.index),
    ...(isHead ? HEAD_BARS : BARS_AFTER_TITLE).map((bar) => line.text.indexOf(bar)).filter((at) => at > 12),
  ];
  const end = Math.min(line.text.length, ...stops);
  const words = line.text.slice(0, end);
  const text = end < line.text.length ? words.replace(TAIL, '').replace(/[,，]\s*$/, '') : words;
  const day = /^[^\p{L}\d]*(?:\[?\d{4}[-./]\d{1,2}[-./]\d{1,2}\]?)[\s:,|·–—-]*/u.exec(text);
  const start = day ? day[0].length : 0;
  return isTitle(text.slice(start)) ? { start, end: text.length } : undefined;
}

/** Takes the words behind an address as the title: `[2504.05309](…) Title`, `arXiv:2504.05309 - Title`. */
function trailingStretch(line: Line): Stretch | undefined {
  const link = line.links.find(
    (each) => arxivIdFromUrl(each.href) && isLinkWord(line.text.slice(each.start, each.end)),
  );
  const named = link
    ? undefined
    : findArxivIds(line.text).find((found) => found.kind === 'named' || found.index === 0);
  const from = link?.end ?? named?.end;
  if (from === undefined || countWords(line.text.slice(0, from)) > 4) return undefined;
  if (named && !/^\s*[\])】]?\s*[:：|–—-]/.test(line.text.slice(from))) return undefined;
  return stretchAfter(line, from);
}

/** Takes the first words behind a place that are neither a category nor a day. */
function stretchAfter(line: Line, from: number): Stretch | undefined {
  const bars = BARS_AFTER_TITLE.map((bar) => line.text.indexOf(bar, from + 4)).filter((at) => at > 0);
  const links = line.links.filter((each) => each.start > from).map((each) => each.start);
  const next = Math.min(line.text.length, ...links, ...bars);
  const lead = /^[\s)\]】:：,.|·•–—-]*/.exec(line.text.slice(from, next))?.[0].length ?? 0;
  const words = line.text.slice(from + lead, next);
  if (next < line.text.length && (parseDay(words) ?? isCategories(words))) return stretchAfter(line, next);
  return isTitle(line.text.slice(from + lead, next)) ? { start: from + lead, end: next } : undefined;
}

function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false;
  const clean = withoutNumber(withoutWrapping(text));
  if (isLinkWord(clean) || parseDay(clean)) return false;
  if (parseLabel(clean.replace(/[:：]\s*$/, '')) ?? isOtherLabel(clean)) return false;
  const words = clean.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return /[\u3040-\u9fff\uac00-\ud7af]{4}/.test(clean) || words >= 2 || /^[\p{L}\p{N}.+-]{4,}$/u.test(clean);
}
