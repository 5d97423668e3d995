import type { Root, RootContent } from 'mdast';
import { existsSync, readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../lib/arxiv/id';
import { readLines } from '../../lib/digest/blocks/line';
import { parseAuthors } from '../../lib/digest/entries/authors';
import { unpack } from '../../lib/digest/file/unpack';
import { formats } from '../../lib/digest/formats';
import { sections } from '../../lib/digest/formats/sections';
import { readFile } from '../../lib/digest/read-file';

const ARCHIVE = '../shared/digests/archive-ir-nlp.zip';
const isThere = existsSync(ARCHIVE);
if (!isThere) console.log(`skipped: ${ARCHIVE} is not there`);
/** Remark needs minutes for all days: one in so many is compared, all of them with SOAK=1. */
const EVERY = process.env['SOAK'] ? 1 : 100;

const files: { path: string; bytes: Uint8Array }[] = [];
if (isThere) {
  for await (const file of unpack([{ path: '', data: readFileSync(ARCHIVE) }]))
    if (file.kind === 'file') files.push(file);
}

const processor = unified().use(remarkParse).use(remarkGfm);
const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The same sections as remark sees them in the whole text: the slow and obvious way. */
function byRemark(text: string): Record<string, string>[] {
  const root: Root = processor.parse(text);
  const found: Record<string, string>[] = [];
  let label: string | undefined;
  const source = (node: RootContent): string =>
    text.slice(node.position?.start.offset, node.position?.end.offset);
  for (const node of root.children) {
    const section = found.at(-1);
    if (node.type === 'heading' && node.depth === 1) {
      found.push({ Title: source(node).replace(/^#\s*/, '') });
      label = undefined;
    } else if (node.type === 'thematicBreak') label = undefined;
    else if (section) {
      const begins = /^\*\*(Title \(ZH\)|Authors|Link|Abstract|Abstract \(ZH\))\*\*: ?/.exec(source(node));
      if (begins?.[1]) label = begins[1];
      const said = begins ? source(node).slice(begins[0].length) : source(node);
      if (label) section[label] = `${section[label] ?? ''}\n${said}`;
    }
  }
  return found.map((each) =>
    Object.fromEntries(
      Object.entries(each).map(([name, said]) => [
        name,
        folded(
          readLines(said, 1)
            .map((line) => line.text)
            .join(' '),
        ),
      ]),
    ),
  );
}

describe.skipIf(!isThere)('the archive of 422 days', () => {
  it('is read whole: every paper with a valid id, its authors and its abstract', () => {
    const ids = new Set<string>();
    const ofIr = new Set<string>();
    const without: string[] = [];
    for (const { path, bytes } of files) {
      const text = new TextDecoder().decode(bytes);
      const { format, digests, problems } = readFile({ path, bytes });
      expect([path, format, problems]).toEqual([path, 'sections', []]);
      expect(
        formats
          .filter((each) => each.name !== 'markdown' && each.claims({ path, text }))
          .map((each) => each.name),
      ).toEqual(['sections']);
      expect(digests.map((digest) => digest.dateFrom)).toEqual(['path']);
      for (const entry of digests.flatMap((digest) => digest.entries)) {
        expect(parseArxivId(entry.id)?.id).toBe(entry.id);
        ids.add(entry.id);
        if (path.includes('/IR/')) ofIr.add(entry.id);
        if (!entry.authors || !entry.abstract || !entry.title) without.push(`${path}:${entry.line}`);
      }
    }
    console.log(`${files.length} files, ${ids.size} papers, ${ofIr.size} in IR`);
    expect([files.length, ids.size, ofIr.size]).toEqual([844, 47_388, 7_642]);
    // Its cell of authors is empty in the file.
    expect(without).toEqual(['/10-Apr-2025/NLP/README.md:273']);
  }, 60_000);

  it('gives what remark gives over the whole text', () => {
    let count = 0;
    const differing: string[] = [];
    for (const { path, bytes } of files.filter((_, index) => index % EVERY === 0)) {
      const text = new TextDecoder().decode(bytes);
      const ours = sections.read({ path, text }).digests.flatMap((digest) => digest.entries);
      const theirs = byRemark(text);
      count += ours.length;
      if (ours.length !== theirs.length) differing.push(`${path}: ${ours.length} and ${theirs.length}`);
      ours.forEach((entry, index) => {
        const other = theirs[index] ?? {};
        const pairs: [string, string | undefined, string | undefined][] = [
          ['title', entry.title, other['Title']],
          ['authors', entry.authors?.join(', '), parseAuthors(other['Authors'] ?? '').join(', ')],
          ['abstract', entry.abstract, other['Abstract']],
          ['translated abstract', entry.translatedAbstract, other['Abstract (ZH)']],
        ];
        for (const [name, one, two] of pairs) {
          if (folded(one ?? '') !== (two ?? '')) differing.push(`${path}:${entry.line} ${name}`);
        }
        if (!other['Link']?.includes(`/${entry.id}`) && other['Link'] !== 'PDF')
          differing.push(`${path}:${entry.line} link`);
      });
    }
    console.log(`${count} papers compared with remark, ${differing.length} differ`);
    expect(differing).toEqual([]);
  }, 1_200_000);
});
