import { TITLE_WEIGHT } from '../../text/bm25';
import { plainText } from '../../text/countable-text';
import { isEastAsian, subjectTermOf, visitSurfaces } from '../../text/words';

interface TextLength {
  /**
   * How many words carry a subject and are in the script of most of the text; words of the title count with their
   * weight.
   */
  length: number;
  /** True if the text is mainly in Chinese or Japanese. */
  eastAsian: boolean;
}

export interface TermCounts extends TextLength {
  /** By term, how often the title and how often the abstract say it. */
  terms: Map<string, { title: number; abstract: number }>;
}

interface Text {
  title: string;
  abstract?: string | undefined;
}

/** Even a short abstract has more Latin words than this; fewer are names within a Chinese text. */
const FEWEST_WORDS = 30;

type Field = 'title' | 'abstract';

/**
 * Calls `count` with each word of a text as it is written; `count` gives the term that it counts the word as, or
 * undefined. Gives the length of the text.
 */
export function countWordsOfPaper(
  paper: Text,
  count: (surface: string, field: Field) => string | undefined,
): TextLength {
  let [eastAsian, other] = [0, 0];
  const countText = (text: string, field: Field, weight: number) =>
    visitSurfaces(plainText(text), (surface) => {
      const term = count(surface, field);
      if (term === undefined) return;
      if (isEastAsian(term)) eastAsian += weight;
      else other += weight;
    });
  countText(paper.title, 'title', TITLE_WEIGHT);
  countText(paper.abstract ?? '', 'abstract', 1);
  // Some digests put a translation after each abstract; it does not make a paper longer.
  const isMain = other < FEWEST_WORDS && eastAsian > other;
  return { length: isMain ? eastAsian : other, eastAsian: isMain };
}

/** What the index keeps of a text: its terms with their counts, without their order. */
export function countTerms(paper: Text): TermCounts {
  const terms: TermCounts['terms'] = new Map();
  const length = countWordsOfPaper(paper, (surface, field) => {
    const term = subjectTermOf(surface);
    if (term === undefined) return undefined;
    const counts = terms.get(term);
    if (counts) counts[field] += 1;
    else terms.set(term, { title: 0, abstract: 0, [field]: 1 });
    return term;
  });
  return { terms, ...length };
}
