import { arxivIdFromUrl } from '../../arxiv/id';
import { findDay, parseDay } from '../../days/notation';
import type { Block, Part } from '../blocks/block-tree';
import { joinLines, type Line, plainLine, sliceLine } from '../blocks/line';
import type { Fact } from '../labels';
import { parseAuthors } from './authors';
import { bareTitle, oneLine, titleText, withoutWrapping } from './bare-text';
import { parseCategories } from './categories';
import { addFact, addList, type Draft, idOfLinks } from './draft';
import { factOf, type Field, parseField, PICTURE_AT, splitFields, splitPieces, titleFields } from './field';
import { isLinkWord } from './link-words';
import { looksLikeNames } from './looks-like-names';
import { looseId } from './presented-id';
import { countWords, titleStretch } from './title';

/** Reads a block that owns a paper into a draft. */
export function describe(block: Block): Draft {
  const draft: Draft = { line: block.line };
  const reading = new BlockReading(draft);
  if (block.head) reading.head(block.head);
  else reading.expectTitle();
  reading.parts(block.parts, block.kind === 'quote');
  reading.finish();
  return draft;
}

/** Reads lines that stand in no block, such as the text of a cell, into a draft. */
export function describeLines(lines: readonly Line[]): Draft {
  const draft: Draft = { line: lines[0]?.line ?? 1 };
  const reading = new BlockReading(draft);
  reading.expectTitle();
  reading.parts([{ kind: 'paragraph', lines: [...lines] }], false);
  reading.finish();
  return draft;
}

/** Facts whose text may go on in the next line, and those that may go on in the next paragraph. */
const OVER_LINES = new Set<Fact>([
  'title',
  'authors',
  'abstract',
  'tldr',
  'comments',
  'translatedAbstract',
  'other',
]);
const OVER_PARAGRAPHS = new Set<Fact>(['abstract', 'translatedAbstract']);
const LONG_TEXT = 160;

class BlockReading {
  private open: { fact: Fact; lines: Line[]; isBold?: boolean; isGuess?: boolean } | undefined;
  /** The first long text without a label. It is the abstract unless a label names another. */
  private guess: string | undefined;
  private awaitsTitle = false;
  private awaitsNames = false;

  constructor(private readonly draft: Draft) {}

  expectTitle(): void {
    this.awaitsTitle = true;
  }

  head(line: Line): void {
    const field = parseField(line);
    if (field?.fact === 'title' && field.value.text !== '') this.entryLine(field.value);
    else this.entryLine(line, true);
    this.awaitsTitle = this.draft.title === undefined;
  }

  parts(parts: readonly Part[], quoted: boolean): void {
    for (const part of parts) this.part(part, quoted);
  }

  private part(part: Part, quoted: boolean): void {
    switch (part.kind) {
      case 'rule':
        this.close();
        return;
      case 'table':
        this.close();
        for (const row of part.rows) this.pair(row.cells);
        return;
      case 'paragraph':
        this.paragraph(part.lines, quoted);
        return;
      case 'section':
      case 'details':
        this.section(part);
        return;
      case 'list-item':
      case 'element':
      case 'group':
      case 'quote':
      case 'root':
        if (part.kind === 'list-item' && this.goesOnWith(part)) return;
        this.closeUnless(part);
        if (part.head) this.paragraph([part.head], quoted);
        this.parts(part.parts, part.kind === 'quote');
    }
  }

  /** A table of two columns inside an entry gives a fact per row. */
  private pair(cells: readonly Line[]): void {
    const [label, value] = cells;
    if (cells.length !== 2 || !label || !value) return;
    const fact = factOf(label.text.replace(/[:：]\s*$/, ''));
    if (fact) addFact(this.draft, fact, value);
  }

  /** `#### Abstract` names what follows; any other heading inside an entry begins something else. */
  private section(block: Block): void {
    this.close();
    const fact = block.head && factOf(block.head.text.replace(/[:：]\s*$/, ''));
    const field = block.head && parseField(block.head);
    if (field && field.value.text !== '') {
      addFact(this.draft, field.fact, field.value);
      this.awaitsNames = this.draft.authors === undefined;
    } else {
      this.open = { fact: fact ?? 'other', lines: [] };
    }
    // What stands under a fold named `Details` is as good as in the open.
    if (block.kind === 'details' && (fact === undefined || fact === 'other')) this.open = undefined;
    this.parts(block.parts, false);
    this.close();
  }

