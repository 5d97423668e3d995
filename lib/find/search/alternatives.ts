import { termOf, wordsOf } from '../../text/words';
import { AUTHOR_MARK, TAG_MARK } from '../index/marked-terms';
import type { SearchIndex } from '../index/search-index';
import type { ClauseField, SearchClause } from '../query/query';

/** A term that stands for a wanted word, and how good a match it is: 1 for the very word. */
export interface Alternative {
  term: string;
  weight: number;
}

/**
 * One word of a query with all terms that stand for it. A paper that has none of these terms does not have the word.
 */
export interface WantedWord {
  field: ClauseField;
  /** The word as it was typed, in lower case. */
  word: string;
  /** False for words like `of`, which no paper has to have. */
  required: boolean;
  unfinished: boolean;
  alternatives: Alternative[];
}

/** The weight of a longer word that begins with the typed one. */
const PREFIX_WEIGHT = 0.7;

/** The weight of a word that is one edit away. */
const LIKE_WEIGHT = 0.5;

/**
 * Letters. Shorter beginnings stand for too many words to mean one of them; this does not hold for Chinese words,
 * which are short.
 */
const SHORTEST_PREFIX = 3;

/** How many of the commonest words with a beginning are taken; rarer words are found when more has been typed. */
const MOST_COMPLETIONS = 40;

/** Letters. Shorter words are one edit away from others by chance. */
const SHORTEST_TYPO = 5;
const MOST_LIKE = 10;

function exactTerms(term: string, field: ClauseField): Alternative[] {
  if (field === 'author') return [{ term: AUTHOR_MARK + term, weight: 1 }];
  if (field === 'title') return [{ term, weight: 1 }];
  return [term, AUTHOR_MARK + term, TAG_MARK + term].map((each) => ({ term: each, weight: 1 }));
}

/** The words of a query's clauses, each with the terms that are the word itself. */
export function wantedWords(clauses: readonly SearchClause[]): WantedWord[] {
  return clauses.flatMap(({ text, field, unfinished }) => {
    const words = wordsOf(text);
    return words.map((word, at) => {
      const typed = word.surface.toLowerCase();
      const last = unfinished && at === words.length - 1;
      return {
        field,
        word: typed,
        required: !word.empty || (field === 'author' && word.term.length > 1),
        unfinished: last,
        alternatives: exactTerms(word.term, field),
      };
    });
  });
}

/**
 * The beginnings that terms may share with a typed beginning. `queries` and `querie` are counted as `query`, so both
 * must find that term.
 */
function beginnings(typed: string): string[] {
  const folded = termOf(typed);
  const forms = [typed, folded];
  if (typed.endsWith('ie')) forms.push(`${typed.slice(0, -2)}y`);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_PREFIX || /[^\x20-\x7e]/.test(form));
}

/** Adds the words that an unfinished word may become. */
export async function addCompletions(wanted: WantedWord, index: SearchIndex): Promise<void> {
  if (!wanted.unfinished) return;
  const marks =
    wanted.field === 'author' ? [AUTHOR_MARK] : wanted.field === 'title' ? [''] : ['', AUTHOR_MARK];
  const prefixes = beginnings(wanted.word).flatMap((form) => marks.map((mark) => mark + form));
  const found = await Promise.all(prefixes.map((prefix) => index.termsWithPrefix(prefix)));
  const known = new Set(wanted.alternatives.map(({ term }) => term));
  const completions = new Map(found.flatMap((counts) => [...counts]).filter(([term]) => !known.has(term)));
  const commonest = [...completions].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_COMPLETIONS);
  wanted.alternatives.push(...commonest.map(([term]) => ({ term, weight: PREFIX_WEIGHT })));
  // A beginning may belong to a word that says nothing by itself: `th` of `this`.
  if (commonest.length > 0) wanted.required = true;
}

/** Adds the words of which a word may be a misspelling. */
export async function addLikeWords(wanted: WantedWord, index: SearchIndex): Promise<void> {
  const { field, word } = wanted;
  const term = termOf(word);
  if (word.length < SHORTEST_TYPO || !/^[a-z0-9]+$/.test(term) || field === 'author') return;
  const forms = [...new Set([term, word])];
  const found = await Promise.all(forms.map((form) => index.wordsLike(form)));
  const counts = new Map(found.flatMap((likes) => [...likes]));
  const likeliest = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_LIKE);
  wanted.alternatives.push(...likeliest.map(([like]) => ({ term: like, weight: LIKE_WEIGHT })));
}
