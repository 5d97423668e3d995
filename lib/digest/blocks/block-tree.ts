import type { Line } from './line';

/** What bounds an entry: a heading's section, a list item, a fold, an element, or a run of paragraphs. */
export interface Block {
  kind: 'root' | 'section' | 'list-item' | 'details' | 'element' | 'group' | 'quote';
  line: number;
  /** The depth of a section, 1 to 6; other blocks have 0. */
  depth: number;
  head?: Line;
  /** What stands before a list item: `- ` or `3. `. */
  marker?: string;
  parts: Part[];
}

export interface Paragraph {
  kind: 'paragraph';
  lines: Line[];
}

export interface Table {
  kind: 'table';
  line: number;
  header: Line[];
  rows: { line: number; cells: Line[] }[];
}

export type Part = Block | Paragraph | Table | { kind: 'rule' };

/** Text that is nested deeper is read as if it stood at this depth. */
const DEEPEST = 60;

/** Builds the tree of blocks from what is met in Markdown or HTML, in order. */
export class TreeBuilder {
  readonly root: Block = { kind: 'root', line: 1, depth: 0, parts: [] };
  private stack: Block[] = [this.root];

  private get top(): Block {
    return this.stack.at(-1) ?? this.root;
  }

  heading(depth: number, head: Line): void {
    if (this.top.kind === 'details' && !this.top.head && this.top.parts.length === 0) {
      this.top.head = head;
      return;
    }
    while (this.top.kind === 'section' && this.top.depth >= depth) this.stack.pop();
    this.push({ kind: 'section', line: head.line, depth, head, parts: [] });
  }

  paragraph(lines: Line[]): void {
    const written = lines.filter((line) => line.text !== '' || line.links.length > 0);
    if (written.length > 0) this.top.parts.push({ kind: 'paragraph', lines: written });
  }

  table(table: Table): void {
    this.top.parts.push(table);
  }

  rule(): void {
    this.top.parts.push({ kind: 'rule' });
  }

  open(kind: 'list-item' | 'details' | 'element' | 'quote', line: number, marker?: string): void {
    this.push({ kind, line, depth: 0, ...(marker && { marker }), parts: [] });
  }

  summary(head: Line): void {
    if (this.top.kind === 'details') this.top.head ??= head;
    else this.paragraph([head]);
  }

  /** Closes the innermost open block of a kind and everything that is open inside it. */
  close(kind: Block['kind']): void {
    const index = this.stack.findLastIndex((block) => block.kind === kind);
    if (index > 0) this.stack.length = index;
  }

  private push(block: Block): void {
    if (this.stack.length >= DEEPEST) {
      if (block.head) this.top.parts.push({ kind: 'paragraph', lines: [block.head] });
      return;
    }
    this.top.parts.push(block);
    this.stack.push(block);
  }
}

export function blockOf(parts: Part[], line: number): Block {
  return { kind: 'group', line, depth: 0, parts };
}
