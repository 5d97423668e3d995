import { findDay } from '../../days/notation';
import { arxivIdFromUrl, findArxivIds, type WrittenId } from '../../arxiv/id';
import type { Problem } from '../../paper';
import type { Block, Paragraph, Part } from '../blocks/block-tree';
import { describe, isLinkWord, parseField, titleStretch } from './describe';
import type { Draft } from './draft';
import type { Line } from '../blocks/line';
import { looksLikeNames } from './looks-like-names';
import { readTable } from './table-rows';

/** An entry and the headings that stand over it, the outermost first. */
export interface Owned {
  draft: Draft;
  /** The block that owns it, where it is one. */
  block?: Block;
  headings: readonly Line[];
}

export interface Owners {
  entries: Owned[];
  problems: Problem[];
}

/**
 * The one rule of ownership. An entry is the smallest block with a title of its own that presents an arXiv id;
 * an id without a title beside it, as in `[abs](…) | [pdf](…)`, belongs to the nearest block around it that has
 * one. The first id wins. An id in running prose is a mention and makes no entry.
 */
export function findOwners(root: Block): Owners {
  const problems: Problem[] = [];
  const { entries } = visit(root, [], problems);
  return { entries, problems };
}

interface Visit {
  entries: Owned[];
  /** Ids that no titled block below owns, in order. */
  loose: Loose[];
}

interface Loose {
  written: WrittenId;
  /** The part of the visited block that holds it. */
  part: number;
  line: Line;
  /** In a line that says little else. */
  standsOut: boolean;
}

function visit(block: Block, above: readonly Line[], problems: Problem[]): Visit {
  const parts = grouped(block);
  const headings = block.head && block.kind !== 'item' ? [...above, block.head] : above;
  const headId = block.head && presentedId(block.head, true);
  const inner: Problem[] = [];
  const below = parts.map((part) => visitPart(part, headings, inner));
  const entries = below.flatMap((each) => each.entries);
  const loose = below.flatMap((each, part) => each.loose.map((one) => ({ ...one, part })));
  const own = (written: WrittenId): Visit => {
    const draft = describe({ ...block, parts: parts.filter((_, part) => !isOfOthers(below[part], written)) });
    return { entries: [{ draft: { ...draft, written }, block, headings: above }], loose: [] };
  };
  if (headId) {
    const kept = entries.filter((entry) => entry.headings.length > headings.length);
    problems.push(...(kept.length > 0 ? inner : []));
    return { entries: [...own(headId).entries, ...kept], loose: [] };
  }
  const first = loose[0] && isTitled(block, parts) ? outranking(loose)[0] : loose[0];
  if (first && isTitled(block, parts) && mayOwn(block, parts, below, loose)) return own(first.written);
  problems.push(...inner);
  if (entries.length === 0 && block.kind !== 'root') {
    return isList(loose, parts) && block.head
      ? { entries: loneEntries(loose, parts, headings), loose: [] }
      : { entries, loose };
  }
  const card = asCard(block, parts, entries);
  if (card) return { entries: [card], loose: [] };
  const stands = entries.length === 0 || isList(loose, parts);
  const lone =
    stands && (block.kind === 'root' || block.kind === 'section') ? loneEntries(loose, parts, headings) : [];
  return { entries: [...entries, ...lone], loose: lone.length > 0 ? [] : loose };
}

/** An element or item around one entry holds what else is said of it: a card whose title bar owns the id. */
function asCard(block: Block, parts: readonly Part[], entries: readonly Owned[]): Owned | undefined {
  const [only] = entries;
  const bounds = block.kind === 'element' || block.kind === 'item' || block.kind === 'quote';
  if (!only || entries.length > 1 || !bounds || parts.length < 2) return undefined;
  const { title: _, written: __, ...around } = describe({ ...block, parts: [...parts] });
  return { ...only, block, draft: { ...around, ...only.draft } };
}

/** Whether a part is about another paper; one that repeats the owner's id belongs to it. */
function isOfOthers(visited: Visit | undefined, { id }: WrittenId): boolean {
  return visited?.entries.some(({ draft }) => draft.written?.id !== id) ?? false;
}

const isEntryPart = (visited: Visit | undefined): boolean => (visited?.entries.length ?? 0) > 0;

