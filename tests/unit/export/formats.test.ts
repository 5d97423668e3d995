import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { readFile } from '../../../lib/digest/read-file';
import { bibtexKey } from '../../../lib/export/bibtex-key';
import { exportFormats } from '../../../lib/export/formats';
import { bibtex } from '../../../lib/export/formats/bibtex';
import { csv } from '../../../lib/export/formats/csv';
import { ris } from '../../../lib/export/formats/ris';
import { latexText } from '../../../lib/export/latex-text';
import { type ExportFormat, fileNameOf } from '../../../lib/export/list';
import { parseName } from '../../../lib/export/person-name';
import type { DigestEntry } from '../../../lib/paper';
import type { ListedPaper } from '../../../lib/store/views/listed-papers';
import { plainTex } from '../../../lib/text/latex/one-line';
import { trickyPapers } from '../../support/exported-papers';

const SAMPLE = 'assets/public/sample-10-Apr-2025.md';

const samplePapers: ListedPaper[] = readFile({
  path: SAMPLE,
  bytes: readFileSync(SAMPLE),
}).digests.flatMap(({ date = '', entries }) =>
  entries.map(({ id, title = '', authors = [], abstract = '' }) => ({
    paper: { id, title, authors, abstract },
    categories: ['cs.IR'],
    date,
  })),
);

/** The papers that the extension's own importer reads in a list that the extension has written. */
function readBack(format: ExportFormat, papers: readonly ListedPaper[]) {
  const text = format.write({ name: 'is:starred', papers });
  const { digests, problems } = readFile({
    path: `list.${format.extension}`,
    bytes: new TextEncoder().encode(text),
  });
  return { entries: digests.flatMap(({ entries }) => entries), digests, problems };
}

const oneLine = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

/** The name with the given name first: RIS and BibTeX have an order of their own. */
const nameOf = (written: string) => {
  const { given, family } = parseName(written);
  return plainTex(`${given} ${family}`);
};

const byId = (entries: readonly DigestEntry[]) => new Map(entries.map((entry) => [entry.id, entry]));

describe.each(exportFormats)('$name', (format) => {
  it('is read back by the importer, paper by paper', () => {
    const { entries, problems } = readBack(format, samplePapers);
    expect(problems).toEqual([]);
    expect(entries.map(({ id }) => id).toSorted()).toEqual(
      samplePapers.map(({ paper }) => paper.id).toSorted(),
    );
    const read = byId(entries);
    for (const { paper } of samplePapers) {
      const entry = read.get(paper.id);
      expect(plainTex(oneLine(entry?.title))).toBe(plainTex(oneLine(paper.title)));
      expect(entry?.authors?.map(nameOf)).toEqual(paper.authors.map(nameOf));
      // arXiv's citation has no abstract.
      expect(oneLine(entry?.abstract)).toBe(format === bibtex ? '' : oneLine(paper.abstract));
    }
  });

  it('keeps papers apart whatever stands in their texts', () => {
    const { entries, problems } = readBack(format, trickyPapers);
    expect(problems).toEqual([]);
    expect(entries.map(({ id }) => id).toSorted()).toEqual(
      trickyPapers.map(({ paper }) => paper.id).toSorted(),
    );
    const read = byId(entries);
    expect(read.get('2504.00009')?.authors?.map(nameOf)).toEqual([
      'Laurens van der Maaten',
      'Jörg Müller',
      'The ATLAS Collaboration',
    ]);
    expect(read.get('2504.00002')?.title).toBe('检索增强生成：综述');
  });

  it('gives the days back, where it has a place for them', () => {
    if (format === bibtex || format === ris) return;
    const { digests } = readBack(format, trickyPapers);
    expect(digests.map(({ date, entries }) => [date, entries.length])).toEqual([
      ['2025-04-10', 1],
      ['2025-04-11', 3],
      ['2025-04-12', 1],
    ]);
  });

  it('writes an empty list as a file that is read without a complaint about its lines', () => {
    expect(readBack(format, []).entries).toEqual([]);
  });
});

test('every format is in the menu, under a name and an ending of its own', () => {
  const files = readdirSync('lib/export/formats').map((file) => basename(file, '.ts'));
  expect(exportFormats.map(({ name }) => name.toLowerCase()).toSorted()).toEqual(files.toSorted());
  expect(new Set(exportFormats.map(({ extension }) => extension)).size).toBe(exportFormats.length);
});

test('a file is named for its list', () => {
  expect(fileNameOf({ name: '2025-04-10', papers: [] }, bibtex)).toBe('digest-lens-2025-04-10.bib');
  expect(fileNameOf({ name: 'is:starred "../a b"', papers: [] }, csv)).toBe('digest-lens-is-starred-a-b.csv');
});

