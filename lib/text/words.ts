import { plainText } from './countable-text';
import { stem } from './stem';
import { isStopWord } from './stop-words';

/** One word of a text: what it is counted as, and how and where it is written. */
export interface Word {
  term: string;
  surface: string;
  start: number;
  /** True for words that carry no subject: stop words, bare numbers, single letters. */
  empty: boolean;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu;

/** A word of a text in plain ASCII, as most texts are: this pattern takes a third of the time of `WORD`. */
const ASCII_WORD = /[A-Za-z0-9]+(?:'[A-Za-z]+)?/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Where the blocks of East Asian characters begin: words before it need no further test. */
const FIRST_EAST_ASIAN = 0x2e80;

const POSSESSIVE = /['’]s?$/;
const MARKS = /\p{M}+/gu;

/** True for words in Chinese characters or Japanese syllables. */
export function isEastAsian(word: string): boolean {
  return word.charCodeAt(0) >= FIRST_EAST_ASIAN && EAST_ASIAN.test(word);
}

/** Longer runs of letters are code, hashes or stuffing; their first letters are enough. */
const LONGEST_TERM = 40;

/**
 * Pairs of a Cyrillic or Greek letter and the Latin letter that it looks like. A word that mixes alphabets is read as
 * Latin.
 */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhкkмmтtвbнnΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaοoνvρpιiκkτtυu'].flatMap(
    (letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? letter] as const] : []),
  ),
);

function asLatin(word: string): string {
  if (!/[a-z]/i.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return word;
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a run of East Asian characters as the platform segments it, or overlapping pairs of characters if the
 * platform cannot.
 */
function eastAsianWords(run: string): [surface: string, at: number][] {
  if (typeof Intl.Segmenter === 'function') {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return [...segmenter.segment(run)].map((part) => [part.segment, part.index]);
  }
  if (run.length < 2) return [[run, 0]];
  return Array.from({ length: run.length - 1 }, (_, at) => [run.slice(at, at + 2), at]);
}

/** How a word is counted: in lower case, without accents and plural ending. */
export function termOf(surface: string): string {
  let word = surface.toLowerCase();
  if (/[^a-z0-9]/.test(word)) {
    word = asLatin(word)
      .toLowerCase()
      .normalize('NFD')
      .replace(MARKS, '')
      .normalize('NFC')
      .replace(POSSESSIVE, '');
  }
  return stem(word.slice(0, LONGEST_TERM));
}

interface Counted {
  term: string;
  empty: boolean;
}

/** What each word is counted as. Texts repeat their words, so this is worked out once while the worker lives. */
const counted = new Map<string, Counted>();
const MOST_REMEMBERED = 60_000;

/** Engines copy words shorter than this when they cut them out of a text. */
const SHORTEST_PIECE = 12;

/**
 * A copy of the word. Engines keep a longer word as a slice of its text, so keeping the word would keep the whole
 * text.
 */
const copyOf = (word: string): string => (word.length < SHORTEST_PIECE ? word : word.split('').join(''));

function countedAs(surface: string): Counted {
  if (isEastAsian(surface)) return { term: surface, empty: surface.length < 2 };
  const known = counted.get(surface);
  if (known) return known;
  const word = copyOf(surface);
  const term = termOf(word);
  const empty = term.length < 2 || isStopWord(word.toLowerCase()) || isStopWord(term) || /^\d+$/.test(term);
  if (counted.size >= MOST_REMEMBERED) counted.clear();
  const fresh = { term, empty };
  counted.set(word, fresh);
  return fresh;
}

/** The term that a word is counted as, whether it carries a subject or not. */
export const countedTermOf = (surface: string): string => countedAs(surface).term;

/** The term that a word is counted as; undefined if the word carries no subject. */
export function subjectTermOf(surface: string): string | undefined {
  const { term, empty } = countedAs(surface);
  return empty ? undefined : term;
}

/** Visits the words of a plain text as they are written; `start` is the place in that text. */
function visitWords(plain: string, visit: (surface: string, start: number) => void): void {
  const pattern = new RegExp(BEYOND_ASCII.test(plain) ? WORD : ASCII_WORD);
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const surface = match[0];
    const start = match.index;
    if (!isEastAsian(surface)) visit(surface, start);
    else for (const [part, at] of eastAsianWords(surface)) visit(part, start + at);
  }
}

/** Visits the words of a plain text without their places, which would cost an object for each word. */
export function visitSurfaces(plain: string, visit: (surface: string) => void): void {
  for (const surface of plain.match(BEYOND_ASCII.test(plain) ? WORD : ASCII_WORD) ?? []) {
    if (!isEastAsian(surface)) visit(surface);
    else for (const [part] of eastAsianWords(surface)) visit(part);
  }
}

/** The words of a plain text; `start` is the place in that text. */
export function wordsOfPlain(plain: string): Word[] {
  const words: Word[] = [];
  visitWords(plain, (surface, start) => {
    const { term, empty } = countedAs(surface);
    words.push({ term, surface, start, empty });
  });
  return words;
}

/** The words of a text as it is stored, with its LaTeX; `start` is the place in its plain form. */
export function wordsOf(text: string): Word[] {
  return wordsOfPlain(plainText(text));
}
