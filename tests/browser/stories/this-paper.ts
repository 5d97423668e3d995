import assert from 'node:assert/strict';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { itemsPageIn } from '../pages/listing-page';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { absUrl, type Story, story } from '../story';
import type { BrowserUnderTest } from '../under-test';
import { eventually } from '../until';
import { importSample, MARKED } from './abs-page';

const pdf = (id: string) => `https://arxiv.org/pdf/${id}v1`;

/** What a page of the extension has of the browser's own API. */
interface Api {
  tabs: {
    query(query: object): Promise<{ id: number; url?: string }[]>;
    update(id: number, to: object): Promise<unknown>;
  };
  action: { getTitle(tab: { tabId: number }): Promise<string> };
}

/** The title of the toolbar icon in the tab of this address. */
async function iconTitle(browser: BrowserUnderTest, url: string): Promise<string | undefined> {
  const tab = await browser.openTab();
  try {
    await tab.goto(browser.extensionUrl('manifest.json'));
    return await tab.evaluate(async (address) => {
      const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
      const api = firefox ?? chrome;
      const [found] = (await api?.tabs.query({}))?.filter((each) => each.url === address) ?? [];
      return found && api?.action.getTitle({ tabId: found.id });
    }, url);
  } finally {
    await tab.close();
  }
}

export const thisPaperStories: Story[] = [
  story('the toolbar icon says so where a paper is in a digest, also on a PDF', async ({ browser }) => {
    await importSample(browser);
    const urls = [pdf(MARKED), absUrl(MARKED), pdf('2506.10001')];
    for (const url of urls) await (await browser.openTab()).goto(url);
    for (const url of urls.slice(0, 2)) {
      await eventually(async () =>
        assert.equal(await iconTitle(browser, url), 'In digest Thu 10 Apr 2025 – Digest Lens', url),
      );
    }
    assert.equal(await iconTitle(browser, pdf('2506.10001')), 'Digest Lens');
  }),

  story('the popup tells of the paper in view above the digest of the day', async ({ browser }) => {
    await importSample(browser);
    await (await browser.openTab()).goto(pdf(MARKED));
    const popup = await openPopup(browser);
    const page = absPageIn(popup.tab);
    assert.ok((await page.related()).length > 0);
    const title = await popup.tab.evaluate(
      () => document.querySelector('#this-paper')?.shadowRoot?.querySelector('.title')?.textContent ?? '',
    );
    assert.equal(title, 'Unified Generative Search and Recommendation');
    const isAbove = await popup.tab.evaluate(() => {
      const [first, second] = [...document.body.children];
      return first?.id === 'this-paper' && second?.id === 'app';
    });
    assert.ok(isAbove, 'it is above the digest');
  }),

  story('the side panel follows the paper of the tab in view', async ({ browser }) => {
    await importSample(browser);
    const [marked, other] = [absUrl(MARKED), pdf('2504.05309')];
    const tabs = [await browser.openTab(), await browser.openTab()];
    await tabs[0]?.goto(marked);
    await tabs[1]?.goto(other);
    // No driver opens the panel itself: the same page in a tab follows the tab that was in view last.
    const panel = await browser.openTab();
    await panel.goto(browser.extensionUrl('sidepanel.html'));
    const shown = () =>
      panel.evaluate(
        () => document.querySelector('#this-paper')?.shadowRoot?.querySelector('.title')?.textContent ?? '',
      );
    await eventually(async () => assert.match(await shown(), /Rewrit/));
    await panel.evaluate(async (url) => {
      const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
      const api = firefox ?? chrome;
      const found = (await api?.tabs.query({}))?.find((each) => each.url === url);
      if (found) await api?.tabs.update(found.id, { active: true });
    }, marked);
    await eventually(async () => assert.equal(await shown(), 'Unified Generative Search and Recommendation'));
    await tabs[0]?.goto('https://arxiv.org/list/cs.IR/new');
    await eventually(async () => assert.equal(await shown(), ''));
  }),

  story('a kind of page that is switched off is left alone, open pages at once', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    const options = await openOptionsPage(browser);
    const flip = () => options.tab.click(() => document.querySelector('input[name="abs"]'));
    await eventually(flip);
    await eventually(async () => assert.deepEqual(await page.hosts(), []));
    await flip();
    await page.mark();
    assert.deepEqual(await itemsPageIn(page.tab).marked(), []);
  }),

  story('a reader who took the access to arXiv back is asked once, by one button', async ({ browser }) => {
    await importSample(browser);
    const popup = await openPopup(browser);
    const notice = () =>
      popup.tab.evaluate(() => document.querySelector<HTMLElement>('.access')?.innerText ?? '');
    if (browser.name === 'chromium') {
      // Here access can only be taken back by hand.
      assert.equal(await notice(), '');
      return;
    }
    await popup.tab.evaluate(async () => {
      const { permissions } = (
        globalThis as unknown as {
          browser: { permissions: { remove(which: { origins: string[] }): Promise<boolean> } };
        }
      ).browser;
      const origins = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].map((host) => `*://${host}/*`);
      await permissions.remove({ origins });
    });
    await popup.reopen();
    await eventually(async () => assert.match(await notice(), /may not read arxiv\.org pages\. Allow$/));
  }),
];
