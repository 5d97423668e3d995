import { arxivIdFromUrl, parseArxivId } from '../../arxiv/id';
import type { ArxivId } from '../../paper';

/** Where a word of a query may stand. */
export type ClauseField = 'any' | 'title' | 'author';

/** One thing a paper must have: a word, or words that stand together. */
export interface SearchClause {
  field: ClauseField;
  text: string;
  /** In quotation marks: the words stand one after the other; those of an author are all of one name. */
  phrase: boolean;
  /** The last word of what is being typed: it may be the beginning of a word. */
  unfinished: boolean;
}

/**
 * What digests and the reader say of a paper, not its text: answered by whoever keeps those. Of two subjects, topics,
 * sources or days one is enough; all else narrows.
 */
export type FilterName = 'day' | 'from' | 'to' | 'subject' | 'topic' | 'source' | 'tag' | 'note' | 'is';

export interface SearchFilter {
  name: FilterName;
  /** In lower case. Of a day the beginning is enough: `2025`, `2025-04`, `2025-04-10`. */
  value: string;
}

export interface SearchQuery {
  /** The paper that was pasted as an id or an address. */
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

/** `author:"Wei Wang"`, `title:ranking`, `"query rewriting"`, `word`; quotation marks may still be open. */
const PIECE =
  /(?:(author|title|day|from|to|subject|topic|source|tag|note|is):)?(?:["“”]([^"“”]*)(["“”]|$)|(\S+))/giu;

/** What looks like an operator: `venue:acl`. An address and a heading (`ViT: …`) do not. */
const OPERATOR = /^([a-z]{2,12}):(?!\/\/)\S/;

/** Reads what a reader typed. Nothing is an error: an operator that is not known is a word. */
export function parseSearch(text: string): SearchQuery {
  const written = parseArxivId(text) ?? (/^\S+$/.test(text.trim()) ? arxivIdFromUrl(text.trim()) : undefined);
  const query: SearchQuery = { ...(written && { id: written.id }), clauses: [], filters: [] };
  for (const { whole, operator, content, isPhrase, isClosed } of piecesOf(text)) {
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

/** One word, phrase or operator of what was typed. */
export interface QueryPiece {
  /** As it was typed. */
  whole: string;
  /** In lower case. */
  operator: string | undefined;
  content: string;
  isPhrase: boolean;
  /** Its quotation mark is closed. */
  isClosed: boolean;
}

export function piecesOf(text: string): QueryPiece[] {
  return [...text.matchAll(PIECE)].map(([whole, operator, phrase, closing, word]) => ({
    whole,
    operator: operator?.toLowerCase(),
    content: (phrase ?? word ?? '').trim(),
    isPhrase: phrase !== undefined,
    isClosed: Boolean(closing),
  }));
}

/** What looks like operators and is none: it is searched as words. */
export function unknownOperators(text: string): string[] {
  const names = piecesOf(text).map(({ operator, isPhrase, content }) =>
    operator === undefined && !isPhrase ? OPERATOR.exec(content)?.[1] : undefined,
  );
  return [...new Set(names.flatMap((name) => (name === undefined || name === 'arxiv' ? [] : [name])))];
}

/** A filter as it is typed: `subject:IR`, `source:"arXiv Daily Report"`. */
export function writeFilter(name: FilterName, value: string): string {
  const plain = value.replaceAll(/["“”]/g, '');
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}
