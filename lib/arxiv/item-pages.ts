import type { ArxivId, PageKind } from '../paper';
import { paperInAddress } from './address';

/** A paper on a page that names many. */
export interface Item {
  id: ArxivId;
  /** The mark stands at its end. */
  place: Element;
}

/*
 * Seen on saved pages of August 2026; the lists of before 2024 have the same `dt` with another link in it.
 * A list has several `dl`, with `h3` and `p` between the items, and may name a paper twice.
 */
const ITEMS: Record<'list' | 'search', { item: string; place: string }> = {
  list: { item: 'dl > dt', place: 'dt' },
  search: { item: 'li.arxiv-result', place: '.is-marginless, .list-title' },
};

/** Every paper that the page lists, in order; each as often as it stands there. */
export function itemsOf(page: ParentNode, kind: 'list' | 'search'): Item[] {
  const { item, place } = ITEMS[kind];
  return [...page.querySelectorAll(item)].flatMap((element) => {
    const link = element.querySelector<HTMLAnchorElement>('a[href*="/abs/"]');
    const id = link && paperInAddress(new URL(link.getAttribute('href') ?? '', 'https://arxiv.org').href);
    return link && id ? [{ id, place: link.closest(place) ?? element }] : [];
  });
}

/** Which of the two a page with many papers is. */
export function itemPageKind(address: string): PageKind & ('list' | 'search') {
  return new URL(address).pathname.startsWith('/search') ? 'search' : 'list';
}
