import { boundedCount, inverseShare, termWeight, TITLE_WEIGHT } from '../../text/bm25';
import { AUTHOR_MARK, TAG_MARK } from '../index/marked-terms';
import type { IndexStatistics, Postings } from '../index/search-index';
import type { Alternative, WantedWord } from './alternatives';

/** How well each paper has the words of a query, by the paper's number. */
export interface Matches {
  scores: Float32Array;
  /** How many of the required words a paper has. */
  words: Uint8Array;
}

/** The name of an author and a tag say what they are, so they count as much as a word in the title. */
const MARKED_COUNT = TITLE_WEIGHT;

/** The counts are bytes, so words after this many are left out. A longer query is a pasted text. */
const MOST_WORDS = 255;

function isMarked(term: string): boolean {
  return term.startsWith(AUTHOR_MARK) || term.startsWith(TAG_MARK);
}

/**
 * Writes into `best`, for each paper, the best BM25 weight (between 0 and K1 + 1) of a word's alternatives. Gives the
 * numbers of the papers that have one.
 */
function scoreWord(
  { alternatives, field }: WantedWord,
  postings: ReadonlyMap<string, Postings>,
  { lengths, averageLength }: IndexStatistics,
  best: Float32Array,
): number[] {
  const numbers: number[] = [];
  const visit = ({ term, weight }: Alternative) => {
    const said = postings.get(term);
    if (!said) return;
    const marked = isMarked(term);
    for (let at = 0; at < said.papers.length; at += 1) {
      const number = said.papers[at] ?? 0;
      const title = said.titleCounts[at] ?? 0;
      if (field === 'title' && title === 0) continue;
      const abstract = field === 'title' ? 0 : (said.abstractCounts[at] ?? 0);
      const count = marked ? MARKED_COUNT : boundedCount(TITLE_WEIGHT * title + abstract);
      const score = weight * termWeight(count, lengths[number] ?? averageLength, averageLength);
      const before = best[number] ?? 0;
      if (before === 0) numbers.push(number);
      if (score > before) best[number] = score;
    }
  };
  alternatives.forEach(visit);
  return numbers;
}

/** Scores the papers that have any of the required words. */
export function matchWords(
  wanted: readonly WantedWord[],
  postings: ReadonlyMap<string, Postings>,
  statistics: IndexStatistics,
): Matches {
  const scores = new Float32Array(statistics.papers);
  const words = new Uint8Array(statistics.papers);
  const best = new Float32Array(statistics.papers);
  for (const word of wanted.slice(0, MOST_WORDS)) {
    const having = scoreWord(word, postings, statistics, best);
    const worth = inverseShare(having.length / Math.max(1, statistics.papers));
    for (const number of having) {
      words[number] = (words[number] ?? 0) + 1;
      scores[number] = (scores[number] ?? 0) + worth * (best[number] ?? 0);
      best[number] = 0;
    }
  }
  return { scores, words };
}