function visitPart(part: Part, headings: readonly Line[], problems: Problem[]): Visit {
  switch (part.kind) {
    case 'rule':
      return { entries: [], loose: [] };
    case 'table': {
      const table = readTable(part);
      problems.push(...table.problems);
      return { entries: table.drafts.map((draft) => ({ draft, headings })), loose: [] };
    }
    case 'paragraph':
      return { entries: [], loose: looseIn(part) };
    case 'root':
    case 'section':
    case 'item':
    case 'details':
    case 'element':
    case 'group':
    case 'quote':
      return visit(part, headings, problems);
  }
}

function looseIn(paragraph: Paragraph): Loose[] {
  const loose: Loose[] = [];
  let silent = false;
  for (const line of paragraph.lines) {
    const field = parseField(line);
    if (field) silent = HOLDS_NO_ID.has(field.fact);
    if (silent && (field !== undefined || !isOnlyLinks(line))) continue;
    const written = presentedId(field ? field.value : line, field !== undefined);
    if (written)
      loose.push({ written, part: 0, line, standsOut: field !== undefined || line.text.length < LONG_LINE });
  }
  return loose;
}

const LONG_LINE = 160;

/** An address in a line of its own outranks one at the end of a text. */
function outranking(loose: readonly Loose[]): Loose[] {
  const outstanding = loose.filter((one) => one.standsOut);
  return outstanding.length > 0 ? outstanding : [...loose];
}

/** `[paper](…) · [pdf](…)` under a field goes on with no text of it. */
function isOnlyLinks(line: Line): boolean {
  const linked = line.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return line.links.length > 0 && linked >= line.text.length * 0.5;
}

