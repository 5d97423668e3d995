import { type Block, TreeBuilder } from '../blocks/block-tree';
import { growFromMarkdown } from '../blocks/markdown';
import { toMarkdown } from '../blocks/to-markdown';
import { readFrontMatter } from '../data/front-matter';
import { intoDigests, readPreamble } from '../entries/into-digests';
import { findEntries } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** Any Markdown, and plain text, which is Markdown without marks. */
export const markdown: Format = {
  name: 'markdown',
  claims: () => true,
  read: (source) => readMarkdown(source, growFromMarkdown),
};

type GrowTree = (tree: TreeBuilder, text: string, linesBefore: number) => void;

export function readMarkdown({ path, text: written }: Source, grow: GrowTree): ParsedFile {
  const text = toMarkdown(path, written);
  const front = readFrontMatter(text);
  const tree = new TreeBuilder();
  grow(tree, text.slice(front.end), front.lines);
  return readTree(tree.root, path, front);
}

/** Makes digests of the blocks of a file, whichever notation they were written in. */
export function readTree(root: Block, path: string, front?: ReturnType<typeof readFrontMatter>): ParsedFile {
  if (front?.entry)
    return { digests: intoDigests([{ draft: front.entry, headings: [] }], front.preamble), problems: [] };
  const { entries, problems } = findEntries(root);
  const seen = readPreamble(root, entries);
  const preamble = { ...seen, ...front?.preamble };
  const digests = intoDigests(entries, preamble, readPath(path).date);
  if (digests.length > 0 || !preamble.date) return { digests, problems };
  const { date, title } = preamble;
  return { digests: [{ date, dateFrom: 'content', ...(title && { title }), entries: [] }], problems };
}
