import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/digest/file/decode';
import { readFile } from '../../lib/digest/read-file';
import type { Digest } from '../../lib/paper';

const encoder = new TextEncoder();

describe('text made to break the readers', () => {
  const link = 'https://arxiv.org/abs/2504.05309';
  const deep = 10_000;
  const cases: readonly (readonly [string, string, string])[] = [
    ['quotes', 'a.md', `${'>'.repeat(deep)} [A title of a paper](${link})`],
    ['quotes with spaces', 'a.md', `${'> '.repeat(deep)}[A title of a paper](${link})`],
    [
      'a list',
      'a.md',
      Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index * 2)}- item`).join('\n'),
    ],
    ['a list in one line', 'a.md', `${'- '.repeat(deep)}[A title of a paper](${link})`],
    ['brackets', 'a.md', `${'['.repeat(deep)}A title${']'.repeat(deep)}(${link})`],
    ['links', 'a.md', `${'[A title '.repeat(deep)}${`](${link})`.repeat(deep)}`],
    ['emphasis', 'a.md', `${'*a **b '.repeat(deep)} ${link}`],
    ['backticks', 'a.md', Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['angle brackets', 'a.md', `${'<a '.repeat(deep)} ${link}`],
    ['HTML', 'a.html', `<html>${'<div>'.repeat(deep)}<a href="${link}">A title of a paper</a>`],
    ['HTML details in Markdown', 'a.md', `${'<details><summary>A title</summary>\n\n'.repeat(deep)}${link}`],
    [
      'HTML tables',
      'a.html',
      `<html>${'<table><tr><td>'.repeat(deep)}<a href="${link}">A title of a paper</a>`,
    ],
    ['JSON', 'a.json', `${'['.repeat(deep)}"${link}"${']'.repeat(deep)}`],
    ['JSON objects', 'a.json', `${'{"a":'.repeat(deep)}"${link}"${'}'.repeat(deep)}`],
    ['broken JSON', 'a.json', `${'{"a":['.repeat(deep)}"${link}"`],
    ['Python literals', 'a.jsonl', `{'a': ${"('b', ".repeat(deep)}`],
    ['XML', 'a.xml', `<?xml version="1.0"?>${'<a>'.repeat(deep)}${link}`],
    ['a feed', 'a.xml', `<rss>${'<item>'.repeat(deep)}<link>${link}</link>`],
    ['BibTeX braces', 'a.bib', `@misc{a, title = ${'{'.repeat(deep)}${link}`],
    ['headings', 'a.md', '# a\n## b\n### c\n'.repeat(deep)],
    ['100,000 pipes', 'a.md', `# Daily\n\n${'|'.repeat(100_000)}\n${'|-'.repeat(100_000)}|\n`],
    [
      '100,000 pipes in a row of the digest',
      'a.md',
      `| Title | Link | abstract | author |\n|---|---|---|---|\n| a ${'|'.repeat(100_000)} [${link}](${link}) | b | c |`,
    ],
    ['a line of 10 MB', 'a.md', `# Daily\n\n- [A title](${link}) ${'word '.repeat(2_000_000)}`],
    ['a line of 10 MB without a space', 'a.md', `${link}${'a'.repeat(10_000_000)}`],
    ['a line of 10 MB of labels', 'a.md', `Title: ${'a: b | '.repeat(1_400_000)}`],
    ['a line of 10 MB of digits', 'a.md', '1234.5678'.repeat(1_100_000)],
    [
      'a table of 10 MB without a link',
      'a.md',
      `| Title | Link | abstract | author |\n|---|---|---|---|\n${'| a | b | c | d |\n'.repeat(600_000)}`,
    ],
    [
      'names without end',
      'a.md',
      `- **A title of a paper**\n  ${'Ada Example, '.repeat(100_000)}\n  ${link}`,
    ],
    [
      'rows that are never closed',
      'a.md',
      `| Title | Link | abstract | author |\n|---|---|---|---|\n${`| a | [${link}](${link}) | b\n`.repeat(50_000)}`,
    ],
    [
      'a line of mentions',
      'a.md',
      `${'As we show in the work of others, see arXiv:2504.05309 for it. '.repeat(20_000)}`,
    ],
    ['a line of links', 'a.md', `The words ${`[that](${link}) `.repeat(20_000)}`],
    [
      'a page in one line',
      'a.html',
      `<div>${`<p>Words <a href="${link}">that</a> are here.</p>`.repeat(20_000)}</div>`,
    ],
    [
      'a column without end',
      'a.html',
      `<table>${'<tr><td>Some words</td></tr>'.repeat(50_000)}<tr><td>${link}</td></tr></table>`,
    ],
    [
      'YAML aliases',
      'a.yml',
      `a0: &a0 [x]\n${Array.from({ length: 20 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]\n`).join('')}id: 2504.05309`,
    ],
    ['YAML', 'a.yml', `${'['.repeat(deep)}2504.05309`],
    ['mail records', 'a.txt', `\\\\\narXiv:2504.05309\nTitle: a\n${'  b\n'.repeat(200_000)}`],
  ];
  it.each(cases)(
    '%s: read or refused, in bounded time',
    (_, path, text) => {
      const start = performance.now();
      const { problems, digests } = readFile({ path, bytes: encoder.encode(text) });
      expect(performance.now() - start).toBeLessThan(20_000);
      for (const entry of digests.flatMap((digest) => digest.entries)) expect(text).toContain(entry.id);
      expect(digests.some((digest) => digest.entries.length > 0) || problems.length > 0).toBe(true);
    },
    60_000,
  );

  it('50 MB of text', () => {
    const bytes = encoder.encode(`# Notes\n\n${'Nothing about papers here.\n\n'.repeat(1_900_000)}`);
    expect(readFile({ path: 'a.md', bytes }).problems).toEqual([{ code: 'import_noPaper' }]);
  }, 60_000);
});

