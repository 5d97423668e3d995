import { isOneEditAway, isPlainWord } from '../../lib/find/index/like-words';
import { unitTerms } from '../../lib/find/index/marked-terms';
import type { IndexedPaper, SearchIndex } from '../../lib/find/index/search-index';
import { meaningOf } from '../../lib/text/meaning';
import type { TermVectors } from '../../lib/text/term-vectors';

interface GrowingPostings {
  papers: number[];
  titleCounts: number[];
  abstractCounts: number[];
}

/** The sum of the papers' meanings, which tells what the collection is about. */
function meaningSumOf(papers: readonly IndexedPaper[], vectors: TermVectors): Float32Array {
  const sum = new Float32Array(vectors.dimensions);
  for (const paper of papers) {
    const { whole } = meaningOf(paper, vectors);
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (whole[i] ?? 0);
  }
  return sum;
}

function termsWhere(byTerm: ReadonlyMap<string, GrowingPostings>, isWanted: (term: string) => boolean) {
  const terms = [...byTerm].filter(([term]) => isWanted(term));
  return new Map(terms.map(([term, postings]) => [term, postings.papers.length]));
}

/**
 * An index held in memory and made from all its papers at once. It is the plainest index, against which others are
 * compared.
 */
export function memoryIndex(papers: readonly IndexedPaper[], vectors?: TermVectors): SearchIndex {
  const byTerm = new Map<string, GrowingPostings>();
  const lengths: number[] = [];
  papers.forEach((paper, number) => {
    const { terms, length } = unitTerms(paper);
    lengths.push(length);
    for (const [term, counts] of terms) {
      const postings = byTerm.get(term) ?? { papers: [], titleCounts: [], abstractCounts: [] };
      postings.papers.push(number);
      postings.titleCounts.push(counts.title);
      postings.abstractCounts.push(counts.abstract);
      byTerm.set(term, postings);
    }
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const meaningSum = vectors && meaningSumOf(papers, vectors);
  const statistics = { papers: papers.length, averageLength, lengths, ...(meaningSum && { meaningSum }) };
  return {
    statistics: async () => statistics,
    postings: async (terms) =>
      new Map(
        terms.flatMap((term) => {
          const postings = byTerm.get(term);
          return postings ? [[term, postings] as const] : [];
        }),
      ),
    papers: async (numbers) => numbers.map((number) => papers[number]),
    ids: async (numbers) => numbers.map((number) => papers[number]?.id),
    numbersOf: async (ids) => {
      const wanted = new Set(ids);
      return new Map(papers.flatMap(({ id }, number) => (wanted.has(id) ? [[id, number] as const] : [])));
    },
    termsWithPrefix: async (prefix) => termsWhere(byTerm, (term) => term.startsWith(prefix)),
    wordsLike: async (word) =>
      termsWhere(byTerm, (term) => term !== word && isPlainWord(term) && isOneEditAway(term, word)),
  };
}
