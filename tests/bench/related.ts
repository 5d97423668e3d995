import type { IndexedPaper, SearchIndex } from '../../lib/find/index/search-index';
import { centred, centreOf, MEANING_WEIGHT, SENTENCE_WEIGHT } from '../../lib/find/related/closeness';
import { scoreLexically } from '../../lib/find/related/lexical';
import { questionTerms } from '../../lib/find/related/question';
import { rankPapers } from '../oracles/rank-papers';
import { type Background, backgroundOf } from '../../lib/find/related/term-background';
import { B, K1, TITLE_WEIGHT } from '../../lib/text/bm25';
import { dot, type Meaning, meaningOf, sentenceLikeness } from '../../lib/text/meaning';
import type { TermVectors } from '../../lib/text/term-vectors';
import { wordsOf } from '../../lib/text/words';
import { shippedTermVectors } from '../commands/term-vectors';
import { memoryIndex } from '../oracles/memory-index';
import { archivePapers } from './archive-papers';
import { type Engine, flexsearchEngine, minisearchEngine, oramaEngine } from './engines';
import {
  measureQuality,
  type Quality,
  type Ranking,
  type RelatedCollection,
  relatedCollection,
} from './related-collection';
import type { Row } from './row';

/**
 * BM25 as a textbook has it, slow and obvious: what every other ranking is compared with. Pairs of neighbouring words
 * count as terms too where they have a weight.
 */