const HOLDS_NO_ID = new Set([
  'abstract',
  'translatedAbstract',
  'tldr',
  'comments',
  'authors',
  'other',
  'code',
  'affiliations',
  'tags',
  'date',
  'score',
]);

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
    const isWhole = line.text.length < found.end - found.index + 12;
    const isShown = isWhole || isBracketed(line.text, found.index, found.end) || leadsLine(line.text, found);
    if (found.kind === 'bare' && !isShown) continue;
    if (isMention(line, found.index, found.end, isHead) || isWithinTitle(line.text, found)) continue;
    return found.version === undefined ? { id: found.id } : { id: found.id, version: found.version };
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
function isMention(line: Line, start: number, end: number, isHead: boolean): boolean {
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

const words = (text: string): number => text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;

function withoutLinkWords(text: string): string {
  return text.replaceAll(/https?:\/\/\S+|\b(?:arxiv|pdf|abs|html|code|github|paper|link)\b|\d+/gi, '');
}

/** Whether a block has a title: a heading, or a first line that says more than where the paper is. */
function isTitled(block: Block, parts: readonly Part[]): boolean {
  if (block.head) return true;
  if (block.kind === 'root') return false;
  const first = parts[0];
  if (!first) return false;
  if (first.kind === 'paragraph') {
    return first.lines.some((line) => parseField(line)?.fact === 'title' || titleStretch(line) !== undefined);
  }
  if (first.kind === 'section') return first.head !== undefined;
  return first.kind === 'element' || first.kind === 'group' ? isTitled(first, first.parts) : false;
}

/** A heading over a list of papers owns none of them, though the list may give bare addresses only. */
function mayOwn(
  block: Block,
  parts: readonly Part[],
  below: readonly Visit[],
  loose: readonly Loose[],
): boolean {
  const ids = new Set(loose.map((one) => one.written.id));
  if (isList(loose, parts)) return false;
  const sections = parts.some((part, index) => part.kind === 'section' && isEntryPart(below[index]));
  const entries = below.reduce((sum, each) => sum + each.entries.length, 0);
  const isField = loose[0] !== undefined && parseField(loose[0].line) !== undefined;
  // A note on one paper may close with a few others; a survey's address stands over hundreds.
  if (sections && !(isField && entries <= 5)) return false;
  if (entries === 0) return ids.size <= 3 || new Set(loose.map((one) => one.part)).size === 1;
  const firstEntry = below.findIndex((each) => each.entries.length > 0);
  return block.kind !== 'section'
    ? (loose[0]?.part ?? 0) <= firstEntry
    : entries < 4 && (loose[0]?.part ?? 0) < firstEntry;
}

/** Different papers in different items or paragraphs, side by side. */
function isList(loose: readonly Loose[], parts: readonly Part[]): boolean {
  const firstOf = new Map<number, string>();
  for (const one of loose) if (!firstOf.has(one.part)) firstOf.set(one.part, one.written.id);
  const distinct = new Set(firstOf.values()).size;
  if (distinct < 2) return false;
  const labelled = loose.filter((one) => parseField(one.line) !== undefined).length;
  const kinds = new Set([...firstOf.keys()].map((part) => parts[part]?.kind));
  return labelled * 2 < loose.length && kinds.size === 1;
}

/** Papers with nothing but an address: each part of a list is an entry of its own. */
function loneEntries(loose: readonly Loose[], parts: readonly Part[], headings: readonly Line[]): Owned[] {
  const byPart = new Map<number, Loose[]>();
  for (const one of loose) {
    const known = byPart.get(one.part);
    if (known) known.push(one);
    else byPart.set(one.part, [one]);
  }
  return [...byPart].flatMap(([part, ones]) => {
    const held = parts[part];
    if (held?.kind === 'paragraph') {
      // Lines of one paragraph may be papers each.
      return ones.map((one) => ({
        draft: {
          ...describe(blockOf([{ kind: 'paragraph', lines: [one.line] }], one.line.line)),
          written: one.written,
        },
        headings,
      }));
    }
    const [first] = ones;
    if (!first) return [];
    const draft = held && 'parts' in held ? describe(held) : { line: first.line.line };
    return [{ draft: { ...draft, written: first.written }, headings }];
  });
}

function blockOf(parts: Part[], line: number): Block {
  return { kind: 'group', line, depth: 0, parts };
}

/** Puts the paragraphs that follow a title in bold, a `Title:` label or a linked title together as a block. */
function grouped(block: Block): Part[] {
  if (block.kind === 'item' || block.kind === 'group') return block.parts;
  // Under a heading over one paper the heading is the title, and a line of words may be its authors.
  const mayGuess = !block.head || idsIn(block.parts) > 1;
  const starts = block.parts.map((part, index) => {
    if (part.kind !== 'paragraph') return false;
    return beginsEntry(part) || (mayGuess && beginsWithTitle(part, block.parts[index + 1]));
  });
  const count = starts.filter(Boolean).length;
  if (count === 0) return block.parts;
  // One paragraph with a title under a heading that is itself a title: the heading's own link.
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

/** Lines without a blank between them, each beginning an entry: `[1] …` under `[1] …`. */
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

/** `Title: …` under `[1] arXiv:2504.05309` is of the same entry. */
function completes(paragraph: Paragraph, line: Line): boolean {
  const isTitleField = parseField(line)?.fact === 'title';
  return isTitleField && !paragraph.lines.some((each) => titleStretch(each) !== undefined);
}

function beginsEntry(paragraph: Paragraph): boolean {
  const first = paragraph.lines[0];
  return first !== undefined && isStart(first);
}

/** A line of words over lines of which one is an address, or over a paragraph that is one. */
function beginsWithTitle(paragraph: Paragraph, following: Part | undefined): boolean {
  const [first, ...others] = paragraph.lines;
  if (first === undefined || !isTitleLine(first)) return false;
  const below =
    following?.kind === 'paragraph' && following.lines.length < 3 ? following.lines.slice(0, 1) : [];
  return [...others, ...below].some((line) => standsAlone(line));
}

function idsIn(parts: readonly Part[]): number {
  const ids = parts.flatMap((part) =>
    part.kind === 'paragraph' ? looseIn(part).map((one) => one.written.id) : [],
  );
  return new Set(ids).size;
}

/** A short line without a full stop, over lines of which one is an address. */
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
  return parseField(line) !== undefined || words(rest) <= 6 || looksLikeNames(rest);
}

/** A line with nothing in it but an address. */
const isAddress = (line: Line | undefined): boolean =>
  line !== undefined && presentedId(line, true) !== undefined && words(withoutLinkWords(line.text)) === 0;

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
  if (link && words(line.text.slice(0, link.start)) > 0) return false;
  return (
    link !== undefined &&
    link.start < 12 &&
    !isLinkWord(line.text.slice(link.start, link.end)) &&
    !isMention(line, link.start, link.end, true)
  );
}
