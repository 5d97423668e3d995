import type { ArxivId, PageKind } from '../paper';
import { paperInAddress } from './address';
import { parseArxivId } from './id';

/** A paper on a page that lists many. */
export interface PaperLine {
  id: ArxivId;
  /** The first line of the paper's element, in which the mark stands. */
  place: Element;
}

/*
 * The selectors were seen on saved pages of August 2026; lists from before 2024 have the same `dt` with another link
 * in it. A list has several `dl`, with `h3` and `p` between the papers, and may name a paper twice.
 */
const LINES: Record<'list' | 'search', { item: string; line?: string }> = {
  list: { item: 'dl > dt' },
  // The id and the subjects stand in one line.
  search: { item: 'li.arxiv-result', line: '.is-marginless, .list-title' },
};

/** The papers that the page lists, in order; a paper that stands there twice comes twice. */
export function paperLines(page: ParentNode, kind: 'list' | 'search'): PaperLine[] {
  const { item, line } = LINES[kind];
  const items = new Map<Element, PaperLine>();
  // A page can have thousands of papers, so it is searched once for all links, and not once for each paper.
  for (const link of page.querySelectorAll(`${item} a[href*="/abs/"]`)) {
    const element = link.closest(item);
    const id = idIn(link.getAttribute('href') ?? '');
    if (!element || !id || items.has(element)) continue;
    items.set(element, { id, place: (line && element.querySelector(line)) || element });
  }
  return [...items.values()];
}

function idIn(href: string): ArxivId | undefined {
  const plain = href.startsWith('/abs/') ? parseArxivId(href.slice('/abs/'.length)) : undefined;
  return plain?.id ?? paperInAddress(href.startsWith('/') ? `https://arxiv.org${href}` : href);
}

/**
 * The line that tells how many papers a page lists, or the heading if there is no such line; undefined for a search
 * without a result.
 */
export function totalLine(page: ParentNode, kind: 'list' | 'search'): Element | undefined {
  const lines = { list: ['#dlpage > div', '#dlpage > h1', '#content > h1'], search: ['main h1.title'] };
  return lines[kind].map((line) => page.querySelector(line)).find((line) => line !== null) ?? undefined;
}

/** Which of the two kinds a page with many papers is. */
export function listingKind(address: string): PageKind & ('list' | 'search') {
  return new URL(address).pathname.startsWith('/search') ? 'search' : 'list';
}
