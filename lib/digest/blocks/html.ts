import { Parser } from 'htmlparser2';
import { arxivIdFromUrl } from '../../arxiv/id';
import { findAddresses } from '../addresses';
import { type Fact, parseLabel } from '../labels';
import type { Table, TreeBuilder } from './block-tree';
import { joinLines, type Line, plainLine, readLine, splitLine } from './line';

const BLOCKS = new Set([
  'article',
  'section',
  'main',
  'header',
  'footer',
  'aside',
  'div',
  'dd',
  'center',
  'form',
  'fieldset',
]);
const LINES = new Set([
  'p',
  'br',
  'pre',
  'ul',
  'ol',
  'figure',
  'address',
  'hr',
  'table',
  'tbody',
  'thead',
  'caption',
  'body',
  'html',
  'head',
  'label',
  'nav',
]);
const UNREAD = new Set(['script', 'style', 'svg', 'noscript', 'template', 'textarea', 'select', 'math']);

/** Elements that mean nothing here, except that the words before and after them are different words. */
const APART = new Set(['td', 'th', 'option', 'button', 'li']);

interface Options {
  /** How many lines of the file stand before this markup. */
  linesBefore: number;
  /** Whether line breaks count, as they do where the markup stands in Markdown. */
  keepsLines: boolean;
}

/** Grows the tree of blocks from HTML, which need be neither well-formed nor whole. */
export function growFromHtml(tree: TreeBuilder, html: string, { linesBefore, keepsLines }: Options): void {
  const grower = new HtmlGrower(tree, keepsLines);
  grower.write(html, linesBefore);
  grower.end();
}

/** HTML that comes in pieces, as it does in Markdown: what one piece opens another may close. */
export class HtmlGrower {
  private readonly cursor: HtmlCursor;
  private readonly parser: Parser;
  private written = 0;
  private lineAt: (index: number) => number = () => 1;
  private isEnding = false;

  constructor(tree: TreeBuilder, keepsLines: boolean) {
    this.cursor = new HtmlCursor(tree, (index) => this.lineAt(index), keepsLines);
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.cursor.start(name, attributes, this.parser.startIndex),
        ontext: (text) => this.cursor.text(text, this.parser.startIndex),
        onclosetag: (name) => {
          if (!this.isEnding) this.cursor.end(name);
        },
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
  }

  write(html: string, linesBefore: number): void {
    const before = this.written;
    const count = lineCounter(html, linesBefore);
    this.lineAt = (index) => count(index - before);
    this.parser.write(html);
    this.written += html.length;
    this.cursor.pause();
  }

  end(): void {
    this.isEnding = true;
    this.parser.end();
    this.cursor.finish();
  }
}

