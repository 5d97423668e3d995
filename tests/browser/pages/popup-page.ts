import type { BrowserUnderTest, Tab } from '../under-test';
import { until } from '../until';

export interface PopupPage {
  tab: Tab;
  reopen(): Promise<void>;
  heading(): Promise<string>;
  /** The day of the digest, `YYYY-MM-DD`. */
  day(): Promise<string>;
  papers(): Promise<string[]>;
  text(): Promise<string>;
  focused(): Promise<string | undefined>;
  scrollTo(y: number): Promise<void>;
  scroll(): Promise<number>;
}

export async function openPopup(browser: BrowserUnderTest): Promise<PopupPage> {
  const tab = await browser.openTab();
  await tab.resize(400, 600);
  const reopen = async (): Promise<void> => {
    await tab.goto(browser.extensionUrl('popup.html'));
    await until('the popup shows a digest', () =>
      tab.evaluate(() => document.querySelector('main[data-report-date] article') !== null),
    );
  };
  await reopen();
  return {
    tab,
    reopen,
    heading: () => tab.evaluate(() => document.querySelector('h1')?.innerText ?? ''),
    day: () => tab.evaluate(() => document.querySelector('main')?.dataset['reportDate'] ?? ''),
    papers: () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('article[data-arxiv-id]')].map(
          ({ dataset }) => dataset['arxivId'] ?? '',
        ),
      ),
    text: () => tab.evaluate(() => document.body.innerText),
    focused: async () =>
      (await tab.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-arxiv-id]')?.dataset['arxivId'] ?? null,
      )) ?? undefined,
    scrollTo: (y) =>
      tab.evaluate((top) => {
        for (const element of document.querySelectorAll('*')) {
          if (element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY === 'auto')
            element.scrollTop = top;
        }
      }, y),
    scroll: () =>
      tab.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((each) => each.scrollTop))),
  };
}
