import type { BrowserUnderTest, Tab } from '../under-test';
import { until } from '../until';

export interface Mark {
  state: string;
  text: string;
  /** The element right before it: `H1.title`. */
  after: string;
  /** Where it is shown: at the end of a `line`, or in the `corner`. */
  place: string;
}

export interface RelatedPaper {
  title: string;
  url: string;
  /** The item's words without the title. */
  reason: string;
}

export interface AbsPage {
  tab: Tab;
  mark(): Promise<Mark>;
  related(): Promise<RelatedPaper[]>;
  /** Folds or unfolds the related papers. */
  fold(): Promise<void>;
  isFolded(): Promise<boolean>;
  /** Hosts of ours, told by what they say they are: `in-digest`, `in-digest related`. */
  hosts(): Promise<string[]>;
  title(): Promise<string>;
  /** Where the page without us first differs from what was sent, within one of its elements; '' if nowhere. */
  changes(sent: string, part: string): Promise<string>;
}

export async function openAbsPage(browser: BrowserUnderTest, url: string): Promise<AbsPage> {
  const tab = await browser.openTab();
  await tab.goto(url);
  return absPageIn(tab);
}

export function absPageIn(tab: Tab): AbsPage {
  return {
    tab,
    mark: () => until('the page is marked', () => tab.evaluate(readMark)),
    related: () => until('related papers are listed', () => tab.evaluate(readRelated)),
    fold: () => tab.click(findFold),
    isFolded: async () => {
      const expanded = await until('related papers can be folded', () => tab.evaluate(readFold));
      return expanded === 'false';
    },
    hosts: () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('digest-lens')].map(({ dataset }) =>
          [dataset['state'], dataset['part']].filter(Boolean).join(' '),
        ),
      ),
    title: () => tab.evaluate(() => document.querySelector('#abs h1.title')?.textContent ?? ''),
    changes: (sent, part) => tab.evaluate(firstChange, sent, part),
  };
}

function firstChange(sent: string, part: string): string {
  const now = document.cloneNode(true) as Document;
  for (const host of now.querySelectorAll('digest-lens')) host.remove();
  // Parsed by the same browser, so that only what was done to the page can differ.
  const [is, was] = [now, new DOMParser().parseFromString(sent, 'text/html')].map(
    (page) => page.querySelector(part)?.outerHTML ?? `no ${part}`,
  ) as [string, string];
  if (is === was && !is.startsWith('no ')) return '';
  const at = [...is].findIndex((character, i) => character !== was[i]);
  return `${is.slice(at - 40, at + 80)} … was … ${was.slice(at - 40, at + 80)}`;
}

function readMark(): Mark | undefined {
  const host = document.querySelector<HTMLElement>('digest-lens[data-state="in-digest"]:not([data-part])');
  if (!host?.shadowRoot) return undefined;
  const views = [...host.shadowRoot.children].filter((child) => child.localName !== 'style');
  const before = host.previousElementSibling;
  return {
    state: host.dataset['state'] ?? '',
    text: views
      .map((view) => (view as HTMLElement).innerText)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    after: `${before?.tagName}.${before?.classList[0]}`,
    place: host.dataset['place'] ?? '',
  };
}

function findFold(): Element | null {
  return (
    document
      .querySelector('digest-lens[data-part="related"]')
      ?.shadowRoot?.querySelector('[aria-expanded]') ?? null
  );
}

function readFold(): string | null {
  const host = document.querySelector('digest-lens[data-part="related"]');
  return host?.shadowRoot?.querySelector('[aria-expanded]')?.getAttribute('aria-expanded') ?? null;
}

function readRelated(): RelatedPaper[] | undefined {
  const roots = [...document.querySelectorAll('digest-lens')].map((host) => host.shadowRoot);
  const list = roots
    .flatMap((root) => [...(root?.querySelectorAll('ul, ol') ?? [])])
    .find((each) => each.ariaLabel === 'Related papers');
  if (!list) return undefined;
  return [...list.children].map((item) => {
    const link = item.querySelector('a');
    const text = (item as HTMLElement).innerText;
    return {
      title: link?.innerText ?? '',
      url: link?.href ?? '',
      reason: text
        .replace(link?.innerText ?? '', '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    };
  });
}
