import type { Tab } from '../under-test';

/** A page of arXiv that lists papers, or shows search results. */
export interface ItemsPage {
  tab: Tab;
  /** The papers as the page lists them, those that a script has added included. */
  items(): Promise<string[]>;
  /** The items that have a mark, as the items of which the mark says so itself. */
  marked(): Promise<{ item: string; mark: string; text: string }[]>;
  /** Where the page without us differs from what was sent; '' if nowhere. */
  changes(sent: string): Promise<string>;
}

export function itemsPageIn(tab: Tab): ItemsPage {
  return {
    tab,
    items: () => tab.evaluate(readItems),
    marked: () => tab.evaluate(readMarked),
    changes: (sent) => tab.evaluate(firstChange, sent),
  };
}

function readItems(): string[] {
  return [...document.querySelectorAll('dl > dt, li.arxiv-result')].flatMap((item) => {
    const link = item.querySelector<HTMLAnchorElement>('a[href*="/abs/"]');
    return link ? [link.href.split('/abs/')[1]?.replace(/v\d+$/, '') ?? ''] : [];
  });
}

function readMarked(): { item: string; mark: string; text: string }[] {
  return [...document.querySelectorAll<HTMLElement>('digest-lens-mark')].map((host) => {
    const link = host.closest('dt, li')?.querySelector<HTMLAnchorElement>('a[href*="/abs/"]');
    const view = host.shadowRoot?.querySelector<HTMLElement>(':not(style)');
    return {
      item: link?.href.split('/abs/')[1]?.replace(/v\d+$/, '') ?? '',
      mark: host.dataset['arxivId'] ?? '',
      text: view?.textContent?.trim() ?? '',
    };
  });
}

function firstChange(sent: string): string {
  const now = document.cloneNode(true) as Document;
  for (const host of now.querySelectorAll('digest-lens, digest-lens-mark')) host.remove();
  const [is, was] = [now, new DOMParser().parseFromString(sent, 'text/html')].map(
    (page) => (page.querySelector('main') ?? page.body).textContent ?? '',
  ) as [string, string];
  if (is === was && is !== '') return '';
  const at = [...is].findIndex((character, i) => character !== was[i]);
  return `${is.slice(at - 40, at + 80)} … was … ${was.slice(at - 40, at + 80)}`;
}
