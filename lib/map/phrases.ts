import { plainText } from '../text/countable-text';
import { type Word, wordsOfPlain } from '../text/words';

/** A run of words that may name a subject: `query rewriting`, `chain-of-thought prompting`. */
export interface Phrase {
  terms: string[];
  surface: string;
  /** Whether the title says the phrase, and whether the abstract does. */
  title: boolean;
  abstract: boolean;
}

/**
 * The longest phrase. Words that hyphens join are one group, because `aware` in `context-aware` is no word of its
 * own.
 */
const MOST_GROUPS = 3;
const MOST_WORDS = 4;

/** The phrases of a paper, by the terms that they are counted as. */
export function phrasesOf(paper: {
  title: string;
  abstract?: string | undefined;
}): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  // The abstract comes first because it writes a phrase as running text does; titles use capitals.
  addPhrases(phrases, paper.abstract ?? '', 'abstract');
  addPhrases(phrases, paper.title, 'title');
  return phrases;
}

function addPhrases(phrases: Map<string, Phrase>, text: string, field: 'title' | 'abstract'): void {
  const plain = plainText(text);
  for (const run of runsOf(plain)) {
    run.forEach((first, at) => {
      const words: Word[] = [];
      for (const group of run.slice(at, at + MOST_GROUPS)) {
        words.push(...group);
        if (words.length > MOST_WORDS) break;
        const terms = words.map(({ term }) => term);
        const key = terms.join(' ');
        const known = phrases.get(key);
        if (known) known[field] = true;
        else {
          const start = first[0]?.start ?? 0;
          const last = words[words.length - 1] as Word;
          const surface = plain.slice(start, last.start + last.surface.length);
          phrases.set(key, { terms, surface, title: false, abstract: false, [field]: true });
        }
      }
    });
  }
}

/**
 * The groups of a text in runs. A run ends where anything but a space stands between two groups, and at words that
 * carry no subject.
 */
function runsOf(plain: string): Word[][][] {
  const runs: Word[][][] = [];
  let run: Word[][] = [];
  let group: Word[] = [];
  let end = -1;
  const endGroup = () => {
    if (group.some(({ empty }) => !empty)) run.push(group);
    else if (group.length > 0) endRun();
    group = [];
  };
  const endRun = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const word of wordsOfPlain(plain)) {
    const between = end < 0 ? '' : plain.slice(end, word.start);
    if (between !== '-') endGroup();
    if (between !== '-' && between !== ' ' && between !== '') endRun();
    group.push(word);
    end = word.start + word.surface.length;
  }
  endGroup();
  endRun();
  return runs;
}
