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
  /** Papers in the index; their numbers are below this. */
  papers: number;
  /** Words per paper, the title counted by its weight. */
  averageLength: number;
  /** Words of each paper, by its number. */
  lengths: ArrayLike<number>;
  /** Sum of the papers' meanings; absent where the index was built without term vectors. */
  meaningSum?: Float32Array;
}

/** The papers that say one term, by number, ascending, and how often title and abstract say it. */
export interface Postings {
  papers: ArrayLike<number>;
  titleCounts: ArrayLike<number>;
  abstractCounts: ArrayLike<number>;
}

/** An inverted index as questions see it: papers have numbers inside it, which mean nothing outside. */
export interface PaperIndex {
  statistics(): Promise<IndexStatistics>;
  /** Terms that no paper says are absent from the answer. */
  postings(terms: readonly string[]): Promise<ReadonlyMap<string, Postings>>;
  /** The papers of these numbers, in their order; undefined where a paper is gone. */
  papers(numbers: readonly number[]): Promise<readonly (IndexedPaper | undefined)[]>;
}

/** What searching asks of an index beyond ranking. */
export interface SearchIndex extends PaperIndex {
  /** The terms that begin so, with how many papers say them. */
  termsWithPrefix(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** The words one edit away from a word that no paper says, with how many papers say them. */
  wordsLike(word: string): Promise<ReadonlyMap<string, number>>;
  /** The ids of these numbers, in their order; undefined where a paper is gone. */
  ids(numbers: readonly number[]): Promise<readonly (ArxivId | undefined)[]>;
  numbersOf(ids: readonly ArxivId[]): Promise<ReadonlyMap<ArxivId, number>>;
}
