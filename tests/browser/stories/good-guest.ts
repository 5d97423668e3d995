import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReport } from '../digest-files';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { savedArxivPages } from '../saved-site';
import { absUrl, type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample, MARKED } from './abs-page';

/** One page of each kind with more or other places for us than an abs page has. */
const others = ['list-new', 'author-page', 'search', 'html-paper'].flatMap(
  (kind) => savedArxivPages.find((page) => page.kind === kind && page.ids.length > 0) ?? [],
);

/** Shows the page without us, or again with us; says whether there is anything of ours that has a box. */
function showOurs(on: boolean): boolean {
  const hosts = [...document.querySelectorAll<HTMLElement>('digest-lens, digest-lens-mark')];
  if (hosts.length === 0) throw new Error('There is nothing of ours.');
  for (const { style } of hosts) {
    if (on) style.removeProperty('display');
    else style.setProperty('display', 'none', 'important');
  }
  return hosts.some((host) =>
    [host, ...(host.shadowRoot?.querySelectorAll('*') ?? [])].some(
      (each) => each.getClientRects().length > 0,
    ),
  );
}

/** What of ours moves or would move; as it says itself, and as the browser does. */
function moving(): { isReduced: boolean; moving: string[] } {
  const roots = [...document.querySelectorAll('digest-lens, digest-lens-mark')].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  const animated = roots.flatMap((root) => root.getAnimations().map(({ playState }) => playState));
  const styled = roots
    .flatMap((root) => [root.host, ...root.querySelectorAll('*')])
    .filter((each) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
    })
    .map(({ localName, id }) => `${localName}#${id}`);
  return {
    isReduced: matchMedia('(prefers-reduced-motion: reduce)').matches,
    moving: [...animated, ...styled],
  };
}

export const goodGuestStories: Story[] = [
  story('of what we add to a page nothing is printed', async ({ browser, folder }) => {
    await importSample(browser);
    const ids = new Set(others.flatMap((page) => page.ids));
    const options = await openOptionsPage(browser);
    if (ids.size > 0) {
      const papers = [...ids].map((id) => ({ id, title: `About ${id}` }));
      await options.import(writeReport(folder, '2025-04-11', papers));
    }
    const tab = await browser.openTab();
    const picture = async (): Promise<Buffer> => {
      const path = join(folder, 'page.png');
      await tab.screenshot(path);
      return readFileSync(path);
    };
    for (const url of [absUrl(MARKED), ...others.map((page) => page.url)]) {
      await tab.goto(url);
      await until('the page is marked', () =>
        tab.evaluate(() => document.querySelector('digest-lens, digest-lens-mark') !== null),
      );
      if (url === absUrl(MARKED)) await absPageIn(tab).related();
      const isThere = () => tab.evaluate(showOurs, true);
      assert.ok(await isThere(), url);
      const [onScreen] = [await picture(), await tab.evaluate(showOurs, false)];
      assert.ok(!onScreen.equals(await picture()), `${url}: the pictures show what is ours`);
      await isThere();
      await tab.asPrinted(true);
      await until('the page is as on paper', () => tab.evaluate(() => matchMedia('print').matches));
      assert.equal(await isThere(), false, `${url}: on paper`);
      const [onPaper] = [await picture(), await tab.evaluate(showOurs, false)];
      assert.ok(onPaper.equals(await picture()), `${url}: on paper it looks as it does without us`);
      await tab.asPrinted(false);
    }
  }),

  story('for readers who want less to move, nothing of ours does', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.related();
    await page.tab.lessMotion(true);
    const isStill = (tab: Tab) =>
      eventually(async () => assert.deepEqual(await tab.evaluate(moving), { isReduced: true, moving: [] }));
    await isStill(page.tab);
    await page.fold();
    await isStill(page.tab);
    await page.tab.lessMotion(false);
  }),
];
