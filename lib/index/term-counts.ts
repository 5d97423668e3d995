import { TITLE_WEIGHT } from '../text/bm25';
import { isEastAsian, wordsOf } from '../text/words';

export interface TermCounts {
  /** Term → how often the title and how often the abstract say it. */
  terms: Map<string, { title: number; abstract: number }>;
  /** Words that carry a subject and are of the script the text is mainly in, the title's counted by their weight. */
  length: number;
  /** True where the text is mainly in Chinese or Japanese. */
  eastAsian: boolean;
}

/** Fewer Latin words than a short abstract has are names within a Chinese one. */
const FEWEST_WORDS = 30;

/** What the index keeps of a text: its terms counted, their order forgotten. */
export function countTerms(paper: { title: string; abstract?: string | undefined }): TermCounts {
  const terms: TermCounts['terms'] = new Map();
  const lengths = { eastAsian: 0, other: 0 };
  const count = (text: string, field: 'title' | 'abstract', weight: number) => {
    for (const word of wordsOf(text)) {
      if (word.empty) continue;
      const counts = terms.get(word.term) ?? { title: 0, abstract: 0 };
      counts[field] += 1;
      terms.set(word.term, counts);
      lengths[isEastAsian(word.term) ? 'eastAsian' : 'other'] += weight;
    }
  };
  count(paper.title, 'title', TITLE_WEIGHT);
  count(paper.abstract ?? '', 'abstract', 1);
  // Some digests put a translation behind each abstract: it makes a paper no longer.
  const eastAsian = lengths.other < FEWEST_WORDS && lengths.eastAsian > lengths.other;
  return { terms, length: eastAsian ? lengths.eastAsian : lengths.other, eastAsian };
}
