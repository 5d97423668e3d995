import { type FilterName, parseSearch, piecesOf, writeFilter } from './query';

/** An operator that was typed to its end: `subject:IR`. */
export interface Chip {
  /** The operator as it was typed. */
  source: string;
  operator: string;
  content: string;
}

/** A query as a field shows it: its operators as chips, and the words beside them. */
export interface ChippedQuery {
  chips: Chip[];
  words: string;
}

/**
 * Takes the operators out of a query. While the query is being typed, the operator at its end stays text until a
 * space or a quotation mark ends it.
 */
export function chipsOf(text: string, isTyping = false): ChippedQuery {
  const chips: Chip[] = [];
  let words = text;
  for (const { whole, operator, content, isClosed } of piecesOf(text)) {
    const isUnderway = isTyping && text.endsWith(whole) && !isClosed;
    if (operator === undefined || content === '' || isUnderway) continue;
    const source = whole.replaceAll(/[“”]/g, '"');
    chips.push({ source, operator, content });
    words = words.replace(whole, ' ');
  }
  return { chips, words: words.replace(/^ +/, '').replaceAll(/ {2,}/g, ' ') };
}

/** The query as text. A space at the end of the words stays, since it says that the last word is whole. */
export function joinQuery({ chips, words }: ChippedQuery): string {
  return [...chips.map(({ source }) => source), words].join(' ');
}

/** Operators whose values exclude each other: choosing a value replaces the earlier one. */
const EXCLUSIVE: ReadonlySet<string> = new Set<FilterName>(['is', 'day', 'from', 'to']);

/** Whether a query has this filter. */
export function hasFilter(text: string, name: FilterName, value: string): boolean {
  return parseSearch(text).filters.some(
    (filter) => filter.name === name && filter.value === value.toLowerCase(),
  );
}

/** The query with a filter added, or removed if the query has it. */
export function toggleFilter(text: string, name: FilterName, value: string): string {
  const isOn = hasFilter(text, name, value);
  const rest = without(
    text,
    (chip) => chip.operator === name && (EXCLUSIVE.has(name) || isSame(chip, value)),
  );
  return isOn ? rest : [rest, writeFilter(name, value)].filter(Boolean).join(' ');
}

/** The query without any filter of these names. */
export function withoutFilters(text: string, names: readonly FilterName[]): string {
  return without(text, ({ operator }) => names.some((name) => name === operator));
}

const isSame = ({ content }: Chip, value: string): boolean => content.toLowerCase() === value.toLowerCase();

function without(text: string, isOut: (chip: Chip) => boolean): string {
  const { chips, words } = chipsOf(text);
  return joinQuery({ chips: chips.filter((chip) => !isOut(chip)), words }).trim();
}
