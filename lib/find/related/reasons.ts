import { plainText } from '../../text/countable-text';
import { type Word, wordsOfPlain } from '../../text/words';
import type { Background } from './term-background';

/** The fewest and the most terms of a reason: nobody reads more than four, and one alone is no reason. */
const MOST_TERMS = 4;
const FEWEST_TERMS = 2;

/** Terms that bring less than this share of the best term's worth explain nothing. */
const LEAST_SHARE = 0.2;

/** A phrase that both papers say tells more than its single words. */
const PHRASE_GAIN = 1.25;

/** Words that stand in a larger share of the field's papers say nothing by themselves, only inside a phrase. */
const COMMON_SHARE = 0.12;

/** Words that authors hardly ever put into a title (`established`, `offer`) are no subject, however rare. */
const LEAST_SUBJECT = 0.4;

/**
 * How much being a subject counts for a reason. It counts more than in ranking, where one wrong word among many does
 * no harm.
 */
const SUBJECT_POWER = 0.5;

interface SharedPhrase {
  terms: string[];
  surface: string;
}

/** The phrases of a text, by the terms they are counted as. */
type Phrases = ReadonlyMap<string, SharedPhrase>;

/** The phrases of a title and abstract. */
export function phrasesOfPaper({
  title,
  abstract = '',
}: {
  title: string;
  abstract?: string | undefined;
}): Phrases {
  return phrasesIn(`${title}. ${abstract}`);
}

/** Runs of one to three words with a subject, with nothing but a space or a hyphen between them. */
function phrasesIn(text: string): Map<string, SharedPhrase> {
  const plain = plainText(text);
  const words = wordsOfPlain(plain);
  const phrases = new Map<string, SharedPhrase>();
  const adjoins = (left: Word, right: Word) =>
    /^[ -]?$/.test(plain.slice(left.start + left.surface.length, right.start));
  words.forEach((first, at) => {
    for (let size = 1; size <= 3; size += 1) {
      const run = words.slice(at, at + size);
      const last = run[run.length - 1];
      if (run.length < size || !last || run.some((word) => word.empty)) break;
      if (run.some((word, i) => i > 0 && !adjoins(run[i - 1] ?? word, word))) break;
      const key = run.map((word) => word.term).join(' ');
      const surface = plain.slice(first.start, last.start + last.surface.length);
      const known = phrases.get(key);
      // The form in running text is preferred to one that is capitalised for a title or the start of a sentence.
      if (!known || isPlainer(surface, known.surface))
        phrases.set(key, { terms: run.map((word) => word.term), surface });
    }
  });
  return phrases;
}

function isPlainer(surface: string, known: string): boolean {
  return surface === surface.toLowerCase() && known !== known.toLowerCase();
}

/**
 * The form in which names are compared: `J. Gao` and `Jianfeng Gao` stay two people; accents and case do not matter.
 */
function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
}

/** The authors that both papers have, as the second paper writes them. */
export function sharedAuthors(question: readonly string[], paper: readonly string[]): string[] {
  const known = new Set(question.map(nameKey));
  return paper.filter((name) => known.has(nameKey(name)));
}

interface Shared extends SharedPhrase {
  worth: number;
  telling: boolean;
}

/** The phrases that both texts have, the most telling first. `worth` says what each term brought to the score. */
function sharedPhrases(
  asked: Phrases,
  said: Phrases,
  worth: ReadonlyMap<string, number>,
  background: Background,
): Shared[] {
  const isSubject = (term: string) =>
    background.shareOf(term) <= COMMON_SHARE && background.subjectOf(term) >= LEAST_SUBJECT;
  const weigh = (term: string) => (worth.get(term) ?? 0) * background.subjectOf(term) ** SUBJECT_POWER;
  const shared = [...said].flatMap(([key, phrase]): Shared[] => {
    const other = asked.get(key);
    if (!other) return [];
    const surface = isPlainer(other.surface, phrase.surface) ? other.surface : phrase.surface;
    const sum = phrase.terms.reduce((total, term) => total + weigh(term), 0);
    const isPhrase = phrase.terms.length > 1;
    return [
      {
        ...phrase,
        surface,
        worth: isPhrase ? sum * PHRASE_GAIN : sum,
        telling: phrase.terms.some(isSubject),
      },
    ];
  });
  return shared
    .filter((phrase) => phrase.worth > 0)
    .toSorted((a, b) => Number(b.telling) - Number(a.telling) || b.worth - a.worth);
}

/** The terms and phrases that made a paper related, as the papers write them, the weightiest first. */
export function sharedTerms(
  question: Phrases,
  paper: Phrases,
  worth: ReadonlyMap<string, number>,
  background: Background,
): string[] {
  const usedTerms = new Set<string>();
  const chosen: string[] = [];
  let least = 0;
  for (const phrase of sharedPhrases(question, paper, worth, background)) {
    if (chosen.length === MOST_TERMS) break;
    if (chosen.length >= FEWEST_TERMS && (phrase.worth < least || !phrase.telling)) break;
    if (phrase.terms.some((term) => usedTerms.has(term))) continue;
    phrase.terms.forEach((term) => usedTerms.add(term));
    chosen.push(phrase.surface);
    least ||= phrase.worth * LEAST_SHARE;
  }
  return chosen;
}
