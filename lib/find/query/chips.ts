import { type FilterName, type SearchQuery, writeFilter } from './query';

/** An operator that was typed to its end: `subject:IR`. */
export interface Chip {
  /** The operator as it was typed. */
  source: string;
  operator: string;
  content: string;
}

/** A query as a field shows it: its operators as chips, and the words beside them. */
interface ChippedQuery {
  chips: Chip[];
  words: string;
}

/**
 * Takes the operators out of a query. While the query is being typed, the operator at its end stays text until a
 * space or a quotation mark ends it.
 */
export function chipsOf({ text, pieces }: SearchQuery, isTyping = false): ChippedQuery {
  const chips: Chip[] = [];
  let words = text;
  for (const { whole, operator, content, isClosed } of pieces) {
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
export function hasFilter({ filters }: SearchQuery, name: FilterName, value: string): boolean {
  return filters.some((filter) => filter.name === name && filter.value === value.toLowerCase());
}

/** The text of the query with a filter added, or removed if the query has it. */
export function toggleFilter(query: SearchQuery, name: FilterName, value: string): string {
  const isOn = hasFilter(query, name, value);
  const rest = without(
    query,
    (chip) => chip.operator === name && (EXCLUSIVE.has(name) || isSame(chip, value)),
  );
  return isOn ? rest : [rest, writeFilter(name, value)].filter(Boolean).join(' ');
}

/** The text of the query without any filter of these names. */
export function withoutFilters(query: SearchQuery, names: readonly FilterName[]): string {
  return without(query, ({ operator }) => names.some((name) => name === operator));
}

const isSame = ({ content }: Chip, value: string): boolean => content.toLowerCase() === value.toLowerCase();

function without(query: SearchQuery, isOut: (chip: Chip) => boolean): string {
  const { chips, words } = chipsOf(query);
  return joinQuery({ chips: chips.filter((chip) => !isOut(chip)), words }).trim();
}
