// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { loadConverter } from '../../components/paper/formula';
import { TexText } from '../../components/paper/tex-text';
import { unpack } from '../../lib/digest/file/unpack';
import { readFile } from '../../lib/digest/read-file';

const ARCHIVE = '../shared/digests/archive-ir-nlp.zip';
const isThere = existsSync(ARCHIVE);
if (!isThere) console.log(`skipped: ${ARCHIVE} is not there`);
const PAPERS = process.env['SOAK'] ? Infinity : 1000;

/** Of every paper with LaTeX, its title and its abstract. */
const written = new Map<string, [title: string, abstract: string]>();
if (isThere) {
  for await (const file of unpack([{ path: '', data: readFileSync(ARCHIVE) }])) {
    if (file.kind !== 'file') continue;
    for (const { id, title = '', abstract = '' } of readFile(file).digests.flatMap(({ entries }) => entries))
      if (/[\\${}]/.test(title + abstract)) written.set(id, [title, abstract]);
  }
}
const step = Math.max(1, written.size / PAPERS);
const papers = [...written].filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step));

const root = document.createElement('p');
function shown(text: string): string {
  render(<TexText text={text} />, root);
  return root.textContent ?? '';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** A command, a brace or a dollar sign that the author did not mean to be seen. */
function isRaw(source: string, text: string): boolean {
  const meant = (sign: RegExp) => count(source, sign);
  return (
    count(text, /\\(?![nt]\b)[a-zA-Z]/g) > meant(/\\textbackslash|\\backslash/g) ||
    count(text, /[{}]/g) > meant(/\\[{}]|\\[lr]brace/g) ||
    count(text, /\$(?!\s?\d)/g) > meant(/\\\$/g)
  );
}

/** What is no text: names of commands, colours, environments, characters by their number, and layout. */
const NO_TEXT =
  /\\(?:color|textcolor|colorbox|begin|end|foreignlanguage|label|vspace|hspace|hyperlink)\s*\{[^{}]*\}|\\unicode\s*\{[^{}]*\}|\\char"[0-9A-F]+|\\href\s*\{[^{}]*\}(?=\s*\{)|\\r\{ho\}|\\k\{appa\}|\\b?\{?eta\}|\\[a-zA-Z]+/g;

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll('ı', 'i')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The letters that stand more often in the source than in what is shown. A formula may change their order. */
function missing(source: string, text: string): string {
  const left = new Map<string, number>();
  for (const letter of letters(text)) left.set(letter, (left.get(letter) ?? 0) + 1);
  return [...letters(source.replaceAll(NO_TEXT, ' '))]
    .filter((letter) => {
      const more = left.get(letter) ?? 0;
      left.set(letter, more - 1);
      return more <= 0;
    })
    .join('');
}

describe.skipIf(!isThere)('LaTeX of the archive', () => {
  it('shows no raw command, brace or dollar sign, and loses no letter', async () => {
    await loadConverter();
    const raw: string[] = [];
    const lost: string[] = [];
    for (const [id, texts] of papers) {
      const pairs = texts.map((source) => [source, shown(source)] as const);
      const bad = pairs.find(([source, text]) => isRaw(source, text));
      if (bad) raw.push(`${id}: ${bad[1].match(/.{0,40}[\\${}].{0,40}/g)?.join(' | ')}`);
      const gap = pairs.map(([source, text]) => missing(source, text)).find((each) => each !== '');
      if (gap !== undefined) lost.push(`${id}: ${gap}`);
    }
    console.log(
      `of ${papers.length} papers with LaTeX ${raw.length} show it raw, ${lost.length} lose letters`,
    );
    if (process.env['SHOW']) console.log(raw.join('\n'), '\n', lost.join('\n'));
    expect(lost).toEqual([]);
    expect(raw.length).toBeLessThanOrEqual(papers.length * 0.01);
  }, 300_000);
});
