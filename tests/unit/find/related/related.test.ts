import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IndexedPaper } from '../../../../lib/find/index/search-index';
import { relatedPapers } from '../../../../lib/find/related/related';
import { plainText } from '../../../../lib/text/countable-text';
import { wordsOf } from '../../../../lib/text/words';
import { shippedTermVectors } from '../../../commands/term-vectors';
import { memoryIndex } from '../../../oracles/memory-index';

const ROW = /^\| (.*?) \| \[https:\/\/arxiv\.org\/abs\/(\S+?)\]\(\S+\) \| (.*) \| ([^|]*) \|$/;

function sample(): IndexedPaper[] {
  const report = readFileSync(
    new URL('../../../../assets/public/sample-10-Apr-2025.md', import.meta.url),
    'utf8',
  );
  return report.split('\n').flatMap((line) => {
    const [, title, id, abstract, authors] = ROW.exec(line) ?? [];
    if (!title || !id || !abstract || !authors) return [];
    return [{ title, id, abstract, authors: authors.split(', ') }];
  });
}

const MULTIMODAL = '2504.05314';
const UNIFIED = '2504.05730';

const ELSEWHERE = [
  {
    title: 'Observation of a binary neutron star inspiral',
    abstract:
      'Gravitational-wave detectors observed the inspiral of a binary neutron star with a combined signal-to-noise ratio of 32. We infer the component masses and the spins of the stars from the signal, in agreement with the masses of known neutron stars, and localize the source within a sky region of 28 square degrees.',
  },
  {
    title: 'Protein folding in crowded cells',
    abstract:
      'Cells contain a high concentration of macromolecules, which influences the stability and the folding of proteins. We use large-scale molecular dynamics simulations and single-molecule experiments to study how crowding changes the folding pathway. Our results provide a framework to understand protein behavior and demonstrate a trade-off between both effects.',
  },
  {
    title: 'A survey of galaxies',
    abstract: 'We present a large survey of two million galaxies and their redshifts.',
  },
];

describe.each([
  ['by words alone', undefined],
  ['with meaning', shippedTermVectors()],
])('related papers in a collection of nine, %s', async (_name, vectors) => {
  const papers = sample();
  const index = memoryIndex(papers, vectors);
  const related = (id: string) => {
    const question = papers.find((paper) => paper.id === id);
    if (!question) throw new Error(`The sample report holds no paper ${id}.`);
    return relatedPapers(question, index, 5, vectors);
  };

  test('the two on generative recommendation are each other’s best', async () => {
    expect((await related(MULTIMODAL))[0]?.id).toBe(UNIFIED);
    expect((await related(UNIFIED))[0]?.id).toBe(MULTIMODAL);
  });

  test.each(ELSEWHERE)('nothing is related to “$title”', async (question) => {
    expect(await relatedPapers(question, index, 5, vectors)).toEqual([]);
  });

  test('no paper is related to itself, nor to one of the same title', async () => {
    for (const paper of papers) {
      const twin = { ...paper, id: 'twin' };
      const found = await relatedPapers(twin, index, 5, vectors);
      expect(found.map(({ id }) => id)).not.toContain(paper.id);
    }
  });

  test('of two papers with the same title the more recent is named, the other is not', async () => {
    const question = papers.find(({ id }) => id === MULTIMODAL);
    const unified = papers.find(({ id }) => id === UNIFIED);
    if (!question || !unified) throw new Error('The sample report holds other papers.');
    const twin = { ...unified, id: '2504.99999', title: `  ${unified.title.toUpperCase()}!` };
    const found = await relatedPapers(question, memoryIndex([...papers, twin], vectors), 9, vectors);
    expect(found.map(({ id }) => id)).toContain(twin.id);
    expect(found.map(({ id }) => id)).not.toContain(UNIFIED);
  });

  test('each reason names two to four terms that both papers say, as one of them writes them', async () => {
    const textOf = ({ title, abstract = '' }: IndexedPaper) => plainText(`${title}. ${abstract}`);
    const termsOf = (text: string) => wordsOf(text).map(({ term }) => term);
    let reasons = 0;
    for (const paper of papers) {
      for (const { id, reason } of await relatedPapers(paper, index, 5, vectors)) {
        const other = papers.find((each) => each.id === id);
        const texts = [textOf(paper), other ? textOf(other) : ''];
        expect(reason.terms.length).toBeGreaterThanOrEqual(2);
        expect(reason.terms.length).toBeLessThanOrEqual(4);
        for (const term of reason.terms) {
          expect(texts.some((text) => text.includes(term))).toBe(true);
          for (const text of texts) expect(termsOf(text)).toEqual(expect.arrayContaining(termsOf(term)));
          reasons += 1;
        }
      }
    }
    expect(reasons).toBeGreaterThan(0);
  });

  test('shared authors are named', async () => {
    const known = papers.find((paper) => paper.id === MULTIMODAL);
    const question = {
      ...known,
      id: 'other',
      title: 'Quantitative language of items',
      authors: [known?.authors[0] ?? ''],
    };
    const [first] = await relatedPapers(question, index, 5, vectors);
    expect(first?.reason.authors).toEqual([known?.authors[0]]);
  });
});

test('Chinese papers are related by their words, which no term vector knows', async () => {
  const papers = [
    ['1', '生成式推荐系统综述', '本文综述大语言模型在推荐系统中的应用，包括语义标识、序列推荐与冷启动问题。'],
    ['2', '面向冷启动的序列推荐', '提出一种利用语义标识的序列推荐方法，缓解推荐系统的冷启动问题。'],
    ['3', '量子引力中的弦与膜', '讨论弦论中膜的动力学及其与黑洞熵的关系。'],
  ].map(([id = '', title = '', abstract = '']) => ({ id, title, abstract, authors: [] }));
  const [first] = papers;
  const vectors = shippedTermVectors();
  const found = await relatedPapers(first ?? { title: '' }, memoryIndex(papers, vectors), 5, vectors);
  expect(found.map(({ id }) => id)).toEqual(['2']);
  expect(found[0]?.reason.terms).toContain('推荐系统');
});
