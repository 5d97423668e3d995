import assert from 'node:assert/strict';
import { importSample } from './abs-page';
import { type Story, story } from '../story';
import type { BrowserUnderTest, Tab } from '../under-test';
import { eventually, until } from '../until';

export async function openLibrary(browser: BrowserUnderTest, text: string): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl(`library.html?q=${encodeURIComponent(text)}`));
  await until('the library has answered', () =>
    tab.evaluate(() => (document.querySelector('[role=status]')?.textContent ?? '') !== ''),
  );
  return tab;
}

function found(tab: Tab): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article')].map((article) => article.dataset['arxivId'] ?? ''),
  );
}

/** The paper that is found first, if any is. */
async function firstFound(browser: BrowserUnderTest, text: string): Promise<string | undefined> {
  const tab = await openLibrary(browser, text);
  await until(`${text} finds something`, async () => (await found(tab)).length > 0);
  return (await found(tab))[0];
}

export const libraryStories: Story[] = [
  story('the library finds a paper by words, authors, ids and with a typing error', async ({ browser }) => {
    await importSample(browser);
    for (const text of [
      'query rewrite',
      'author:"Wei Lin"',
      'rewrit',
      'arxiv.org/abs/2504.05309v3',
      'qeury rewrite',
    ]) {
      assert.equal(await firstFound(browser, text), '2504.05309', text);
    }
    await browser.stopWorker();
    assert.equal(
      await firstFound(browser, 'title:stealthrank'),
      '2504.05804',
      'with a worker that has just started',
    );
  }),

  story('the library underlines what it found, and says when that is nothing', async ({ browser }) => {
    await importSample(browser);
    const tab = await openLibrary(browser, 'rewrite');
    await until('words are marked', () =>
      tab.evaluate(
        () => document.querySelector('mark')?.textContent?.toLowerCase().startsWith('rewrit') ?? false,
      ),
    );
    const nothing = await openLibrary(browser, 'xylophone');
    assert.deepEqual(await found(nothing), []);
    await eventually(async () =>
      assert.match(await nothing.evaluate(() => document.body.innerText), /No paper of your digests/),
    );
  }),
];
