import { arxivIdFromUrl, findArxivIds, withoutPlace, type WrittenId } from '../../arxiv/id';
import type { Line } from '../blocks/line';
import { idOfLinks } from './draft';
import { countLongWords, isMention, textAfter, textBefore } from './mention';

/** Finds the id that a short line presents without a label: `arXiv 2608.07437`, or a link beside a few words. */
export function looseId(line: Line): WrittenId | undefined {
  const linked = idOfLinks(line);
  if (linked) return linked;
  const found = findArxivIds(line.text).find((each) => each.kind !== 'bare' || isWhole(line.text));
  return found && withoutPlace(found);
}

const isWhole = (text: string): boolean =>
  /^[\s([【]*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?[\s)\]】]*(?:\[[\w.-]+\])?$/.test(text);

/** A line that names more papers than this presents none of them. */
const MOST_MENTIONS = 100;

/** Finds the first id that a line presents, rather than mentions in running text. */
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

/** Whether a title follows the id: `2504.05309 - Title`, `2504.05309: Title`. */
function leadsLine(text: string, { index, end }: { index: number; end: number }): boolean {
  return index === 0 && text.length < 400 && /^\s*(?:[-–—:：|]\s|\t)/.test(text.slice(end));
}

/** `Comment on arXiv:2511.21731v1: Identifying Quantum Structure …` is a title about another paper. */
function isWithinTitle(text: string, { index, end }: { index: number; end: number }): boolean {
  const before = textBefore(text, index);
  return (
    countLongWords(before.replace(/(?:arxiv|id|paper|link|no|[^\p{L}])+$/iu, '')) >= 1 &&
    countLongWords(textAfter(text, end)) >= 4 &&
    !/[|·•—–:：([]\s*$/.test(before.replace(/arxiv[: ]*$/i, ''))
  );
}

const isBracketed = (text: string, start: number, end: number): boolean =>
  text.length < 300 && /^[([【]$/.test(text.charAt(start - 1)) && /^[)\]】]$/.test(text.charAt(end));
