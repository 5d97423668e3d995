import type { WrittenId } from '../../arxiv/id';
import type { Problem } from '../../paper';
import { type Block, blockOf, type Part } from '../blocks/block-tree';
import type { Line } from '../blocks/line';
import { describe } from './describe';
import type { Draft } from './draft';
import { parseField } from './field';
import { groupParagraphs } from './group-paragraphs';
import { findLooseIds, type LooseId } from './loose-ids';
import { presentedId } from './presented-id';
import { readTable } from './table-rows';
import { titleStretch } from './title';

/** An entry and the headings that stand over it, the outermost first. */
export interface FoundEntry {
  draft: Draft;
  /** The block that the entry was read from; a row of a table has none. */
  block?: Block;
  headings: readonly Line[];
}

interface FoundEntries {
  entries: FoundEntry[];
  problems: Problem[];
}

/**
 * The one rule of ownership. An entry is the smallest block with a title of its own that presents an arXiv id;
 * an id without a title beside it, as in `[abs](…) | [pdf](…)`, belongs to the nearest block around it that has
 * one. The first id wins. An id in running prose is a mention and makes no entry.
 */
export function findEntries(root: Block): FoundEntries {
  const problems: Problem[] = [];
  const { entries } = visit(root, [], problems);
  return { entries, problems };
}

interface Visit {
  entries: FoundEntry[];
  /** Ids that no block below with a title has claimed, in order. */
  loose: LooseId[];
}

function visit(block: Block, above: readonly Line[], problems: Problem[]): Visit {
  const parts = groupParagraphs(block);
  const headings = block.head && block.kind !== 'list-item' ? [...above, block.head] : above;
  const headId = block.head && presentedId(block.head, true);
  const inner: Problem[] = [];
  const below = parts.map((part) => visitPart(part, headings, inner));
  const entries = below.flatMap((each) => each.entries);
  const loose = below.flatMap((each, part) => each.loose.map((one) => ({ ...one, part })));
  const claim = (written: WrittenId): Visit => {
    const draft = describe({ ...block, parts: parts.filter((_, part) => !isOfOthers(below[part], written)) });
    return { entries: [{ draft: { ...draft, written }, block, headings: above }], loose: [] };
  };
  if (headId) {
    const kept = entries.filter((entry) => entry.headings.length > headings.length);
    problems.push(...(kept.length > 0 ? inner : []));
    return { entries: [...claim(headId).entries, ...kept], loose: [] };
  }
  const first = loose[0] && isTitled(block, parts) ? outranking(loose)[0] : loose[0];
  if (first && isTitled(block, parts) && mayOwn(block, parts, below, loose)) return claim(first.written);
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

/** Reads the block around a single entry as a card: the title bar holds the id, the rest says more about the paper. */
function asCard(
  block: Block,
  parts: readonly Part[],
  entries: readonly FoundEntry[],
): FoundEntry | undefined {
  const [only] = entries;
  const bounds = block.kind === 'element' || block.kind === 'list-item' || block.kind === 'quote';
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
      return { entries: [], loose: findLooseIds(part) };
    case 'root':
    case 'section':
    case 'list-item':
    case 'details':
    case 'element':
    case 'group':
    case 'quote':
      return visit(part, headings, problems);
  }
}

/** Prefers the ids in lines of their own to those at the end of a text. */
function outranking(loose: readonly LooseId[]): LooseId[] {
  const outstanding = loose.filter((one) => one.standsOut);
  return outstanding.length > 0 ? outstanding : [...loose];
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
  loose: readonly LooseId[],
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

/** Whether different papers stand side by side, each in its own list item or paragraph. */
function isList(loose: readonly LooseId[], parts: readonly Part[]): boolean {
  const firstOf = new Map<number, string>();
  for (const one of loose) if (!firstOf.has(one.part)) firstOf.set(one.part, one.written.id);
  const distinct = new Set(firstOf.values()).size;
  if (distinct < 2) return false;
  const labelled = loose.filter((one) => parseField(one.line) !== undefined).length;
  const kinds = new Set([...firstOf.keys()].map((part) => parts[part]?.kind));
  return labelled * 2 < loose.length && kinds.size === 1;
}

/** Makes entries of papers given by an address alone, one for each part of a list. */
function loneEntries(
  loose: readonly LooseId[],
  parts: readonly Part[],
  headings: readonly Line[],
): FoundEntry[] {
  const byPart = new Map<number, LooseId[]>();
  for (const one of loose) {
    const known = byPart.get(one.part);
    if (known) known.push(one);
    else byPart.set(one.part, [one]);
  }
  return [...byPart].flatMap(([part, ones]) => {
    const held = parts[part];
    if (held?.kind === 'paragraph') {
      // Each line of one paragraph may be a paper.
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
