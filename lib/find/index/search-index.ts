import type { ArxivId } from '../../paper';

/** What ranking and search know about a paper. */
export interface IndexedPaper {
  id: ArxivId;
  title: string;
  abstract?: string;
  authors: readonly string[];
  tags?: readonly string[];
}

export interface IndexStatistics {
  /** How many papers are in the index; their numbers are below this. */
  papers: number;
  /** Mean number of words per paper; words of the title count with their weight. */
  averageLength: number;
  /** The number of words of each paper, by the paper's number. */
  lengths: ArrayLike<number>;
  /** Sum of the papers' meanings; missing if the index was built without term vectors. */
  meaningSum?: Float32Array;
}

/** The papers that say one term, by ascending number, and how often title and abstract say it. */
export interface Postings {
  papers: ArrayLike<number>;
  titleCounts: ArrayLike<number>;
  abstractCounts: ArrayLike<number>;
}

/** An inverted index as questions see it. Papers have numbers inside the index, which mean nothing outside it. */
export interface PaperIndex {
  statistics(): Promise<IndexStatistics>;
  /** Terms that no paper says are missing from the answer. */
  postings(terms: readonly string[]): Promise<ReadonlyMap<string, Postings>>;
  /** The papers with these numbers, in the order of the numbers; undefined stands for a paper that is gone. */
  papers(numbers: readonly number[]): Promise<readonly (IndexedPaper | undefined)[]>;
}

/** What searching asks of an index beyond ranking. */
export interface SearchIndex extends PaperIndex {
  /** The terms that begin with `prefix`, each with the number of papers that say it. */
  termsWithPrefix(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** The words one edit away from a word that no paper says, each with the number of papers that say it. */
  wordsLike(word: string): Promise<ReadonlyMap<string, number>>;
  /** The ids of these numbers, in the order of the numbers; undefined stands for a paper that is gone. */
  ids(numbers: readonly number[]): Promise<readonly (ArxivId | undefined)[]>;
  numbersOf(ids: readonly ArxivId[]): Promise<ReadonlyMap<ArxivId, number>>;
}
