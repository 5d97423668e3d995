import { visitTerms } from './term-block';

/** Words that a misspelling may stand for: only letters and digits, no marks or accents. */
const PLAIN_WORD = /^[a-z0-9]{4,32}$/;

/** Whether a term stands in the word lists in which misspellings are looked up. */
export function isPlainWord(term: string): boolean {
  return PLAIN_WORD.test(term);
}

/**
 * Whether one insertion, deletion, replacement or swap of neighbours turns one word into the other (Damerau 1964:
 * four of five misspellings are of these kinds).
 */
export function isOneEditAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end])
    end += 1;
  const left = short.length - start - end;
  if (long.length > short.length) return left === 0;
  if (left <= 1) return true;
  return left === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
}

/** The words of a block that are one edit away from `word`, each with the number of papers that say it. */
export function likeWords(block: Uint8Array, word: string): [word: string, papers: number][] {
  const found: [string, number][] = [];
  visitTerms(block, (bytes, length, { count }) => {
    if (Math.abs(length - word.length) > 1 || !sharesAnEnd(bytes, length, word)) return;
    const term = String.fromCharCode(...bytes.subarray(0, length));
    if (isOneEditAway(term, word)) found.push([term, count]);
  });
  return found;
}

/**
 * Whether a term shares the first or the last half of `word`. One edit leaves one half as it was, so this test alone
 * rules out most words.
 */
function sharesAnEnd(bytes: Uint8Array, length: number, word: string): boolean {
  const half = Math.floor(word.length / 2) - 1;
  let start = 0;
  while (start < half && bytes[start] === word.charCodeAt(start)) start += 1;
  if (start === half) return true;
  let end = 0;
  while (end < half && bytes[length - 1 - end] === word.charCodeAt(word.length - 1 - end)) end += 1;
  return end === half;
}
