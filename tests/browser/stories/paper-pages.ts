import assert from 'node:assert/strict';
import { writeDigest } from '../digest-files';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { savedArxivPages } from '../saved-site';
import { absUrl, type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample, MARKED, outwait } from './abs-page';

const htmlPapers = savedArxivPages.filter(({ kind }) => kind === 'html-paper');
const inHtml = story('an HTML paper is marked, in the colours that it has at the moment', async (scene) => {
  const { browser, folder } = scene;
  const ids = htmlPapers.flatMap((page) => page.ids);
  const options = await openOptionsPage(browser);
  await options.import(
    writeDigest(
      folder,
      '2025-04-10',
      ids.map((id) => ({ id, title: `About ${id}` })),
    ),
  );
  const page = absPageIn(await browser.openTab());
  for (const { url } of htmlPapers) {
    await page.tab.goto(url);
    const mark = await page.mark();
    assert.match(mark.text, /^In digest Thu 10 Apr 2025/, url);
    for (const theme of ['dark', 'light', 'dark']) {
      await page.tab.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      await eventually(async () => assert.equal(await isDark(page.tab), theme === 'dark'));
    }
    await eventually(async () => assert.equal((await page.hosts()).length, 2, url));
  }
});

function isDark(tab: Tab): Promise<boolean | undefined> {
  return tab.evaluate(() => {
    const host = document.querySelector('digest-lens');
    if (!host) return undefined;
    const [red = 0] = getComputedStyle(host).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red < 128;
  });
}

const pressed = (tab: Tab, state: string): Promise<string> =>
  until(`the button for ${state} is there`, () =>
    tab.evaluate((id) => {
      const root = document.querySelector('digest-lens[data-part="related"]')?.shadowRoot;
      return root?.getElementById(id)?.getAttribute('aria-pressed');
    }, state),
  );

/** The focus stands on the button afterwards, in a tab that keys reach. */
const focus = (tab: Tab, id: string): Promise<void> =>
  eventually(async () => {
    const on = await tab.evaluate((name) => {
      const root = document.querySelector('digest-lens[data-part="related"]')?.shadowRoot;
      root?.getElementById(name)?.focus();
      return document.hasFocus() ? root?.activeElement?.id : 'a page in the background';
    }, id);
    assert.equal(on, id, 'the focus');
  });

const focused = (tab: Tab): Promise<string | undefined> =>
  tab.evaluate(
    () => document.querySelector('digest-lens[data-part="related"]')?.shadowRoot?.activeElement?.id,
  );

/** The first of the page's own elements in sight that stands elsewhere when ours are away; '' if none does. */
function firstMoved(): string {
  const hosts = [...document.querySelectorAll<HTMLElement>('digest-lens')];
  const own = [...document.querySelectorAll('body *')].filter((each) => each.localName !== 'digest-lens');
  const tops = () => own.map((each) => each.getBoundingClientRect().top);
  const now = tops();
  for (const host of hosts) host.style.display = 'none';
  const without = tops();
  for (const host of hosts) host.style.display = '';
  const moved = own.find((_, i) => now[i] !== without[i] && (without[i] ?? 0) < innerHeight);
  return moved?.outerHTML.slice(0, 60) ?? '';
}

/** What an extension's page can tell about the browser's tabs. */
interface Tabs {
  query(of: object): Promise<{ url?: string }[]>;
}

async function openPages(): Promise<string[]> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  return (await tabs.query({})).map(({ url }) => url ?? '');
}

