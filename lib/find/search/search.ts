import type { ArxivId } from '../../paper';
import { bestNumbers } from '../index/best-numbers';
import { AUTHOR_MARK, TAG_MARK, TITLE_MARK, titleStart } from '../index/marked-terms';
import { byRecency } from '../index/recency';
import type { IndexedPaper, SearchIndex } from '../index/search-index';
import type { SearchClause, SearchFilter, SearchQuery } from '../query/query';
import { addCompletions, addLikeWords, type WantedWord, wantedWords } from './alternatives';
import { type Matches, matchWords } from './match-words';
import { saysPhrase } from './says-phrase';

interface SearchHit {
  id: ArxivId;
  score: number;
}

export interface SearchResult {
  hits: SearchHit[];
  /** The terms to mark in titles, abstracts and names: see `matchRanges`. */
  terms: ReadonlySet<string>;
}

interface SearchOptions {
  limit?: number;
  /**
   * The papers whose digests and reading states pass the filters. Without this function filters let everything pass.
   */
  papersWith?: (filters: readonly SearchFilter[]) => Promise<ReadonlySet<ArxivId>>;
}

/** The list is read from the top, and nobody reads further than this. */
const DEFAULT_LIMIT = 50;

/** The gain of a title that begins as the query does: that paper was meant, whatever other papers say. */
const TITLE_START_GAIN = 100;

/** Letters. Too many titles begin with fewer. */
const SHORTEST_TITLE_START = 4;

/** If more titles than this share the beginning, it is only a common phrase (`a survey of`), and the words decide. */
const MOST_TITLE_STARTS = 60;

/** More than any score, so that a paper with one more of the words comes first. */
const WORTH_OF_A_WORD = 1000;

/** How many papers are read to look for a phrase, in all and at once. */
const MOST_PHRASE_CHECKS = 2000;
const PHRASE_CHECKS_AT_ONCE = 100;

/** Finds papers by the typed query, the best first. */
export async function searchPapers(
  query: SearchQuery,
  index: SearchIndex,
  { limit = DEFAULT_LIMIT, papersWith }: SearchOptions = {},
): Promise<SearchResult> {
  const pasted = await pastedPaper(query, index);
  if (pasted) return { hits: [{ id: pasted, score: 1 }], terms: new Set() };
  const filtered = query.filters.length > 0 && papersWith;
  const allowed = filtered ? await papersWith(query.filters) : undefined;
  if (query.clauses.length === 0) return { hits: mostRecent(allowed ?? new Set(), limit), terms: new Set() };

  const { matches, wanted } = await matchQuery(query, index);
  await addTitleStarts(query, index, matches);
  const hits = await bestHits(query, index, matches, limit, allowed);
  return { hits, terms: termsToMark(wanted) };
}

export interface MatchingPapers {
  /** The ids, the best first. */
  ids: ArxivId[];
  /** The terms to mark in titles, abstracts and names: see `matchRanges`. */
  terms: ReadonlySet<string>;
  /**
   * Set if more papers have the words of a phrase than are read to look for it: the number of papers that were read.
   */
  lookedThrough?: number;
}

/**
 * All papers that have as many of a query's words as any paper has, without regard to the query's filters: a list for
 * the caller to narrow and count. `isWanted` says which papers are worth reading for a phrase.
 */
export async function matchingPapers(
  query: SearchQuery,
  index: SearchIndex,
  isWanted: (id: ArxivId) => boolean = () => true,
): Promise<MatchingPapers> {
  const pasted = await pastedPaper(query, index);
  if (pasted) return { ids: [pasted], terms: new Set() };
  const { matches, wanted } = await matchQuery(query, index);
  await addTitleStarts(query, index, matches);
  const { scores, words } = matches;
  const most = mostWords(matches);
  const terms = termsToMark(wanted);
  if (most === 0) return { ids: [], terms };
  const numbers = bestFirst(scores, (number) => words[number] === most);
  const ids = await index.ids(numbers);
  const phrases = query.clauses.filter(({ phrase }) => phrase);
  if (phrases.length === 0) return { ids: ids.filter((each) => each !== undefined), terms };

  const sought = numbers.filter((_, at) => {
    const id = ids[at];
    return id !== undefined && isWanted(id);
  });
  const looked = sought.slice(0, MOST_PHRASE_CHECKS);
  const papers = await index.papers(looked);
  return {
    ids: papers.flatMap((paper) => (paper && saysAll(paper, phrases) ? [paper.id] : [])),
    terms,
    ...(looked.length < sought.length && { lookedThrough: looked.length }),
  };
}

/** Scores are rounded to whole steps, which are finer than any difference that matters. */
const SCORE_STEPS = 10_000;

/** More papers than an index holds. */
const MOST_NUMBERS = 2 ** 24;

/** Sorts score and number as one key: a typed array is sorted without a comparing function in a third of the time. */
function bestFirst(scores: Float32Array, isMatch: (number: number) => boolean): number[] {
  const keys = new Float64Array(scores.length);
  let count = 0;
  for (let number = 0; number < scores.length; number += 1) {
    if (!isMatch(number)) continue;
    keys[count] = number - Math.round((scores[number] ?? 0) * SCORE_STEPS) * MOST_NUMBERS;
    count += 1;
  }
  const sorted = keys.subarray(0, count).sort();
  return Array.from(sorted, (key) => key - Math.floor(key / MOST_NUMBERS) * MOST_NUMBERS);
}

