import { arxivIdFromUrl, findArxivIds, withoutPlace, type WrittenId } from '../../arxiv/id';
import type { Line } from '../blocks/line';
import { type Draft, idOfLinks } from './draft';
import { isLinkWord } from './link-words';

/** An id that a short line presents without a label: `arXiv 2608.07437`, or a link beside a few words. */
export function looseId(line: Line): Draft['written'] {
  const linked = idOfLinks(line);
  if (linked) return linked;
  const found = findArxivIds(line.text).find((each) => each.kind !== 'bare' || isWhole(line.text));
  return found && withoutPlace(found);
}

export const isWhole = (text: string): boolean =>
  /^[\s([【]*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?[\s)\]】]*(?:\[[\w.-]+\])?$/.test(text);
// What a line of so many mentions presents is none of them; and so far away nothing tells what an id is there for.
const MOST_MENTIONS = 100;
const NEAR = 700;
const textBefore = (text: string, index: number): string => text.slice(Math.max(0, index - NEAR), index);
const textAfter = (text: string, end: number): string => text.slice(end, end + NEAR);
/** The first id that a line presents, rather than mentions in running prose. */
export function presentedId(line: Line, isHead: boolean): WrittenId | undefined {
  for (const link of line.links.slice(0, MOST_MENTIONS)) {
    const written = arxivIdFromUrl(link.href);
    if (written && !isMention(line, link.start, link.end, isHead)) return written;
  }
  for (const found of findArxivIds(line.text).slice(0, MOST_MENTIONS)) {
    const isAlone = line.text.length < found.end - found.index + 12;
    const isShown = isAlone || isBracketed(line.text, found.index, found.end) || leadsLine(line.text, found);
    if (found.kind === 'bare' && !isShown) continue;
    if (isMention(line, found.index, found.end, isHead) || isWithinTitle(line.text, found)) continue;
    return withoutPlace(found);
  }
  return undefined;
}

/** `2504.05309 - Title`, `2504.05309: Title`. */
function leadsLine(text: string, { index, end }: { index: number; end: number }): boolean {
  return index === 0 && text.length < 400 && /^\s*(?:[-–—:：|]\s|\t)/.test(text.slice(end));
}

/** `Comment on arXiv:2511.21731v1: Identifying Quantum Structure …` is a title about another paper. */
function isWithinTitle(text: string, { index, end }: { index: number; end: number }): boolean {
  const before = textBefore(text, index);
  return (
    words(before.replace(/(?:arxiv|id|paper|link|no|[^\p{L}])+$/iu, '')) >= 1 &&
    words(textAfter(text, end)) >= 4 &&
    !/[|·•—–:：([]\s*$/.test(before.replace(/arxiv[: ]*$/i, ''))
  );
}

const isBracketed = (text: string, start: number, end: number): boolean =>
  text.length < 300 && /^[([【]$/.test(text.charAt(start - 1)) && /^[)\]】]$/.test(text.charAt(end));
const SENTENCE =
  /[.!?。！？]\s|[.。]$|\b(?:the|we|our|this|that|which|is|are|was|were|has|have|see|as|in|of)\b/i;
/** `… in real time. ([paper](…))`: where a text about a paper ends in its address. */
const closesText = (words: string, before: string, after: string): boolean =>
  isLinkWord(words) &&
  /\p{L}{3}/u.test(words) &&
  !/\d/.test(words) &&
  /[([（【]$/.test(before) &&
  /^[)\]）】.\s]*$/.test(after);
/** `papers like …`, `Inspired by …`, `builds on …`: another paper follows. */
const LEADS_TO_OTHER =
  /(?<!\p{L})(?:such as|like|of|with|from|than|by|following|extend(?:s|ing)|cf\.?|e\.g\.,?|unlike|against|using|(?:based|builds?|building|improv\w+) (?:up)?on|与|和|类似|基于|参考)[\s:：]*[([（]?(?:arxiv[:\s]*)?$/iu;
const PROSE =
  /(?<!\p{L})(?:we|our|see|which|whose|they|has|have|been|can|while|however|these|those)(?!\p{L})/giu;
const isProse = (text: string): boolean =>
  /[.!?] \p{Lu}/u.test(text) && (text.match(PROSE)?.length ?? 0) >= 2;
/** Whether an id stands amid a sentence: words before it that are no title, and words after it. */
export function isMention(line: Line, start: number, end: number, isHead: boolean): boolean {
  const before = textBefore(line.text, start).replace(/https?:\/\/\S*$/, '');
  const after = textAfter(line.text, end);
  if (closesText(line.text.slice(start, end), before, after)) return false;
  const wordsBefore = words(before);
  const wordsAfter = words(withoutLinkWords(after));
  if (wordsBefore <= 2) return false;
  const isLinkedTitle = line.links.some(
    (link) => link.start === start && !isLinkWord(line.text.slice(link.start, link.end)),
  );
  const boldTitle = line.strong.some((one) => one.end <= start && one.start < 60 && one.end - one.start > 8);
  if (boldTitle) return false;
  if (!isLinkedTitle && (LEADS_TO_OTHER.test(before) || isProse(before))) return true;
  const isSentence = SENTENCE.test(before);
  if (wordsAfter <= 4 && before.length < (isHead ? 600 : 240)) {
    if (isLinkedTitle) return isSentence && wordsBefore > 3;
    // A list of references ends in an id and a year; a sentence goes on.
    return isSentence && !isHead && wordsAfter > 2;
  }
  if (/[|·•—–]\s*(?:\p{L}{0,12}[:：]?\s*)[([]?$/u.test(before) && before.length < 400) return false;
  return SENTENCE.test(before) || before.length >= 240;
}

export const words = (text: string): number => text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
export function withoutLinkWords(text: string): string {
  return text.replaceAll(/https?:\/\/\S+|\b(?:arxiv|pdf|abs|html|code|github|paper|link)\b|\d+/gi, '');
}
