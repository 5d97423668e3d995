import type { ArxivId } from '../../paper';
import { type Meaning, meaningOf } from '../../text/meaning';
import type { TermVectors } from '../../text/term-vectors';
import { bestNumbers } from '../index/best-numbers';
import { byRecency } from '../index/recency';
import type { IndexedPaper, IndexStatistics, PaperIndex } from '../index/search-index';
import { type Centre, centred, centreOf, meantCloseness } from './closeness';
import { scoreLexically } from './lexical';
import { questionTerms, type RelatedQuestion } from './question';
import { phrasesOfPaper, sharedAuthors, sharedTerms } from './reasons';
import { backgroundOf } from './term-background';

export type { RelatedQuestion } from './question';

export interface RelatedPaper {
  id: ArxivId;
  title: string;
  score: number;
  reason: { terms: string[]; authors: string[] };
}

/** As many papers as a reader looks at beside an abstract. */
const DEFAULT_LIMIT = 5;

/**
 * How many of the best papers by words are also compared by meaning; hardly any paper beyond them comes among the
 * first five.
 */
const MOST_CANDIDATES = 24;

/** Added for each author in common, for two at most: it decides near ties and makes no unrelated paper related. */
const AUTHOR_GAIN = 0.02;
const MOST_AUTHORS = 2;

/** How close two unrelated papers of one field are: the mean, and the spread about it. */
interface Chance {
  mean: number;
  spread: number;
}

/**
 * Measured over pairs of papers of the archive that the term vectors were learnt from, by words alone and with
 * meaning.
 */
const CHANCE_BY_WORDS: Chance = { mean: 0.03, spread: 0.026 };
const CHANCE_BY_MEANING: Chance = { mean: 0.07, spread: 0.07 };

/**
 * The least closeness that makes a paper related in a collection of `papers` papers. The closest of n unrelated
 * papers is expected sqrt(2 ln n) spreads above the mean (the extreme of a normal sample), so more papers ask for
 * more: 0.22 among nine, 0.40 among 50,000. A paper below it is no closer than chance explains.
 */
function leastCloseness(papers: number, { mean, spread }: Chance): number {
  return mean + spread * Math.sqrt(2 * Math.log(Math.max(2, papers)));
}

/** A single shared word (`star`) may be chance; two words, or an author, are a reason that can be shown. */
const FEWEST_REASONS = 2;

interface Candidate {
  paper: IndexedPaper;
  score: number;
  authors: string[];
}

/** Everything that ranking needs to know of one question. */
interface Asked {
  question: RelatedQuestion;
  /** Undefined if there are no term vectors. */
  meaning: Meaning | undefined;
  vectors: TermVectors | undefined;
  index: PaperIndex;
}

export function askedOf(
  question: RelatedQuestion,
  index: PaperIndex,
  vectors: TermVectors | undefined,
): Asked {
  return { question, meaning: vectors && meaningOf(question, vectors), vectors, index };
}

/**
 * A function that says how close a paper is to the question by meaning. Undefined if the question's meaning is not
 * known: without term vectors, or in a language that they do not cover.
 */
async function meantClosenessTo({
  meaning,
  vectors,
  index,
}: Asked): Promise<((paper: IndexedPaper) => number) | undefined> {
  if (!vectors || !meaning || meaning.sentences.length === 0) return undefined;
  const { centre, meaningOfPaper } = meaningsIn(await index.statistics(), vectors);
  const asked = centred(meaning, centre);
  return (paper) => meantCloseness(asked, meaningOfPaper(paper));
}

interface CollectionMeanings {
  centre: Centre;
  meaningOfPaper: (paper: IndexedPaper) => Meaning;
}

/**
 * The meanings of papers by the index they belong to. If many questions are asked of the same papers, each paper is
 * read once, since reading takes longer than comparing.
 */
const meaningsOfCollections = new WeakMap<IndexStatistics, CollectionMeanings>();

function meaningsIn(statistics: IndexStatistics, vectors: TermVectors): CollectionMeanings {
  const known = meaningsOfCollections.get(statistics);
  if (known) return known;
  const centre = centreOf(statistics, vectors);
  const meaningByPaper = new WeakMap<IndexedPaper, Meaning>();
  const meaningOfPaper = (paper: IndexedPaper): Meaning => {
    const meaning = meaningByPaper.get(paper) ?? centred(meaningOf(paper, vectors), centre);
    meaningByPaper.set(paper, meaning);
    return meaning;
  };
  const meanings = { centre, meaningOfPaper };
  meaningsOfCollections.set(statistics, meanings);
  return meanings;
}

interface Scored {
  /** The candidates, the best first. */
  candidates: Candidate[];
  chance: Chance;
}

export async function scoreCandidates(
  asked: Asked,
  numbers: readonly number[],
  scores: Float32Array,
): Promise<Scored> {
  const [papers, meantTo] = await Promise.all([asked.index.papers(numbers), meantClosenessTo(asked)]);
  const candidates = numbers.flatMap((number, at): Candidate[] => {
    const paper = papers[at];
    if (!paper) return [];
    const authors = sharedAuthors(asked.question.authors ?? [], paper.authors);
    const byAuthors = AUTHOR_GAIN * Math.min(authors.length, MOST_AUTHORS);
    const score = (scores[number] ?? 0) + (meantTo?.(paper) ?? 0) + byAuthors;
    return [{ paper, score, authors }];
  });
  return {
    candidates: candidates.toSorted((a, b) => b.score - a.score || byRecency(a.paper.id, b.paper.id)),
    chance: meantTo ? CHANCE_BY_MEANING : CHANCE_BY_WORDS,
  };
}

function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The papers of the index that are really related to one paper, the best first; empty if there is none. */
export async function relatedPapers(
  question: RelatedQuestion,
  index: PaperIndex,
  limit: number = DEFAULT_LIMIT,
  vectors?: TermVectors,
): Promise<RelatedPaper[]> {
  const background = backgroundOf(vectors);
  const scoring = scoreLexically(questionTerms(question), index, background);
  // The question is prepared while the index is being read.
  const asked = askedOf(question, index, vectors);
  const askedPhrases = phrasesOfPaper(question);
  const { scores, worth } = await scoring;
  const numbers = bestNumbers(scores, MOST_CANDIDATES).slice(0, MOST_CANDIDATES);
  const { candidates, chance } = await scoreCandidates(asked, numbers, scores);
  const titles = new Set([titleKey(question.title)]);
  const related: RelatedPaper[] = [];
  const least = leastCloseness(scores.length, chance);
  for (const { paper, score, authors } of candidates) {
    if (related.length === limit || score < least) break;
    if (paper.id === question.id || titles.has(titleKey(paper.title))) continue;
    const terms = sharedTerms(askedPhrases, phrasesOfPaper(paper), worth, background);
    if (terms.length < FEWEST_REASONS && authors.length === 0) continue;
    titles.add(titleKey(paper.title));
    related.push({ id: paper.id, title: paper.title, score, reason: { terms, authors } });
  }
  return related;
}
