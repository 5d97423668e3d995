import { arxivIdFromUrl } from '../../arxiv/id';
import { findDay } from '../../days/notation';
import { type Block, blockOf, type Paragraph, type Part } from '../blocks/block-tree';
import type { Line } from '../blocks/line';
import { parseField } from './field';
import { isLinkWord } from './link-words';
import { looksLikeNames } from './looks-like-names';
import { findLooseIds } from './loose-ids';
import { countLongWords, isMention, withoutLinkWords } from './mention';
import { presentedId } from './presented-id';
import { titleStretch } from './title';

/** Makes one block of a title in bold, a `Title:` label or a linked title, and the paragraphs that follow it. */
export function groupParagraphs(block: Block): Part[] {
  if (block.kind === 'list-item' || block.kind === 'group') return block.parts;
  // A heading over one paper is its title, and a line of words below may be its authors.
  const mayGuess = !block.head || idsIn(block.parts) > 1;
  const starts = block.parts.map((part, index) => {
    if (part.kind !== 'paragraph') return false;
    return beginsEntry(part) || (mayGuess && beginsWithTitle(part, block.parts[index + 1]));
  });
  const count = starts.filter(Boolean).length;
  if (count === 0) return block.parts;
  const out: Part[] = [];
  let open: Block | undefined;
  for (const [index, part] of block.parts.entries()) {
    if (starts[index] && part.kind === 'paragraph') {
      for (const paragraph of splitParagraph(part)) {
        open = blockOf([paragraph], paragraph.lines[0]?.line ?? block.line);
        out.push(open);
      }
    } else if (part.kind === 'section' || part.kind === 'rule') {
      open = undefined;
      out.push(part);
    } else if (open) open.parts.push(part);
    else out.push(part);
  }
  return out;
}

/** Splits a paragraph whose lines begin entries without a blank line between them: `[1] …`, `[2] …`. */
function splitParagraph(paragraph: Paragraph): Paragraph[] {
  const out: Paragraph[] = [];
  for (const line of paragraph.lines) {
    const last = out.at(-1);
    const begins =
      last &&
      ((isStart(line) && last.lines.some((each) => presentedId(each, true)) && !completes(last, line)) ||
        (last.lines.length > 1 &&
          isAddress(last.lines.at(-1)) &&
          isTitleLine(line) &&
          !looksLikeNames(line.text)));
    if (last && !begins) last.lines.push(line);
    else out.push({ kind: 'paragraph', lines: [line] });
  }
  return out;
}

/** Whether a line belongs to the entry above, as `Title: …` does under `[1] arXiv:2504.05309`. */
function completes(paragraph: Paragraph, line: Line): boolean {
  const isTitleField = parseField(line)?.fact === 'title';
  return isTitleField && !paragraph.lines.some((each) => titleStretch(each) !== undefined);
}

function beginsEntry(paragraph: Paragraph): boolean {
  const first = paragraph.lines[0];
  return first !== undefined && isStart(first);
}

/** Whether a paragraph is a line of words with an address below it, in the same paragraph or the next. */
function beginsWithTitle(paragraph: Paragraph, following: Part | undefined): boolean {
  const [first, ...others] = paragraph.lines;
  if (first === undefined || !isTitleLine(first)) return false;
  const below =
    following?.kind === 'paragraph' && following.lines.length < 3 ? following.lines.slice(0, 1) : [];
  return [...others, ...below].some((line) => standsAlone(line));
}

function idsIn(parts: readonly Part[]): number {
  const ids = parts.flatMap((part) =>
    part.kind === 'paragraph' ? findLooseIds(part).map((one) => one.written.id) : [],
  );
  return new Set(ids).size;
}

/** Whether a line can be a title over an address: it is short and has no full stop. */
function isTitleLine(line: Line): boolean {
  const isShort = line.text.length < 300 && !/[.。!?:：]$/.test(line.text);
  return (
    isShort &&
    parseField(line) === undefined &&
    presentedId(line, true) === undefined &&
    titleStretch(line) !== undefined
  );
}

function standsAlone(line: Line): boolean {
  if (presentedId(line, false) === undefined) return false;
  const rest = withoutLinkWords(line.text)
    .replaceAll(/[()[\]:：]/g, ' ')
    .trim();
  return parseField(line) !== undefined || countLongWords(rest) <= 6 || looksLikeNames(rest);
}

/** Whether a line holds an address and nothing else. */
const isAddress = (line: Line | undefined): boolean =>
  line !== undefined &&
  presentedId(line, true) !== undefined &&
  countLongWords(withoutLinkWords(line.text)) === 0;
function isStart(line: Line): boolean {
  const field = parseField(line);
  if (field) return field.fact === 'title' && field.value.text !== '' && !isLinkWord(field.value.text);
  const isNumbered = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)、])\s*\S/.test(line.text);
  if (isNumbered && (titleStretch(line) ?? presentedId(line, true))) return true;
  const bold = line.strong[0];
  if (
    bold &&
    bold.start < 8 &&
    bold.end - bold.start > Math.min(24, line.text.length * 0.7) &&
    titleStretch(line)
  ) {
    return !findDay(line.text.slice(bold.start, bold.end)) || presentedId(line, true) !== undefined;
  }
  const link = line.links.find((each) => arxivIdFromUrl(each.href));
  if (link && countLongWords(line.text.slice(0, link.start)) > 0) return false;
  return (
    link !== undefined &&
    link.start < 12 &&
    !isLinkWord(line.text.slice(link.start, link.end)) &&
    !isMention(line, link.start, link.end, true)
  );
}
