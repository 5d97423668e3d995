import type { Nodes, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TreeBuilder } from './block-tree';
import { HtmlGrower } from './html';
import { type Line, readLine, readLines } from './line';

const processor = unified().use(remarkParse).use(remarkGfm);

/**
 * Grows the tree of blocks from Markdown, as remark divides it. Only where blocks begin and end is taken from remark.
 * Their words are taken from the source, because remark would take the backslashes off the `\_` and `\%` of LaTeX.
 */
export function growFromRemark(
  tree: TreeBuilder,
  text: string,
  linesBefore: number,
  markup = new HtmlGrower(tree, true),
): void {
  const grower = new RemarkGrower(tree, text, linesBefore, markup);
  for (const node of processor.parse(text).children) grower.grow(node);
}

class RemarkGrower {
  constructor(
    private readonly tree: TreeBuilder,
    private readonly text: string,
    private readonly linesBefore: number,
    private readonly markup: HtmlGrower,
  ) {}

  grow(node: RootContent): void {
    switch (node.type) {
      case 'heading':
        this.tree.heading(node.depth, readLine(headingText(this.source(node)), this.line(node)));
        return;
      case 'paragraph':
        this.tree.paragraph(this.lines(node));
        return;
      case 'list':
        for (const listItem of node.children) {
          this.tree.open(
            'list-item',
            this.line(listItem),
            /^(?:[-*+]|\d{1,9}[.)])\s/.exec(this.source(listItem))?.[0],
          );
          for (const child of listItem.children) this.grow(child);
          this.tree.close('list-item');
        }
        return;
      case 'blockquote':
        this.tree.open('quote', this.line(node));
        for (const child of node.children) this.grow(child);
        this.tree.close('quote');
        return;
      case 'table':
        this.table(node.children, this.line(node));
        return;
      case 'html':
        this.markup.write(unquoted(this.source(node)), this.line(node) - 1);
        return;
      case 'thematicBreak':
        this.tree.rule();
        return;
      case 'code':
        this.tree.paragraph(readLines(node.value, this.line(node)));
        return;
      default:
        return;
    }
  }

  private table(rows: readonly TableRow[], line: number): void {
    const [header, ...body] = rows.map((row) => ({
      line: this.line(row),
      cells: row.children.map((cell) => readLine(cellText(this.source(cell)), this.line(row))),
    }));
    this.tree.table({ kind: 'table', line, header: header?.cells ?? [], rows: body });
  }

  private lines(node: Nodes): Line[] {
    return readLines(unquoted(this.source(node)), this.line(node));
  }

  private source(node: Nodes): string {
    return this.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  private line(node: Nodes): number {
    return (node.position?.start.line ?? 1) + this.linesBefore;
  }
}

/** Takes off the marks of a quote and the indent of a list before the further lines of a block. */
function unquoted(source: string): string {
  return source.includes('\n') ? source.replaceAll(/\n[ \t]*(?:>[ \t]?)*[ \t]*/g, '\n') : source;
}

export function headingText(source: string): string {
  const atx = /^#{1,6}(?=[\s])/.exec(source);
  if (!atx) return source.replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '');
  return source
    .slice(atx[0].length)
    .replace(/\s#+\s*$/, '')
    .trim();
}

function cellText(source: string): string {
  return source
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .trim();
}
