import { boundedCount, inverseShare, questionWeight, termWeight, TITLE_WEIGHT } from '../../text/bm25';
import type { PaperIndex } from '../index/search-index';
import type { QuestionTerm, QuestionTerms } from './question';
import type { Background } from './term-background';

/**
 * How much a term's being a subject counts in its worth. It counts little, since the rarity of a term says most of it
 * already; the quality found hardly changes from 0.1 to 0.3.
 */
const SUBJECT_POWER = 0.15;

/**
 * How many background papers weigh in beside a collection's own papers, as evidence about a term: nine papers cannot
 * tell a rare term from a common one, ten thousand can. More than some hundred would blunt the collection's own view
 * of its terms.
 */
const BACKGROUND_PAPERS = 100;

/** Words of a usual title and abstract. It keeps a collection of few papers from setting its own standard. */
const USUAL_LENGTH = 130;

/**
 * What a question of usual length scores against itself. A shorter question (a title alone) is measured by this score
 * too, so that one shared word does not make a paper close.
 */
const USUAL_OWN_SCORE = 400;

/** How many terms of a question are looked up, the weightiest first; the others add little, and each costs a read. */
const MOST_TERMS = 48;

interface LexicalScores {
  /** The score of each paper by its number, as a share of the question's own score. */
  scores: Float32Array;
  /** What a shared term is worth, by term. */
  worth: ReadonlyMap<string, number>;
}

function worthOf({ term, count }: QuestionTerm, share: number, background: Background): number {
  return questionWeight(count) * inverseShare(share) * background.subjectOf(term) ** SUBJECT_POWER;
}

function weightiest(terms: readonly QuestionTerm[], background: Background): readonly QuestionTerm[] {
  if (terms.length <= MOST_TERMS) return terms;
  const weight = (asked: QuestionTerm) => worthOf(asked, background.shareOf(asked.term), background);
  return terms.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_TERMS);
}

/** Scores every paper that shares a term with the question, by BM25. */
export async function scoreLexically(
  question: QuestionTerms,
  index: PaperIndex,
  background: Background,
): Promise<LexicalScores> {
  const asked = weightiest(question.terms, background);
  const [{ papers, averageLength, lengths }, postings] = await Promise.all([
    index.statistics(),
    index.postings(asked.map(({ term }) => term)),
  ]);
  const usual = (averageLength * papers + USUAL_LENGTH * BACKGROUND_PAPERS) / (papers + BACKGROUND_PAPERS);
  const worth = new Map<string, number>();
  let own = 0;
  for (const each of asked) {
    const { term, count } = each;
    const said = postings.get(term)?.papers.length ?? 0;
    const share = (said + BACKGROUND_PAPERS * background.shareOf(term)) / (papers + BACKGROUND_PAPERS);
    const value = worthOf(each, share, background);
    worth.set(term, value);
    own += value * termWeight(count, question.length, usual);
  }
  const scores = new Float32Array(papers);
  const scale = 1 / Math.max(own, USUAL_OWN_SCORE);
  for (const [term, { papers: numbers, titleCounts, abstractCounts }] of postings) {
    const value = (worth.get(term) ?? 0) * scale;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const count = boundedCount(TITLE_WEIGHT * (titleCounts[at] ?? 0) + (abstractCounts[at] ?? 0));
      scores[number] = (scores[number] ?? 0) + value * termWeight(count, lengths[number] ?? usual, usual);
    }
  }
  return { scores, worth };
}
