import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IndexedPaper } from '../../../../lib/find/index/search-index';
import { countTerms } from '../../../../lib/find/index/term-counts';
import { readPapers } from '../../../commands/papers-jsonl';
import { shippedTermVectors } from '../../../commands/term-vectors';
import { memoryIndex } from '../../../oracles/memory-index';
import { rankPapers } from '../../../oracles/rank-papers';

const COLLECTION = new URL('../../../../../shared/related/papers.jsonl', import.meta.url).pathname;
const STUFFED = 100;
const TIMES = 50;

function mostFrequentTerms(paper: IndexedPaper): string[] {
  return [...countTerms(paper).terms]
    .toSorted((a, b) => b[1].title + b[1].abstract - a[1].title - a[1].abstract)
    .slice(0, 10)
    .map(([term]) => term);
}

const repeated = (text: string, times: number) => Array.from({ length: times }, () => text).join(' ');

/** Ways in which an abstract may be stuffed with terms; `once` is the honest measure. */
const WAYS: [name: string, stuff: (terms: string[]) => string][] = [
  ['each term said 50 times', (terms) => terms.map((term) => repeated(term, TIMES)).join(' ')],
  ['all terms in a row, 50 times', (terms) => repeated(terms.join(' '), TIMES)],
  ['all terms as a sentence, 50 times', (terms) => repeated(`${terms.join(' ')}.`, TIMES)],
  [
    'each term as a sentence, 50 times',
    (terms) => terms.map((term) => repeated(`${term}.`, TIMES)).join(' '),
  ],
  [
    'with zero-width spaces',
    (terms) => repeated(terms.map((term) => [...term].join('\u200b')).join(' '), TIMES),
  ],
  [
    'with Cyrillic letters',
    (terms) => repeated(terms.join(' ').replaceAll('e', 'е').replaceAll('a', 'а'), TIMES),
  ],
  ['in a hidden tag', (terms) => `<span style="display:none">${repeated(terms.join(' '), TIMES)}</span>`],
];

describe.skipIf(!existsSync(COLLECTION))('stuffing an abstract (needs ../shared/related)', () => {
  const vectors = shippedTermVectors();
  const papers = existsSync(COLLECTION) ? readPapers(COLLECTION) : [];
  const targets = papers.slice(0, WAYS.length);
  const others = papers.slice(WAYS.length, WAYS.length + STUFFED);

  const cases = WAYS.map(([name, stuff], at) => ({ name, stuff, target: targets[at] }));
  test.each(cases)(
    '$name gains no more than saying each term once',
    { timeout: 30_000 },
    async ({ stuff, target }) => {
      if (!target) throw new Error('The collection is too small for a target of each way.');
      const terms = mostFrequentTerms(target);
      const variant = (paper: IndexedPaper, name: string, added: string) => ({
        ...paper,
        id: `${paper.id} ${name}`,
        abstract: `${paper.abstract ?? ''} ${added}`,
      });
      const all = [
        ...others,
        ...others.map((paper) => variant(paper, 'once', terms.join(' '))),
        ...others.map((paper) => variant(paper, 'stuffed', stuff(terms))),
      ];
      const index = memoryIndex(all, vectors);
      const scores = new Map(await rankPapers(target, index, [...all.keys()], vectors));
      const rankOf = (id: string) => {
        const own = scores.get(id) ?? 0;
        return others.filter((other) => (scores.get(other.id) ?? 0) > own).length;
      };
      const climbed = others.filter(({ id }) => rankOf(`${id} stuffed`) < rankOf(`${id} once`));
      expect(climbed.map(({ title }) => title)).toEqual([]);
    },
  );
});
