import { existsSync, readFileSync } from 'node:fs';
import type { IndexedPaper } from '../../lib/find/index/search-index';
import { readPapers } from '../commands/papers-jsonl';

const FOLDER = new URL('../../../shared/related/', import.meta.url).pathname;

interface Section {
  ids: string[];
}

export interface RelatedQuery {
  paper: IndexedPaper;
  relevant: ReadonlySet<string>;
}

export interface RelatedCollection {
  papers: IndexedPaper[];
  queries: RelatedQuery[];
}

/** The collection of reading lists in ../shared/related; undefined where it is not there. */
export function relatedCollection(): RelatedCollection | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const papers = readPapers(`${FOLDER}papers.jsonl`);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const sections = JSON.parse(readFileSync(`${FOLDER}sections.json`, 'utf8')) as Section[];
  const queries = sections.flatMap(({ ids }) =>
    ids.flatMap((id) => {
      const paper = byId.get(id);
      const relevant = new Set(ids.filter((other) => other !== id));
      return paper && relevant.size > 0 ? [{ paper, relevant }] : [];
    }),
  );
  return { papers, queries };
}

export interface Quality {
  map: number;
  ndcg10: number;
  /** At a fifth of all candidates. */
  ndcg20: number;
}

/** Gives every paper but the question, best first. */
export type Ranking = (question: IndexedPaper) => Promise<readonly string[]>;

const discount = (rank: number) => 1 / Math.log2(rank + 2);

function ndcg(hits: readonly boolean[], relevant: number, depth: number): number {
  const gained = hits.slice(0, depth).reduce((sum, hit, rank) => sum + (hit ? discount(rank) : 0), 0);
  let ideal = 0;
  for (let rank = 0; rank < Math.min(depth, relevant); rank += 1) ideal += discount(rank);
  return gained / ideal;
}

function averagePrecision(hits: readonly boolean[], relevant: number): number {
  let found = 0;
  let sum = 0;
  hits.forEach((hit, rank) => {
    if (!hit) return;
    found += 1;
    sum += found / (rank + 1);
  });
  return sum / relevant;
}

/** Mean average precision and normalised discounted cumulative gain, in per cent, over all queries. */
export async function measureQuality({ queries }: RelatedCollection, ranking: Ranking): Promise<Quality> {
  const sum = { map: 0, ndcg10: 0, ndcg20: 0 };
  for (const { paper, relevant } of queries) {
    const ranked = await ranking(paper);
    const hits = ranked.filter((id) => id !== paper.id).map((id) => relevant.has(id));
    sum.map += averagePrecision(hits, relevant.size);
    sum.ndcg10 += ndcg(hits, relevant.size, 10);
    sum.ndcg20 += ndcg(hits, relevant.size, Math.floor(hits.length / 5));
  }
  const mean = (total: number) => (100 * total) / queries.length;
  return { map: mean(sum.map), ndcg10: mean(sum.ndcg10), ndcg20: mean(sum.ndcg20) };
}
