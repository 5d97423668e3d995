import { TITLE_WEIGHT } from '../../text/bm25';
import { plainText } from '../../text/countable-text';
import { isEastAsian, subjectTermOf, visitSurfaces } from '../../text/words';

export interface TextLength {
  /** Words that carry a subject and are of the script the text is mainly in, the title's counted by their weight. */
  length: number;
  /** True where the text is mainly in Chinese or Japanese. */
  eastAsian: boolean;
}

export interface TermCounts extends TextLength {
  /** Term → how often the title and how often the abstract say it. */
  terms: Map<string, { title: number; abstract: number }>;
}

interface Text {
  title: string;
  abstract?: string | undefined;
}

/** Fewer Latin words than a short abstract has are names within a Chinese one. */
const FEWEST_WORDS = 30;

type Field = 'title' | 'abstract';

/**
 * Says each word of a text, as it is written, to `count`, which answers the term that it counts it as, if it does.
 * Gives how long the text is.
 */
export function sayWords(
  paper: Text,
  count: (surface: string, field: Field) => string | undefined,
): TextLength {
  let [eastAsian, other] = [0, 0];
  const say = (text: string, field: Field, weight: number) =>
    visitSurfaces(plainText(text), (surface) => {
      const term = count(surface, field);
      if (term === undefined) return;
      if (isEastAsian(term)) eastAsian += weight;
      else other += weight;
    });
  say(paper.title, 'title', TITLE_WEIGHT);
  say(paper.abstract ?? '', 'abstract', 1);
  // Some digests put a translation behind each abstract: it makes a paper no longer.
  const isMain = other < FEWEST_WORDS && eastAsian > other;
  return { length: isMain ? eastAsian : other, eastAsian: isMain };
}

/** What the index keeps of a text: its terms counted, their order forgotten. */
export function countTerms(paper: Text): TermCounts {
  const terms: TermCounts['terms'] = new Map();
  const length = sayWords(paper, (surface, field) => {
    const term = subjectTermOf(surface);
    if (term === undefined) return undefined;
    const counts = terms.get(term);
    if (counts) counts[field] += 1;
    else terms.set(term, { title: 0, abstract: 0, [field]: 1 });
    return term;
  });
  return { terms, ...length };
}
