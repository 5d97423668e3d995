import { arxivIdFromUrl, parseArxivId } from '../arxiv/id';
import type { ArxivId } from '../paper';

/** Where a word of a query may stand. */
export type SearchField = 'any' | 'title' | 'author';

/** One thing a paper must have: a word, or words that stand together. */
export interface SearchClause {
  field: SearchField;
  text: string;
  /** In quotation marks: the words stand one after the other; those of an author are all of one name. */
  phrase: boolean;
  /** The last word of what is being typed: it may be the beginning of a word. */
  unfinished: boolean;
}

/** What a digest says of a paper, not its text: answered by whoever keeps the digests. */
export interface SearchFilters {
  /** The beginning of an announcement date: `2025`, `2025-04`, `2025-04-10`. */
  day?: string;
  /** A subject or topic of a digest, in lower case. */
  subject?: string;
  /** A reading state. */
  is?: string;
}

export interface SearchQuery {
  /** The paper that was pasted as an id or an address. */
  id?: ArxivId;
  clauses: SearchClause[];
  filters: SearchFilters;
}

/** `author:"Wei Wang"`, `title:ranking`, `"query rewriting"`, `word`; quotation marks may still be open. */
const PIECE = /(?:(author|title|day|subject|is):)?(?:["“”]([^"“”]*)(["“”]|$)|(\S+))/giu;

/** Reads what a reader typed. Nothing is an error: an operator that is not known is a word. */
export function parseSearch(text: string): SearchQuery {
  const written = parseArxivId(text) ?? (/^\S+$/.test(text.trim()) ? arxivIdFromUrl(text.trim()) : undefined);
  const query: SearchQuery = { ...(written && { id: written.id }), clauses: [], filters: {} };
  for (const [whole, operator, phrase, closing, word] of text.matchAll(PIECE)) {
    const content = (phrase ?? word ?? '').trim();
    if (content === '') continue;
    const name = operator?.toLowerCase();
    if (name === 'day' || name === 'subject' || name === 'is') {
      query.filters[name] = content.toLowerCase();
      continue;
    }
    const unfinished = text.endsWith(whole) && !closing;
    const field = name === 'author' || name === 'title' ? name : 'any';
    query.clauses.push({
      field,
      text: content,
      phrase: phrase !== undefined,
      unfinished,
    });
  }
  return query;
}
