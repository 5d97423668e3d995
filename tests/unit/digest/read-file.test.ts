import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../lib/digest/read-file';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, path = 'digest.md') => readFile({ path, bytes: bytes(text) });
const HEAD =
  '# arXiv Daily Report - 10-Apr-2025\n\n| Title | Link | abstract | author |\n| --- | --- | --- | --- |\n';
const link = (id: string) => `[https://arxiv.org/abs/${id}](https://arxiv.org/abs/${id})`;

describe('the digest of 10 April 2025', () => {
  const sample = readFile({ path: 'sample.md', bytes: readFileSync('assets/public/sample-10-Apr-2025.md') });
  it('is one digest of nine papers', () => {
    expect(sample.format).toBe('title-table');
    expect(sample.problems).toEqual([]);
    expect(sample.digests.map(({ date, dateFrom, entries }) => [date, dateFrom, entries.length])).toEqual([
      ['2025-04-10', 'content', 9],
    ]);
  });
  it('keeps LaTeX as it is written', () => {
    const abstracts = sample.digests[0]?.entries.map((entry) => entry.abstract).join('\n');
    expect(abstracts).toContain('\\textbf{Q}uery \\textbf{R}ewrite');
    expect(abstracts).toContain('11.18\\%');
  });
});

describe('a row of the digest', () => {
  const rowOf = (row: string) => read(HEAD + row).digests[0]?.entries[0];
  it('keeps its pipes', () =>
    expect(rowOf(`| A | B | ${link('2504.05309v2')} | P(x|y) is | small | Ada Ex, Bo Li |`)).toEqual({
      id: '2504.05309',
      version: 2,
      title: 'A | B',
      abstract: 'P(x|y) is | small',
      authors: ['Ada Ex', 'Bo Li'],
      line: 5,
    }));
  it('goes on over line breaks', () =>
    expect(rowOf(`| A | ${link('2504.05309')} | one\n\ntwo\nthree | Ada Ex |`)).toMatchObject({
      abstract: 'one\n\ntwo\nthree',
      authors: ['Ada Ex'],
    }));
  it('is a problem without its link, and the others are read', () => {
    const { digests, problems } = read(
      `${HEAD}| A |  | text | Ada Ex |\n| B | ${link('2504.05309')} | b | Bo Li |\n`,
    );
    expect(problems).toEqual([{ line: 5, code: 'digest_rowNoLink' }]);
    expect(digests[0]?.entries.map((entry) => entry.id)).toEqual(['2504.05309']);
  });
  it('needs no header, and then no date is made up', () => {
    const { digests } = read(`| A | ${link('2504.05309')} | a | Ada Ex |\n`, 'README.md');
    expect(digests.map((digest) => [digest.date, digest.entries.length])).toEqual([[undefined, 1]]);
  });
});

describe('a file that is no digest', () => {
  it('is empty', () => expect(read('').problems).toEqual([{ code: 'digest_emptyFile' }]));
  it('is a picture', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(readFile({ path: 'a.png', bytes: png })).toEqual({
      path: 'a.png',
      digests: [],
      problems: [{ code: 'digest_notText' }],
    });
  });
  it('has no paper in it', () => {
    expect(read('# Notes\n\nNothing here.\n').problems).toEqual([{ code: 'import_noPaper' }]);
  });
  it('is too large', () => {
    const large = new Uint8Array(64 * 1024 * 1024 + 1);
    expect(readFile({ path: 'a.md', bytes: large }).problems[0]?.values).toEqual([65, 64]);
  });
});

describe('an encoding', () => {
  const text = `${HEAD}| 题目 Título | ${link('2504.05309')} | ${'关于检索的论文。'.repeat(9)} | Ada Ex |\n`;
  const expected = read(text).digests;
  const wide = (order: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let index = 0; index < text.length; index += 1)
      view.setUint16(index * 2, text.charCodeAt(index), order);
    return new Uint8Array(view.buffer);
  };
  it.each([
    ['UTF-8 with its mark', bytes(`\uFEFF${text}`)],
    ['UTF-16 little end', Uint8Array.of(0xff, 0xfe, ...wide(true))],
    ['UTF-16 big end', Uint8Array.of(0xfe, 0xff, ...wide(false))],
    ['UTF-16 without its mark', wide(true).subarray(0)],
    ['CRLF', bytes(text.replaceAll('\n', '\r\n'))],
    ['bare CR', bytes(text.replaceAll('\n', '\r'))],
  ])('%s gives the same digest', (_, encoded) => {
    expect(readFile({ path: 'digest.md', bytes: encoded }).digests).toEqual(expected);
  });
});
