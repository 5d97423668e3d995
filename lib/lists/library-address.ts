import type { ArxivId } from '../paper';
import type { ShelfOrder } from './arrange';

/** What the page's address says: all that a bookmark has to bring back. */
export interface Address {
  query: string;
  /** Undefined where the query decides: best first of words, newest first of all else. */
  order?: ShelfOrder | undefined;
  paper?: ArxivId | undefined;
  /** A map of the papers instead of their list. */
  isMap?: boolean;
}

const ORDERS: readonly ShelfOrder[] = ['best', 'newest', 'oldest'];

/** The library with what is found by these words. */
export const searchAddress = (text: string): string => `library.html?q=${encodeURIComponent(text.trim())}`;

/** The library beside which this paper is open. */
export const paperAddress = (paper: ArxivId): string => writeAddress({ query: '', paper });

export function readAddress(search: string): Address {
  const parameters = new URLSearchParams(search);
  const order = ORDERS.find((each) => each === parameters.get('order'));
  const paper = parameters.get('paper') ?? undefined;
  return { query: parameters.get('q') ?? '', order, paper, isMap: parameters.get('shows') === 'map' };
}

export function writeAddress({ query, order, paper, isMap }: Address): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  if (order) parameters.set('order', order);
  if (isMap) parameters.set('shows', 'map');
  if (paper !== undefined) parameters.set('paper', paper);
  return `library.html${parameters.size > 0 ? `?${parameters}` : ''}`;
}
