import { arxivIdFromUrl, parseArxivId } from '../../arxiv/id';
import type { ArxivId } from '../../paper';

/** The field in which a word of a query may stand. */
export type ClauseField = 'any' | 'title' | 'author';

/** One thing that a paper must have: a word, or words that stand together. */
export interface SearchClause {
  field: ClauseField;
  text: string;
  /**
   * The text was in quotation marks: its words stand one after the other, and those of an author belong to one name.
   */
  phrase: boolean;
  /** The text ends where the reader is typing, so its last word may be only a beginning. */
  unfinished: boolean;
}

/**
 * Filters ask what digests and the reader say of a paper, not what its text says, so the index does not answer them.
 * Of several subjects, topics, sources or days one is enough; all other filters narrow the list.
 */
export type FilterName = 'day' | 'from' | 'to' | 'subject' | 'topic' | 'source' | 'tag' | 'note' | 'is';

export interface SearchFilter {
  name: FilterName;
  /** The value in lower case. The beginning of a day is enough: `2025`, `2025-04`, `2025-04-10`. */
  value: string;
}

export interface SearchQuery {
  /** The query as it was typed. */
  text: string;
  /** Its words, phrases and operators, in their order. */
  pieces: readonly QueryPiece[];
  /** The paper whose id or address was pasted. */
  id?: ArxivId;
  clauses: SearchClause[];
  filters: SearchFilter[];
}

export const FILTER_NAMES: readonly FilterName[] = [
  'day',
  'from',
  'to',
  'subject',
  'topic',
  'source',
  'tag',
  'note',
  'is',
];

const isFilterName = (name: string | undefined): name is FilterName =>
  FILTER_NAMES.some((each) => each === name);

/**
 * A piece of a query: `author:"Wei Wang"`, `title:ranking`, `"query rewriting"` or `word`. Quotation marks may still
 * be open.
 */
const PIECE =
  /(?:(author|title|day|from|to|subject|topic|source|tag|note|is):)?(?:["“”]([^"“”]*)(["“”]|$)|(\S+))/giu;

/** A text that looks like an operator: `venue:acl`. An address and a heading (`ViT: …`) do not match. */
const OPERATOR = /^([a-z]{2,12}):(?!\/\/)\S/;

/** Parses a typed query. Nothing is an error: an unknown operator is a word. */
export function parseSearch(text: string): SearchQuery {
  const written = parseArxivId(text) ?? (/^\S+$/.test(text.trim()) ? arxivIdFromUrl(text.trim()) : undefined);
  const pieces = piecesOf(text);
  const query: SearchQuery = { text, pieces, ...(written && { id: written.id }), clauses: [], filters: [] };
  for (const { whole, operator, content, isPhrase, isClosed } of pieces) {
    if (content === '') continue;
    if (isFilterName(operator)) {
      query.filters.push({ name: operator, value: content.toLowerCase() });
      continue;
    }
    const unfinished = text.endsWith(whole) && !isClosed;
    const field = operator === 'author' || operator === 'title' ? operator : 'any';
    query.clauses.push({ field, text: content, phrase: isPhrase, unfinished });
  }
  return query;
}

/** One word, phrase or operator of a query. */
export interface QueryPiece {
  /** The piece as it was typed. */
  whole: string;
  /** The operator in lower case. */
  operator: string | undefined;
  content: string;
  isPhrase: boolean;
  /** The quotation mark of the piece is closed. */
  isClosed: boolean;
}

/** Cuts a query into its words, phrases and operators, in their order. */
function piecesOf(text: string): QueryPiece[] {
  return [...text.matchAll(PIECE)].map(([whole, operator, phrase, closing, word]) => ({
    whole,
    operator: operator?.toLowerCase(),
    content: (phrase ?? word ?? '').trim(),
    isPhrase: phrase !== undefined,
    isClosed: Boolean(closing),
  }));
}

/** The names that look like operators and are none; the search takes them as words. */
export function unknownOperators({ pieces }: SearchQuery): string[] {
  const names = pieces.map(({ operator, isPhrase, content }) =>
    operator === undefined && !isPhrase ? OPERATOR.exec(content)?.[1] : undefined,
  );
  return [...new Set(names.flatMap((name) => (name === undefined || name === 'arxiv' ? [] : [name])))];
}

/** A filter as it is typed: `subject:IR`, `source:"arXiv Daily Report"`. */
export function writeFilter(name: FilterName, value: string): string {
  const plain = value.replaceAll(/["“”]/g, '');
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}