  private paragraph(lines: readonly Line[], quoted: boolean): void {
    const goesOn =
      this.open &&
      (this.open.lines.length === 0 || OVER_PARAGRAPHS.has(this.open.fact)) &&
      (!quoted || this.open.lines.length === 0);
    if (!goesOn) this.close();
    if (!this.open && this.isLongText(lines)) {
      this.open = { fact: 'abstract', lines: [...lines], isGuess: true };
      return;
    }
    let isFirst = true;
    for (const line of lines) {
      this.line(line, quoted, isFirst);
      isFirst = false;
    }
    if (this.open && !OVER_PARAGRAPHS.has(this.open.fact) && this.open.lines.some((line) => line.text !== ''))
      this.close();
  }

  /** Whether a paragraph without a label is long enough to be the abstract, also when it is broken into lines. */
  private isLongText(lines: readonly Line[]): boolean {
    if (this.awaitsTitle || (this.draft.abstract ?? this.guess) !== undefined || lines.length < 2)
      return false;
    const length = lines.reduce((sum, line) => sum + line.text.length, 0);
    const [first] = lines;
    if (length < LONG_TEXT || first === undefined || this.isNames(first, withoutWrapping(first.text)))
      return false;
    return lines.every(
      (line) => parseField(line) === undefined && !(isMostlyLinks(line) && line.links.length > 0),
    );
  }

  /** Takes a list within an abstract as a part of it. */
  private goesOnWith(listItem: Block): boolean {
    const open = this.open;
    if (!open || !OVER_PARAGRAPHS.has(open.fact) || open.lines.length === 0) return false;
    const paragraphs = listItem.parts.filter((part) => part.kind === 'paragraph');
    const first = paragraphs[0]?.lines[0];
    if (!first || paragraphs.length < listItem.parts.length || isBoldLabel(first) || isMostlyLinks(first))
      return false;
    open.lines.push({ ...first, text: `${listItem.marker ?? ''}${first.text}` });
    open.lines.push(...paragraphs.flatMap((paragraph) => paragraph.lines).slice(1));
    return true;
  }

  private closeUnless(part: Block): void {
    // A label whose value is a list keeps waiting for it.
    if (this.open && this.open.lines.every((line) => line.text === '') && part.kind !== 'group') return;
    this.close();
  }

  private line(line: Line, quoted: boolean, startsParagraph: boolean): void {
    const fields = this.awaitsTitle ? titleFields(line) : splitFields(line);
    if (fields.length > 0 && !this.isInsideText(line, fields)) {
      this.close();
      for (const field of fields) this.field(field, isBoldLabel(line));
      return;
    }
    if (this.open && isMostlyLinks(line) && line.links.length > 0) this.close();
    if (this.open?.fact === 'authors' && !goesOnWithNames(this.open.lines.at(-1), line)) this.close();
    if (this.open?.fact === 'title' && this.open.lines.length > 0 && looksLikeNames(line.text)) this.close();
    if (this.open && (OVER_LINES.has(this.open.fact) || this.open.lines.length === 0)) {
      if (startsParagraph && this.open.lines.length > 0 && OVER_PARAGRAPHS.has(this.open.fact)) {
        if (isMostlyLinks(line)) {
          this.close();
          this.loose(line, quoted);
          return;
        }
        this.open.lines.push(plainLine('', line.line));
      }
      this.open.lines.push(line);
      return;
    }
    this.close();
    this.loose(line, quoted);
  }

  /** Whether a label stands inside an abstract, as `Results: …` does: it names no fact, or other labels are in bold. */
  private isInsideText(line: Line, fields: readonly Field[]): boolean {
    if (!this.open || !OVER_PARAGRAPHS.has(this.open.fact) || isBoldLabel(line)) return false;
    return this.open.isBold === true || fields.every((field) => field.fact === 'other');
  }

