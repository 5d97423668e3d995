import type { Finder } from '../find/finder';
import { type SearchQuery, unknownOperators } from '../find/query/query';
import { type ReadingStates, select, type Selection, type Shelf } from '../find/shelf';
import type { AnnouncementDate, ArxivId } from '../paper';
import { arrange, countByDay, type ShelfOrder } from './arrange';

/** What the library shows of a query. */
export interface LibraryView {
  /** As it was typed. */
  query: string;
  asked: SearchQuery;
  order: ShelfOrder;
  orders: readonly ShelfOrder[];
  shelf: Shelf;
  selection: Selection;
  /** Numbers on the shelf, in the order of the list. */
  papers: Uint32Array;
  /** On each day, how many of them. */
  byDay: ReadonlyMap<AnnouncementDate, number>;
  hidden: number;
  /** The terms to mark in titles and abstracts. */
  terms: ReadonlySet<string>;
  /** In how many papers a phrase was looked for, where more have its words. */
  lookedThrough?: number | undefined;
  /** What looked like operators and is none. */
  unknown: readonly string[];
}

/** The papers of a view, in the order of its list. */
export const idsOf = ({ papers, shelf }: LibraryView): ArxivId[] =>
  [...papers].flatMap((number) => shelf.ids[number] ?? []);

export interface LibraryStock {
  shelf: Shelf;
  finder: Finder;
  states: ReadingStates;
}

/** Only what words have found is better or worse. */
const ORDERS: readonly ShelfOrder[] = ['best', 'newest', 'oldest'];

export async function drawView(
  { shelf, finder, states }: LibraryStock,
  query: SearchQuery,
  wanted: ShelfOrder | undefined,
): Promise<LibraryView> {
  const { clauses, id, filters } = query;
  const selection = select(shelf, filters, states);
  const hasWords = clauses.length > 0 || id !== undefined;
  const found = hasWords ? await finder.find(query, wantedIn(shelf, selection)) : undefined;
  const orders = found ? ORDERS : ORDERS.slice(1);
  const order = orders.find((each) => each === wanted) ?? orders[0] ?? 'newest';
  const isAskedFor = filters.some(({ name, value }) => name === 'is' && value === 'hidden');
  const isHidden = isAskedFor ? () => false : hiddenOn(shelf, states);
  const { papers, hidden } = arrange(selection, found && numbersOf(shelf, found.ids), order, isHidden);
  return {
    query: query.text,
    asked: query,
    order,
    orders,
    shelf,
    selection,
    papers,
    byDay: countByDay(shelf, selection, papers),
    hidden,
    terms: found?.terms ?? new Set(),
    lookedThrough: found?.lookedThrough,
    unknown: unknownOperators(query),
  };
}

function wantedIn({ numbers }: Shelf, { digestOf }: Selection): (id: ArxivId) => boolean {
  return (id) => {
    const number = numbers.get(id);
    return number !== undefined && digestOf[number] !== -1;
  };
}

/** A paper that an undo has just taken out may still be in the index. */
function numbersOf({ numbers }: Shelf, ids: readonly ArxivId[]): Uint32Array {
  const found = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) {
    const number = numbers.get(id);
    if (number === undefined) continue;
    found[count] = number;
    count += 1;
  }
  return found.subarray(0, count);
}

function hiddenOn({ ids, numbers }: Shelf, states: ReadingStates): (number: number) => boolean {
  const hidden = new Uint8Array(ids.length);
  for (const [id, state] of states) {
    const number = numbers.get(id);
    if (state.hidden && number !== undefined) hidden[number] = 1;
  }
  return (number) => hidden[number] === 1;
}
