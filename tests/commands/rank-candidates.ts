import type { IndexedPaper } from '../../lib/find/index/search-index';
import type { TermVectors } from '../../lib/text/term-vectors';
import { rankPapers } from '../oracles/rank-papers';
import { indexInMemory } from './index-in-memory';

/** Ids are opaque; a file may well write them as numbers. */
type Id = string | number;

export type RankQueries = Record<string, { paper: Id; candidates?: Id[] }>;
export type RankAnswers = Record<string, [id: string, score: number][]>;

/**
 * Every query's candidates, each once, the best first. A candidate that the collection does not hold comes last, and a
 * query for a paper that it does not hold leaves them as they were: nothing is known of either. `digest` hears of it.
 */
export async function rankCandidates(
  papers: readonly IndexedPaper[],
  queries: RankQueries,
  vectors: TermVectors,
  report: (sentence: string) => void,
): Promise<RankAnswers> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const index = await indexInMemory(papers, vectors);
  const numbers = await index.numbersOf([...byId.keys()]);
  const answers: [string, [string, number][]][] = [];
  for (const [name, { paper, candidates = [] }] of Object.entries(queries)) {
    const question = byId.get(String(paper));
    if (!question) report(`Query ${name} is for the paper ${paper}, which the collection does not hold.`);
    const distinct = [...new Set(candidates.map(String))];
    const known = question ? distinct.filter((id) => numbers.has(id)) : [];
    const scored = question
      ? await rankPapers(
          question,
          index,
          known.flatMap((id) => numbers.get(id) ?? []),
          vectors,
        )
      : [];
    const least = Math.min(0, scored.at(-1)?.[1] ?? 0);
    const isScored = new Set(scored.map(([id]) => id));
    const others = distinct.filter((id) => !isScored.has(id)).map((id): [string, number] => [id, least]);
    answers.push([name, [...scored, ...others]]);
  }
  return Object.fromEntries(answers);
}