async function pastedPaper({ id, text }: SearchQuery, index: SearchIndex): Promise<ArxivId | undefined> {
  if (!id && /\s/.test(text.trim())) return undefined;
  const ids = [id, text.trim()].filter((each) => each !== undefined && each !== '');
  const numbers = await index.numbersOf(ids.filter((each) => each !== undefined));
  return ids.find((each) => each !== undefined && numbers.has(each));
}

function mostRecent(ids: ReadonlySet<ArxivId>, limit: number): SearchHit[] {
  return [...ids]
    .toSorted(byRecency)
    .slice(0, limit)
    .map((id) => ({ id, score: 0 }));
}

/**
 * Matches the words as they are typed. If no paper has all of them, words that they may be misspellings of are
 * matched too.
 */
async function matchQuery(
  query: SearchQuery,
  index: SearchIndex,
): Promise<{ matches: Matches; wanted: WantedWord[] }> {
  const all = wantedWords(query.clauses);
  await Promise.all(all.map((word) => addCompletions(word, index)));
  // A query of nothing but `of` and `the` asks for at least these words.
  const required = all.filter((word) => word.required);
  const wanted = required.length > 0 ? required : all;
  const matches = await match(wanted, index);
  if (matches.words.includes(wanted.length)) return { matches, wanted };
  await Promise.all(wanted.map((word) => addLikeWords(word, index)));
  return { matches: await match(wanted, index), wanted };
}

async function match(wanted: readonly WantedWord[], index: SearchIndex): Promise<Matches> {
  const terms = new Set(wanted.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  const [statistics, postings] = await Promise.all([index.statistics(), index.postings([...terms])]);
  return matchWords(wanted, postings, statistics);
}

/** Raises the papers whose title begins as the whole query does. */
async function addTitleStarts(query: SearchQuery, index: SearchIndex, matches: Matches): Promise<void> {
  const start = titleStart(query.text);
  const plain = query.clauses.every(({ field, phrase }) => field === 'any' && !phrase);
  if (!plain || query.filters.length > 0 || start.length < SHORTEST_TITLE_START) return;
  const starts = [...(await index.termsWithPrefix(TITLE_MARK + start)).keys()];
  if (starts.length > MOST_TITLE_STARTS) return;
  const full = Math.max(1, mostWords(matches));
  for (const { papers } of (await index.postings(starts)).values()) {
    for (let at = 0; at < papers.length; at += 1) {
      const number = papers[at] ?? 0;
      matches.words[number] = full;
      matches.scores[number] = (matches.scores[number] ?? 0) + TITLE_START_GAIN;
    }
  }
}

/**
 * The highest number of words that a paper has. `Math.max` cannot take one argument for each paper, since there are
 * too many.
 */
function mostWords({ words }: Pick<Matches, 'words'>): number {
  return words.reduce((highest, count) => Math.max(highest, count), 0);
}

/**
 * The hits: papers with the most words first, among equals the best score. Phrases are looked for in the papers'
 * texts.
 */
async function bestHits(
  query: SearchQuery,
  index: SearchIndex,
  { scores, words }: Matches,
  limit: number,
  allowed: ReadonlySet<ArxivId> | undefined,
): Promise<SearchHit[]> {
  const most = mostWords({ words });
  const phrases = query.clauses.filter(({ phrase }) => phrase);
  // A paper needs more than half as many of the words as the best paper has; one word of two is not enough.
  const worths = Float64Array.from(scores, (score, number) => {
    const having = words[number] ?? 0;
    return having * 2 > most ? having * WORTH_OF_A_WORD + score : 0;
  });
  const wanted = allowed ? worths.length : phrases.length > 0 ? MOST_PHRASE_CHECKS : limit;
  const best = bestNumbers(worths, wanted);
  const ids = await index.ids(best);
  const sorted = best
    .flatMap((number, at) => {
      const id = ids[at];
      return id === undefined || (allowed && !allowed.has(id))
        ? []
        : [{ id, number, score: worths[number] ?? 0 }];
    })
    .toSorted((a, b) => b.score - a.score || byRecency(a.id, b.id));
  if (phrases.length === 0) return sorted.slice(0, limit).map(({ id, score }) => ({ id, score }));

  const hits: SearchHit[] = [];
  for (
    let at = 0;
    at < Math.min(sorted.length, MOST_PHRASE_CHECKS) && hits.length < limit;
    at += PHRASE_CHECKS_AT_ONCE
  ) {
    const some = sorted.slice(at, at + PHRASE_CHECKS_AT_ONCE);
    const papers = await index.papers(some.map(({ number }) => number));
    hits.push(...some.filter((_, i) => saysAll(papers[i], phrases)).map(({ id, score }) => ({ id, score })));
  }
  return hits.slice(0, limit);
}

function saysAll(paper: IndexedPaper | undefined, phrases: readonly SearchClause[]): boolean {
  return paper !== undefined && phrases.every((phrase) => saysPhrase(paper, phrase));
}

function termsToMark(wanted: readonly WantedWord[]): Set<string> {
  const terms = wanted.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
  return new Set(
    terms.map((term) => (term.startsWith(AUTHOR_MARK) || term.startsWith(TAG_MARK) ? term.slice(1) : term)),
  );
}