/** Answers the line of a place in a text, for places that are asked for in rising order. */
export function lineCounter(text: string, linesBefore: number): (index: number) => number {
  let next = text.indexOf('\n');
  let line = linesBefore + 1;
  return (index) => {
    for (; next !== -1 && next < index; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

interface OpenLine {
  line: Line;
  parts: string[];
  length: number;
}

class HtmlCursor {
  private open: OpenLine | undefined;
  private lines: Line[] = [];
  private unread = 0;
  private heading: number | undefined;
  private inSummary = false;
  private table: { line: number; header: Line[]; rows: { line: number; cells: Line[] }[] } | undefined;
  private row: { line: number; cells: Line[]; isHeader: boolean } | undefined;
  private cell: Line[] | undefined;
  private anchor: { href: string; start: number; line: Line } | undefined;
  private bold: { start: number; line: Line } | undefined;
  private badge = false;
  private chipEnd: number | undefined;
  private place = 1;
  private label: Fact | undefined;

  constructor(
    private readonly tree: TreeBuilder,
    private readonly lineAt: (index: number) => number,
    private readonly keepsLines: boolean,
  ) {}

  start(name: string, attributes: Record<string, string>, index: number): void {
    this.place = this.lineAt(index);
    this.noteClass(name, attributes);
    if (UNREAD.has(name)) this.unread += 1;
    if (this.unread > 0) return;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level && this.cell) this.leaveTable();
    if (level) {
      this.endParagraph();
      this.heading = Number(level);
    } else if (name === 'details') {
      this.endParagraph();
      if (!this.cell) this.tree.open('details', this.place);
    } else if (name === 'summary') {
      this.endParagraph();
      this.inSummary = true;
    } else if (name === 'dt') {
      this.endParagraph();
      this.tree.close('list-item');
      this.tree.open('list-item', this.place);
    } else if (name === 'blockquote') {
      this.endParagraph();
      this.tree.open('quote', this.place);
    } else if (name === 'li' && !this.cell) {
      this.endParagraph();
      this.tree.open('list-item', this.place);
    } else if (name === 'table') this.startTable();
    else if (name === 'tr') this.startRow();
    else if (name === 'td' || name === 'th') this.startCell(name);
    else if (name === 'hr' && !this.cell) {
      this.endParagraph();
      this.tree.rule();
    } else if (name === 'title') {
      this.endParagraph();
      this.heading = 1;
    } else if (BLOCKS.has(name) && !this.cell) {
      this.endParagraph();
      this.tree.open('element', this.place);
      // A page may keep the id of a paper in an attribute only.
      const id =
        attributes['data-arxiv-id'] ??
        attributes['data-arxiv'] ??
        attributes['data-paper-id'] ??
        attributes['data-id'];
      if (id && /\d{4}/.test(id))
        this.tree.paragraph([plainLine(`arXiv:${id.replace(/^arxiv:/i, '')}`, this.place)]);
    } else if (name === 'br' || (BLOCKS.has(name) && this.cell)) this.endLine();
    else if (LINES.has(name)) this.endParagraph();
    else if (name === 'a' && attributes['href'] !== undefined) this.startAnchor(attributes['href']);
    else if (name === 'b' || name === 'strong') this.startBold();
    else if (name === 'img' && attributes['alt']) this.put(attributes['alt']);
    else if (name === 'span' && this.heading === undefined) this.partChips(attributes['class']);
    else if (name === 'span') this.badge = isBadge(attributes['class'] ?? '');
  }

  /** Takes a class as a label: `<div class="authors">`. */
  private noteClass(name: string, attributes: Record<string, string>): void {
    const value = attributes['itemprop'] ?? attributes['class'];
    if (value === undefined || name === 'a' || name === 'body' || name === 'html' || value.length > 200)
      return;
    for (const word of value.split(/\s+/)) {
      const fact = parseLabel(
        word.replace(/^(?:paper|entry|item|list|arxiv|daily|card|post|article)[-_]+(?:paper[-_]+)?/i, ''),
      );
      if (fact && CLASS_FACTS.has(fact)) this.label = fact;
    }
  }

  text(text: string, index: number): void {
    if (this.unread > 0 || this.badge) return;
    this.place = this.lineAt(index);
    if (!this.keepsLines) {
      this.put(text.replaceAll(/\s+/g, ' '));
      return;
    }
    text.split('\n').forEach((each, at) => {
      if (at > 0) this.endLine();
      this.put(each);
    });
  }

  end(name: string): void {
    if (UNREAD.has(name)) this.unread = Math.max(0, this.unread - 1);
    if (this.unread > 0) return;
    if (name === 'span') {
      this.badge = false;
      this.chipEnd = this.open?.length;
    }
    if (/^h[1-6]$|^title$/.test(name) && this.heading !== undefined) this.endHeading();
    else if (name === 'summary') this.endSummary();
    else if (name === 'details') this.endBlock('details');
    else if (name === 'blockquote') this.endBlock('quote');
    else if (name === 'li' || name === 'dl') this.endBlock('list-item');
    else if (name === 'table') this.endTable();
    else if (name === 'tr') this.endRow();
    else if (name === 'td' || name === 'th') this.endCell();
    else if (BLOCKS.has(name)) this.endBlock('element');
    else if (name === 'p' && this.cell) this.endLine();
    else if (name !== 'br' && LINES.has(name)) this.endParagraph();
    else if (name === 'a') this.endAnchor();
    else if (name === 'b' || name === 'strong') this.endBold();
    else if (APART.has(name)) this.put(' ');
  }

  /** Ends the paragraph, because Markdown goes on behind this piece of HTML. */
  pause(): void {
    this.endParagraph();
    this.label = undefined;
  }

  finish(): void {
    this.endHeading();
    this.endTable();
    this.endParagraph();
  }

  private put(text: string): void {
    if (text === '') return;
    this.open ??= { line: plainLine('', this.place), parts: [], length: 0 };
    // A label in the next span begins another fact: `<span>作者：…</span><span>分类：…</span>`.
    const label = this.chipEnd === this.open.length ? /^(\p{L}{2,12})[:：]/u.exec(text)?.[1] : undefined;
    const isLabel = this.open.length > 0 && label !== undefined && parseLabel(label) !== undefined;
    const clean = this.open.length === 0 ? text.trimStart() : isLabel ? ` · ${text}` : text;
    this.open.parts.push(clean.replaceAll('\u00A0', ' '));
    this.open.length += clean.length;
  }

  /** Parts adjoining spans, which hold different facts: `<span class="id">…</span><span class="chip">…</span>`. */
  private partChips(name: string | undefined): void {
    if (name && this.open && this.chipEnd === this.open.length && this.open.length > 0) this.put(' · ');
  }

  private get here(): OpenLine {
    this.open ??= { line: plainLine('', this.place), parts: [], length: 0 };
    return this.open;
  }

  private startAnchor(href: string): void {
    const { line, length } = this.here;
    this.anchor = { href, start: length, line };
  }

  private endAnchor(): void {
    if (this.anchor && this.open && this.anchor.line === this.open.line) {
      this.anchor.line.links.push({
        href: this.anchor.href,
        start: this.anchor.start,
        end: this.open.length,
      });
    } else if (this.anchor) {
      this.anchor.line.links.push({
        href: this.anchor.href,
        start: this.anchor.start,
        end: this.anchor.line.text.length,
      });
    }
    this.anchor = undefined;
  }

  private startBold(): void {
    const { line, length } = this.here;
    this.bold = { start: length, line };
  }

  private endBold(): void {
    if (this.bold && this.open?.line === this.bold.line) {
      this.bold.line.strong.push({ start: this.bold.start, end: this.open.length });
    }
    this.bold = undefined;
  }

  private endLine(): void {
    const open = this.open;
    this.open = undefined;
    if (!open) return;
    open.line.text = open.parts.join('').trimEnd();
    if (this.keepsLines && /\]\(|\*\*/.test(open.line.text)) Object.assign(open.line, withMarks(open.line));
    this.useLabel(open.line);
    withBareAddresses(open.line);
    if (open.line.text === '' && open.line.links.length === 0 && !this.anchor) return;
    (this.cell ?? this.lines).push(open.line);
  }

  /** Writes the label that a class gave before its words, unless they have one. */
  private useLabel(line: Line): void {
    const label = this.label;
    if (label === undefined || line.text === '') return;
    this.label = undefined;
    if (this.heading !== undefined || this.cell || /^[^:：]{1,30}[:：]/.test(line.text)) return;
    const name = LABEL_OF[label] ?? label;
    const shift = name.length + 2;
    line.text = `${name}: ${line.text}`;
    for (const each of [...line.links, ...line.strong]) {
      each.start += shift;
      each.end += shift;
    }
  }

  private endParagraph(): void {
    this.endLine();
    if (this.cell) return;
    const lines = this.lines;
    this.lines = [];
    if (this.heading !== undefined || this.inSummary) this.lines = lines;
    else this.tree.paragraph(lines);
  }

  private endBlock(kind: 'details' | 'quote' | 'list-item' | 'element'): void {
    if (this.cell) {
      this.endLine();
      return;
    }
    this.endParagraph();
    this.label = undefined;
    this.tree.close(kind);
  }

  private takeLine(): Line {
    this.endLine();
    const lines = this.lines;
    this.lines = [];
    return joinLines(lines, this.place);
  }

  private endHeading(): void {
    const depth = this.heading;
    if (depth === undefined) return;
    const head = this.takeLine();
    this.heading = undefined;
    if (this.inSummary) {
      this.lines.push(head);
      return;
    }
    if (head.text !== '') this.tree.heading(depth, head);
  }

  private endSummary(): void {
    if (!this.inSummary) return;
    const head = this.takeLine();
    this.inSummary = false;
    // The summary of a fold is a shorter form of the text inside, so it is left out.
    if (this.cell) this.cell.length = 0;
    else if (head.text !== '') this.tree.summary(head);
  }

  /** Gives up a table that has a heading or a table inside a cell: it only lays out the page. */
  private leaveTable(): void {
    this.endLine();
    const lines = this.cell ?? [];
    this.cell = undefined;
    const cells = this.row?.cells ?? [];
    this.row = undefined;
    this.endTable();
    for (const cell of cells) this.tree.paragraph([cell]);
    this.tree.paragraph(lines);
  }

  private startTable(): void {
    if (this.cell) this.leaveTable();
    this.endTable();
    this.endParagraph();
    this.table = { line: this.place, header: [], rows: [] };
  }

  private startRow(): void {
    this.endRow();
    if (this.table) this.row = { line: this.place, cells: [], isHeader: true };
  }

  private startCell(name: string): void {
    this.endCell();
    this.endParagraph();
    if (!this.row) return;
    if (name === 'td') this.row.isHeader = false;
    this.cell = [];
  }

  private endCell(): void {
    if (!this.cell) return;
    this.endLine();
    this.row?.cells.push(joinLines(this.cell, this.place));
    this.cell = undefined;
  }

  private endRow(): void {
    this.endCell();
    const row = this.row;
    this.row = undefined;
    if (!row || !this.table || row.cells.length === 0) return;
    if (row.isHeader && this.table.header.length === 0) this.table.header = row.cells;
    else this.table.rows.push(row);
  }

  private endTable(): void {
    this.endRow();
    const table = this.table;
    this.table = undefined;
    if (!table || table.rows.length === 0) return;
    if (!isColumn(table)) {
      this.tree.table({ kind: 'table', ...table });
      return;
    }
    this.tree.open('element', table.line);
    for (const { cells } of table.rows) this.tree.paragraph(cells.flatMap(splitLine));
    this.tree.close('element');
  }
}

/** Facts that a class may name. Classes named `link` or `date` say nothing that their words do not. */
const CLASS_FACTS = new Set<Fact>([
  'authors',
  'abstract',
  'title',
  'tldr',
  'affiliations',
  'comments',
  'translatedTitle',
  'translatedAbstract',
  'tags',
  'score',
]);
const LABEL_OF: Partial<Record<Fact, string>> = {
  tldr: 'TLDR',
  translatedTitle: 'Title (zh)',
  translatedAbstract: 'Abstract (zh)',
};

/** Whether a table only lays out the page: it has one column and leads to one paper at most. */
function isColumn({ header, rows }: Pick<Table, 'header' | 'rows'>): boolean {
  if (header.length > 1 || rows.some(({ cells }) => cells.length > 1)) return false;
  const links = rows.flatMap(({ cells }) => cells).flatMap((cell) => cell.links);
  return new Set(links.map((link) => arxivIdFromUrl(link.href)?.id).filter(Boolean)).size <= 1;
}

/** Reads the marks of Markdown inside HTML that stands in Markdown. */
function withMarks(line: Line): Line {
  const read = readLine(line.text, line.line);
  let same = 0;
  while (same < read.text.length && read.text.charAt(same) === line.text.charAt(same)) same += 1;
  const stays = (one: { end: number }): boolean => one.end <= same;
  return {
    ...read,
    links: [...line.links.filter(stays), ...read.links],
    strong: [...line.strong.filter(stays), ...read.strong],
  };
}

/** Whether a span is a small label before a title, `<span class="vol-label">`, and not a part of it. */
const isBadge = (name: string): boolean =>
  /label|badge|tag|chip|rank|index|number|\bnum\b|\bno\b|icon|pill/i.test(name);

/** Makes links of the addresses that are written as text. */
function withBareAddresses(line: Line): void {
  if (!line.text.includes('http')) return;
  const written = line.links.toSorted((a, b) => a.start - b.start);
  let at = 0;
  for (const address of findAddresses(line.text)) {
    while ((written[at]?.end ?? Infinity) <= address.start) at += 1;
    if ((written[at]?.start ?? Infinity) < address.end) continue;
    line.links.push(address);
  }
  line.links.sort((a, b) => a.start - b.start);
}