function plainBm25(papers: readonly IndexedPaper[], pairWeight = 0): Ranking {
  const counted = papers.map(({ id, title, abstract = '' }) => {
    const counts = new Map<string, number>();
    let length = 0;
    const count = (text: string, weight: number) => {
      let before: string | undefined;
      for (const { term, empty } of wordsOf(text)) {
        if (!empty) counts.set(term, (counts.get(term) ?? 0) + weight);
        if (!empty) length += weight;
        const pair = `${before} ${term}`;
        if (pairWeight > 0 && before && !empty) counts.set(pair, (counts.get(pair) ?? 0) + weight);
        before = empty ? undefined : term;
      }
    };
    count(title, TITLE_WEIGHT);
    count(abstract, 1);
    return { id, counts, length };
  });
  const average = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  const said = new Map<string, number>();
  for (const { counts } of counted)
    for (const term of counts.keys()) said.set(term, (said.get(term) ?? 0) + 1);
  const worth = (term: string) => {
    const papersSaying = said.get(term) ?? 0;
    const rarity = Math.log(1 + (counted.length - papersSaying + 0.5) / (papersSaying + 0.5));
    return term.includes(' ') ? pairWeight * rarity : rarity;
  };
  return async ({ id }) => {
    const question = counted.find((paper) => paper.id === id);
    const score = ({ counts, length }: (typeof counted)[number]) => {
      let sum = 0;
      for (const [term, asked] of question?.counts ?? []) {
        const count = counts.get(term) ?? 0;
        sum += (asked * worth(term) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
      }
      return sum;
    };
    const scored = counted.map((paper) => ({ id: paper.id, score: score(paper) }));
    return scored.toSorted((a, b) => b.score - a.score).map((paper) => paper.id);
  };
}

/** What a step of the ablation adds to the lexical score. */
type Added = (question: Meaning, paper: Meaning) => number;

interface Step {
  name: string;
  background: Background;
  /** Whether meanings are seen from the collection's centre. */
  centre: boolean;
  added: Added;
  /** How many of the best by words are looked at by meaning; all where none is given. */
  candidates?: number;
}

const whole: Added = (question, paper) => MEANING_WEIGHT * dot(question.whole, paper.whole);
const sentences: Added = (question, paper) =>
  SENTENCE_WEIGHT * sentenceLikeness(question.sentences, paper.sentences);

const both: Added = (question, paper) => whole(question, paper) + sentences(question, paper);

function steps(vectors: TermVectors): Step[] {
  const background = backgroundOf(vectors);
  const everyTermAlike = { ...background, subjectOf: () => 1 };
  return [
    { name: 'bm25, bounded, background', background: everyTermAlike, centre: false, added: () => 0 },
    { name: '+ terms of titles weigh more', background, centre: false, added: () => 0 },
    { name: '+ meaning', background, centre: false, added: whole },
    { name: '+ meaning from the centre', background, centre: true, added: whole },
    { name: '+ sentences, without meaning', background, centre: true, added: sentences },
    { name: 'all, of the best 24 by words', background, centre: true, added: both, candidates: 24 },
  ];
}

function ablated(
  step: Step,
  papers: readonly IndexedPaper[],
  index: SearchIndex,
  vectors: TermVectors,
): Ranking {
  const meanings = papers.map((paper) => meaningOf(paper, vectors));
  return async (question) => {
    const { scores } = await scoreLexically(questionTerms(question), index, step.background);
    const centre = centreOf(await index.statistics(), vectors);
    const seen = (meaning: Meaning) => (step.centre ? centred(meaning, centre) : meaning);
    const asked = seen(meaningOf(question, vectors));
    const byWords = papers
      .map(({ id }, number) => ({ id, score: scores[number] ?? 0, meaning: meanings[number] }))
      .toSorted((a, b) => b.score - a.score);
    const candidates = byWords.slice(0, step.candidates).map(({ id, score, meaning }) => ({
      id,
      score: score + (meaning ? step.added(asked, seen(meaning)) : 0),
    }));
    const others = byWords.slice(candidates.length);
    return [...candidates.toSorted((a, b) => b.score - a.score), ...others].map(({ id }) => id);
  };
}

function rowsOf(name: string, { map, ndcg10, ndcg20 }: Quality, beside = ''): Row[] {
  return [
    { name: `${name}: MAP`, value: map, unit: '%', beside },
    { name: `${name}: NDCG@10`, value: ndcg10, unit: '%', beside: `NDCG%20 ${ndcg20.toFixed(1)}` },
  ];
}

async function engineQuality(collection: RelatedCollection, engine: Engine): Promise<Row[]> {
  const all = collection.papers.map(({ id }) => id);
  // A library may leave papers out; they come last, in the order of the collection.
  const ranking: Ranking = async (question) => [
    ...new Set([...(await engine.related(question, all.length)), ...all]),
  ];
  return rowsOf(engine.name, await measureQuality(collection, ranking));
}

function shippedRanking(papers: readonly IndexedPaper[], vectors: TermVectors): Ranking {
  const index = memoryIndex(papers, vectors);
  const numbers = [...papers.keys()];
  return async (question) => (await rankPapers(question, index, numbers, vectors)).map(([id]) => id);
}

/** The collection names no authors; the archive holds most of its papers, and does. */
function withAuthors(collection: RelatedCollection): RelatedCollection | undefined {
  const authors = new Map(archivePapers()?.map((paper) => [paper.id, paper.authors]));
  if (authors.size === 0) return undefined;
  const named = (paper: IndexedPaper): IndexedPaper => ({ ...paper, authors: authors.get(paper.id) ?? [] });
  return {
    papers: collection.papers.map(named),
    queries: collection.queries.map((query) => ({ ...query, paper: named(query.paper) })),
  };
}

/** How well related papers are ranked on ../shared/related: each part's share, and other libraries beside. */
export async function benchRelated(): Promise<Row[]> {
  const collection = relatedCollection();
  if (!collection) {
    console.log('related: skipped, for there is no ../shared/related');
    return [];
  }
  const { papers } = collection;
  const vectors = shippedTermVectors();
  const index = memoryIndex(papers, vectors);
  const rows = [
    ...rowsOf('plain bm25', await measureQuality(collection, plainBm25(papers))),
    ...rowsOf('with pairs of words at half weight', await measureQuality(collection, plainBm25(papers, 0.5))),
  ];
  for (const step of steps(vectors)) {
    rows.push(...rowsOf(step.name, await measureQuality(collection, ablated(step, papers, index, vectors))));
  }
  const shipped = (each: RelatedCollection) => measureQuality(each, shippedRanking(each.papers, vectors));
  rows.push(...rowsOf('as shipped, all of it', await shipped(collection), 'goal 36'));
  const named = withAuthors(collection);
  if (named) rows.push(...rowsOf('+ authors, where the archive names them', await shipped(named)));
  for (const make of [minisearchEngine, flexsearchEngine, oramaEngine]) {
    rows.push(...(await engineQuality(collection, await make(papers))));
  }
  return rows;
}