/** Numbers that are the same in every run. https://en.wikipedia.org/wiki/Xorshift */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
}

const FOLDERS = ['../shared/digests/formats', 'tests/fixtures/digests'].filter(existsSync);
const SIGNS = [
  '|',
  '[',
  ']',
  '(',
  ')',
  '*',
  '**',
  '_',
  '<',
  '>',
  '#',
  '`',
  '```',
  '\n',
  '\n\n',
  '$',
  '\\',
  '"',
  "'",
  '{',
  '}',
  '&',
  ';',
  ':',
  '---',
  '\t',
  '    ',
  '> ',
  '- ',
  '1. ',
  '<details>',
  '</div>',
  '<table><tr><td>',
  '<!--',
  ']]>',
  '\\\\',
  '@misc{',
  '\u0000',
  '\uFFFD',
  '𝒳',
  'arXiv:',
  '2504.',
  'https://arxiv.org/abs/',
];
const SLICE = 12_000;

interface Original {
  path: string;
  text: string;
  /** Milliseconds that the original takes. */
  time: number;
}

function originals(): Original[] {
  const found: Original[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/(?:manifest|expected)\.json$/.test(path)) {
        const decoded = decode(readFileSync(path));
        if ('text' in decoded) found.push({ path, text: decoded.text.slice(0, SLICE), time: 0 });
      }
    }
  };
  FOLDERS.forEach(walk);
  return found;
}

function mutated(text: string, other: string, next: (below: number) => number): string {
  let out = text;
  for (let round = 1 + next(6); round > 0; round -= 1) {
    const from = next(out.length);
    const to = Math.min(out.length, from + next(next(4) === 0 ? 2000 : 40));
    const part = out.slice(from, to);
    const sign = SIGNS[next(SIGNS.length)] ?? '';
    const at = next(other.length);
    const pieces = [
      '',
      part + part,
      sign + part,
      sign,
      sign.repeat(1 + next(50)),
      other.slice(at, at + next(1500)),
      part.split('').toReversed().join(''),
      part.replaceAll(' ', sign),
      part.replaceAll('\n', ' '),
    ];
    out = out.slice(0, from) + (pieces[next(pieces.length)] ?? '') + out.slice(to);
  }
  return out.slice(0, SLICE * 2);
}

const read = (path: string, text: string) => readFile({ path, bytes: encoder.encode(text) });

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** All of `npm run soak` are 20,000; the everyday run takes as many as fit into seconds. */
const COUNT = Number(process.env['MUTATIONS'] ?? (process.env['SOAK'] ? 20_000 : 200));

describe('real files, cut, spliced and sprinkled', () => {
  it(`${COUNT} variants: no exception, no hang, no id that is not in the text`, () => {
    const files = originals();
    for (const file of files) {
      read(file.path, file.text);
      file.time = millisecondsOf(() => read(file.path, file.text));
    }
    let worst = 0;
    let entries = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const next = numbers(seed);
      const file = files[next(files.length)] ?? { path: 'a.md', text: '', time: 1 };
      const text = mutated(file.text, files[next(files.length)]?.text ?? '', next);
      let digests: Digest[] = [];
      let format: string | undefined;
      const again = (): number =>
        Math.min(...[1, 2, 3].map(() => millisecondsOf(() => read(file.path, text))));
      const once = millisecondsOf(() => ({ digests, format } = read(file.path, text)));
      // A pause of the machine is no hang: long times are taken again, and the short ones not compared.
      const time = once > Math.max(50, file.time * 10) ? again() : once;
      if (time > Math.max(500, file.time * 50))
        throw new Error(`seed ${seed}, ${file.path}: ${time.toFixed(0)} ms`);
      worst = Math.max(worst, time / Math.max(5, file.time));
      for (const { id } of digests.flatMap((digest) => digest.entries)) {
        entries += 1;
        // The text of an e-mail in base64 shows no ids.
        if (format !== 'message' && !text.includes(id.split('/').at(-1) ?? id))
          throw new Error(`seed ${seed}, ${file.path}: ${id} is not in the text`);
      }
    }
    console.log(`${COUNT} variants, ${entries} entries read, slowest ${worst.toFixed(1)} times its original`);
    expect(entries).toBeGreaterThan(0);
  }, 7_200_000);
});