export const paperPageStories: Story[] = [
  htmlPapers.length > 0 ? inHtml : { ...inHtml, skip: 'no saved pages in ../shared/arxiv-pages' },

  story(
    'a paper is starred by keyboard, and every page that shows it says so at once',
    async ({ browser }) => {
      await importSample(browser);
      const other = await openAbsPage(browser, absUrl(MARKED));
      assert.equal(await pressed(other.tab, 'starred'), 'false');
      const page = await openAbsPage(browser, absUrl(`${MARKED}v2`));
      await page.related();
      await focus(page.tab, 'starred');
      await page.tab.press('Enter');
      await eventually(async () => assert.equal(await pressed(page.tab, 'starred'), 'true'));
      assert.equal(await focused(page.tab), 'starred', 'the focus stays where it was');
      await eventually(async () => assert.equal(await pressed(other.tab, 'starred'), 'true'));
      assert.equal(await pressed(other.tab, 'read'), 'false');
      await page.tab.press('Enter');
      await eventually(async () => assert.equal(await pressed(other.tab, 'starred'), 'false'));
    },
  ),

  story('a page that was silenced stays so, and others do not', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.related();
    await focus(page.tab, 'silence');
    await page.tab.press('Enter');
    await eventually(async () => assert.deepEqual(await page.hosts(), []));
    const again = await openAbsPage(browser, absUrl(MARKED));
    const other = await openAbsPage(browser, absUrl('2504.05314'));
    await other.mark();
    await other.related();
    assert.deepEqual(await again.hosts(), []);
  }),

  story('boxes that another script rewrites get ours back', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.tab.resize(1280, 900);
    await page.mark();
    await page.related();
    await page.tab.evaluate(() => {
      for (const box of document.querySelectorAll('#abs .dateline, #abs h1.title, .extra-services')) {
        const copy = box.cloneNode(true) as Element;
        for (const host of copy.querySelectorAll('digest-lens')) host.remove();
        box.replaceWith(copy);
      }
    });
    await eventually(async () => assert.equal((await page.hosts()).length, 2));
    await eventually(async () => assert.equal((await page.mark()).after, 'H1.title'));
  }),

  story('a page without any line that we know has the mark in its corner', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    await page.tab.evaluate(() => {
      for (const line of document.querySelectorAll('.dateline, .header-breadcrumbs-mobile')) line.remove();
    });
    await eventually(async () => assert.match((await page.mark()).place, /^corner$/));
    await outwait(browser);
    assert.equal((await page.hosts()).filter((host) => host === 'in-digest').length, 1);
  }),

  story(
    'a page without any of the boxes that we know has both in its corner, folded',
    async ({ browser }) => {
      await importSample(browser);
      const page = await openAbsPage(browser, absUrl(MARKED));
      await page.related();
      await page.tab.evaluate(() => document.querySelector('main')?.replaceChildren('All is new here.'));
      await eventually(async () => assert.equal((await page.mark()).place, 'corner'));
      await eventually(async () => assert.equal(await page.isFolded(), true));
      await page.fold();
      assert.ok((await page.related()).length > 0);
    },
  ),

  story('what is in sight stays where it is, however much is related', async ({ browser, folder }) => {
    const options = await openOptionsPage(browser);
    const about = (n: number) => ({
      id: `2509.${10_000 + n}`,
      title: `Unified generative search and recommendation ${n}`,
    });
    const papers = [
      { id: MARKED, title: 'Unified generative search' },
      ...Array.from({ length: 9 }, (_, n) => about(n)),
    ];
    await options.import(writeDigest(folder, '2025-04-10', papers));
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    for (const [width, height] of [
      [1280, 900],
      [1280, 1600],
      [768, 1600],
      [360, 740],
    ] as const) {
      await page.tab.resize(width, height);
      await page.tab.goto(absUrl(MARKED));
      await eventually(async () => assert.equal((await page.hosts()).length, 2));
      assert.equal(await page.tab.evaluate(firstMoved), '', `${width} × ${height}`);
    }
  }),

  story('a day of the mark leads to that day in the library', async ({ browser }) => {
    await importSample(browser);
    const { tab: extension } = await openOptionsPage(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    await page.tab.click(
      () => document.querySelector('digest-lens')?.shadowRoot?.getElementById('day-2025-04-10') ?? null,
    );
    await eventually(async () => {
      const urls = await extension.evaluate(openPages);
      assert.ok(
        urls.some((url) => /library\.html.*day(:|%3A)2025-04-10/.test(url)),
        urls.join(),
      );
    });
  }),

  story('a related paper is starred by keyboard, and a kind of page is switched off', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    const [first] = await page.related();
    const id = first?.url.split('/abs/')[1] ?? '';
    const other = await openAbsPage(browser, absUrl(id));
    assert.equal(await pressed(other.tab, 'starred'), 'false');
    await focus(page.tab, `starred-${id}`);
    await page.tab.press('Enter');
    await eventually(async () => assert.equal(await pressed(page.tab, `starred-${id}`), 'true'));
    assert.equal(await focused(page.tab), `starred-${id}`, 'the focus stays where it was');
    await eventually(async () => assert.equal(await pressed(other.tab, 'starred'), 'true'));
    await focus(page.tab, 'off');
    await page.tab.press('Enter');
    for (const each of [page, other]) await eventually(async () => assert.deepEqual(await each.hosts(), []));
  }),
];