describe('BibTeX', () => {
  const parsed = (papers: readonly ListedPaper[]) =>
    parseBibtex(bibtex.write({ name: 'x', papers }), { sentenceCase: false });

  it('is what arXiv itself gives', () => {
    expect(bibtex.write({ name: 'x', papers: trickyPapers.slice(0, 1) }))
      .toBe(`@misc{vaswani2017attentionneed,
      title={Attention Is All You Need},
      author={Ashish Vaswani and Noam Shazeer},
      year={2017},
      eprint={1706.03762},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/1706.03762}
}
`);
  });

  it('is loaded by a parser of BibTeX, every field of every entry', () => {
    const { entries, errors } = parsed([...samplePapers, ...trickyPapers]);
    expect(errors).toEqual([]);
    expect(entries.map(({ fields }) => fields.eprint)).toEqual(
      [...samplePapers, ...trickyPapers].map(({ paper }) => paper.id),
    );
    const tricky = entries.find(({ fields }) => fields.eprint === '2504.00009');
    expect(tricky?.fields.author?.map(({ lastName, name }) => lastName ?? name)).toEqual([
      'Maaten',
      'Müller',
      'Collaboration',
    ]);
    expect(tricky?.fields.title).toMatch(/^Q&A at 95% cost: C# and snake_case, /);
    const old = entries.find(({ fields }) => fields.eprint === 'hep-th/9901001');
    expect(old?.fields.author).toHaveLength(3);
    expect(old?.fields.year).toBe('1999');
  });

  it('gives each entry a key of its own', () => {
    const twice = [
      trickyPapers[0]!,
      { ...trickyPapers[0]!, paper: { ...trickyPapers[0]!.paper, id: '1706.00001' } },
    ];
    expect(parsed(twice).entries.map(({ key }) => key)).toEqual([
      'vaswani2017attentionneed',
      'vaswani2017attentionneed-2',
    ]);
  });

  test.each<[first: string, title: string, id: string, key: string]>([
    [
      'Martín Abadi',
      'TensorFlow: A system for large-scale machine learning',
      '1605.08695',
      'abadi2016tensorflowlargescalemachinelearning',
    ],
    ['Laurens van der Maaten', 'Visualizing the Data', '2504.00003', 'vandermaaten2025visualizingdata'],
    ['Müller, Jörg', '$K$-means', '0704.0001', 'muller2007kmeans'],
    ['Paul Erd\\H{o}s', 'On a Thing', 'math/0001001', 'erdos2000thing'],
    ['Łukasz Kaiser Jr.', 'Reformer', '2001.04451', 'kaiser2020reformer'],
    ['王伟', '综述', '2504.00002', 'unknown2025'],
  ])('of %s, %s (%s) has the key %s', (first, title, id, key) => {
    expect(bibtexKey({ id, title, authors: [first] })).toBe(key);
  });

  test.each([
    ['A & B at 5%', 'A \\& B at 5\\%'],
    ['A \\& B', 'A \\& B'],
    ['$a_b & c^d$ and a_b', '$a_b & c^d$ and a\\_b'],
    ['costs $5', 'costs \\$5'],
    ['\\emph{kept} {Kept}', '\\emph{kept} {Kept}'],
    ['open {', 'open \\textbraceleft{}'],
    ['$x}$', '$x\\textbraceright{}$'],
    ['{ \\} } \\{', '{ \\textbraceright{} } \\textbraceleft{}'],
    ['ends with \\', 'ends with \\textbackslash{}'],
  ])('%s is written %s', (text, latex) => expect(latexText(text)).toBe(latex));
});

describe('CSV', () => {
  const rows = Papa.parse<Record<string, string>>(csv.write({ name: 'x', papers: trickyPapers }), {
    header: true,
    skipEmptyLines: true,
  });

  it('is read by papaparse, cell by cell', () => {
    expect(rows.errors).toEqual([]);
    expect(rows.data.map(({ id }) => id)).toEqual(trickyPapers.map(({ paper }) => paper.id));
    expect(rows.data[0]).toMatchObject({
      authors: 'Ashish Vaswani; Noam Shazeer',
      abstract: trickyPapers[0]!.paper.abstract,
      categories: 'cs.CL, cs.LG',
    });
  });

  it('holds nothing that a spreadsheet would compute', () => {
    const cells = rows.data.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows.data[3]?.['title']).toBe(`'=HYPERLINK("https://example.org","x")`);
  });
});