  private field({ fact, value }: Field, isBold = false): void {
    this.close();
    if (value.text !== '' && !OVER_LINES.has(fact)) addFact(this.draft, fact, value);
    else this.open = { fact, lines: value.text === '' && value.links.length === 0 ? [] : [value], isBold };
    if (fact === 'title') {
      this.awaitsTitle = false;
      this.awaitsNames = true;
    }
  }

  /** Reads a line without a label: the title, then the names under it, then the first long text. */
  private loose(line: Line, quoted: boolean): void {
    if (this.awaitsTitle && titleStretch(line)) {
      this.awaitsTitle = false;
      this.entryLine(line);
      return;
    }
    this.draft.written ??= looseId(line);
    const text = withoutWrapping(line.text);
    if (this.draft.authors === undefined && this.isNames(line, text)) {
      addList(this.draft, 'authors', parseAuthors(text.replace(/^(?:by|from)[:\s]+/i, '')));
      this.awaitsNames = false;
      return;
    }
    if (text.length >= LONG_TEXT || (quoted && text.length > 60)) {
      if (this.draft.abstract === undefined && this.guess === undefined) {
        this.open = { fact: 'abstract', lines: [line], isGuess: true };
      }
      return;
    }
    this.pieces(line, false);
  }

  private isNames(line: Line, text: string): boolean {
    if (line.links.some((link) => arxivIdFromUrl(link.href))) return false;
    if (text !== line.text && /[,;、]/.test(text)) return looksLikeNames(text, 1);
    return looksLikeNames(text, this.awaitsNames ? 1 : 2);
  }

  /** Reads the line that begins an entry: its title, and around that a day, authors and links in any order. */
  private entryLine(line: Line, isHead = false): void {
    this.draft.written ??= idOfLinks(line) ?? looseId(line);
    const stretch = titleStretch(line, isHead);
    if (!stretch) return;
    const field = parseField(line);
    this.draft.title ??= oneLine(
      field?.fact === 'title'
        ? titleText(field.value)
        : bareTitle(withoutPicture(line.text.slice(stretch.start, stretch.end), isHead)),
    );
    this.awaitsNames = true;
    this.citation();
    const before = sliceLine(line, 0, stretch.start);
    const day = before.text.length < 40 ? findDay(before.text) : undefined;
    if (day) this.draft.date ??= day;
    this.pieces(sliceLine(line, stretch.end));
  }

  /** Splits a title that is a whole reference, in which the names come first: `Ada Example, Bo Li. *Title*`. */
  private citation(): void {
    const text = this.draft.title ?? '';
    const quoted = /^["“]([^"”]{10,400}?)[,.]?["”][,.]?\s+(.{3,})$/.exec(text);
    if (quoted?.[1] && quoted[2] && looksLikeNames(quoted[2], 1)) {
      addList(this.draft, 'authors', parseAuthors(quoted[2]));
      this.draft.title = quoted[1];
      return;
    }
    const marked =
      /[.,:]?\s+(?:\(?\d{4}[a-z]?\)?[.,:]?\s*)?[*_"“]{1,2}([^*_"”]{10,400})(?:[*_"”,.]{1,3}|$)/.exec(text);
    const split = marked?.[1] ? { at: marked.index, title: marked[1] } : afterNames(text);
    if (!split || !looksLikeNames(text.slice(0, split.at))) return;
    addList(this.draft, 'authors', parseAuthors(text.slice(0, split.at)));
    this.draft.title = split.title.replace(/[.,]$/, '').trim();
  }

  /** Reads short facts with bars or dots between them: `2026-01-15 · cs.CV`, `Ada Example — [pdf](…)`. */
  private pieces(line: Line, describes = true): void {
    let description = '';
    for (const piece of splitPieces(line)) {
      const text = withoutWrapping(
        piece.text.replace(/^[\s,.:;–—|·•()（）-]+/, '').replace(/[\s,;–—|·•(（-]+$/, ''),
      );
      const field = parseField(piece);
      if (field && field.value.text !== '') addFact(this.draft, field.fact, field.value);
      else if (text === '' || isLinkWord(text)) this.link(piece);
      else if (this.areNamesBesideLinks(piece)) this.link(piece);
      else this.shortText(piece, text, (words) => (description += description ? ` ${words}` : words));
    }
    if (!describes) return;
    if (description.length >= LONG_TEXT * 2) this.draft.abstract ??= description;
    else if (description.length >= 30) this.draft.tldr ??= description;
  }

  /** Reads names with links behind them and nothing between: `Ada Example, Bo Li abs pdf`. */
  private areNamesBesideLinks(piece: Line): boolean {
    if (piece.links.length === 0 || !this.awaitsNames || this.draft.authors !== undefined) return false;
    let words = '';
    let start = 0;
    for (const link of piece.links) {
      words += piece.text.slice(start, link.start);
      start = link.end;
    }
    const names = withoutWrapping(
      `${words}${piece.text.slice(start)}`.replaceAll(/[([]\s*[)\]]/g, ''),
    ).replaceAll(/[\s([|,:–—-]+$|^[\s,:–—-]+|(?<=\p{L}\p{Ll}{2})\.\s*$/gu, '');
    return looksLikeNames(names) && addList(this.draft, 'authors', parseAuthors(names));
  }

  private link(piece: Line): void {
    const code = piece.links.find((link) => /\/\/(?:www\.)?(?:github|gitlab)\.com\//.test(link.href));
    if (code) this.draft.codeUrl ??= code.href;
    this.draft.written ??= idOfLinks(piece);
  }

  private shortText(piece: Line, text: string, describes: (words: string) => void): void {
    const day = parseDay(text.replaceAll(/[()[\]]/g, ''));
    const categories = parseCategories(text);
    if (day) this.draft.date ??= day;
    else if (categories.length > 0 && text.length < 12 * (categories.length + 1))
      addList(this.draft, 'categories', categories);
    else if (this.draft.authors === undefined && this.awaitsNames && looksLikeNames(text, 1)) {
      addList(this.draft, 'authors', parseAuthors(text.replace(/^by[:\s]+/i, '')));
    } else if (piece.links.length > 0 && text.length < 40) this.link(piece);
    else describes(text);
  }

  finish(): void {
    this.close();
    if (this.guess !== undefined) this.draft.abstract ??= withoutWrapping(this.guess);
  }

  private close(): void {
    const open = this.open;
    this.open = undefined;
    const first = open?.lines[0];
    if (!open || !first) return;
    const text = open.lines
      .map((line) => line.text)
      .join('\n')
      .trim();
    if (open.isGuess) this.guess ??= text;
    else addFact(this.draft, open.fact, { ...joinLines(open.lines, first.line), text });
    if (open.fact === 'title') this.awaitsNames = true;
  }
}

/** Whether a line goes on with a list of people that was broken into lines. */
function goesOnWithNames(last: Line | undefined, { text }: Line): boolean {
  if (!last || last.text === '' || /(?:[,;，；、&]|\band)$/.test(last.text)) return true;
  return looksLikeNames(text, 1) || (text.length < 60 && /^\p{Lu}[\p{L}.' -]*$/u.test(text));
}

/** Takes off an emoji before a title, which stands for a bullet; in a heading it belongs to the words. */
const withoutPicture = (text: string, isHead: boolean): string =>
  isHead ? text : text.replace(PICTURE_AT, '');

/** Finds the title behind names: it follows the last full stop before which only names stand. */
function afterNames(text: string): { at: number; title: string } | undefined {
  let best: { at: number; title: string } | undefined;
  for (let at = text.indexOf('. '); at !== -1 && at < 2000; at = text.indexOf('. ', at + 1)) {
    if (!looksLikeNames(text.slice(0, at))) continue;
    const title = text.slice(at + 2).trim();
    if (countWords(title) >= 3) best = { at, title };
  }
  return best;
}

/** Whether a line is mostly links or nearly empty, so that no abstract goes on with it. */
function isMostlyLinks(line: Line): boolean {
  const linked = line.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return line.text.length < 4 || linked > line.text.length * 0.4;
}

const isBoldLabel = (line: Line): boolean => (line.strong[0]?.start ?? Infinity) < 6;
