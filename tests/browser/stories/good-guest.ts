import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDigest } from '../digest-files';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { savedArxivPages, type ServedPage } from '../saved-site';
import { absUrl, type Story, story } from '../story';
import type { BrowserUnderTest, Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample, MARKED } from './abs-page';

const KINDS = ['abs', 'list', 'catchup', 'author-page', 'search', 'html-paper'];

/** Each saved page that shows or lists papers. */
const saved = savedArxivPages.filter(
  ({ ids, kind }) => ids.length > 0 && KINDS.includes(kind.replace(/^(abs|list)-.*/, '$1')),
);

/** One page of each kind with more or other places for us than an abs page has. */
const others = ['list-new', 'author-page', 'search', 'html-paper'].flatMap(
  (kind) => saved.find((page) => page.kind === kind) ?? [],
);

async function importSaved(browser: BrowserUnderTest, folder: string): Promise<void> {
  await importSample(browser);
  const ids = new Set(saved.flatMap((page) => page.ids));
  if (ids.size === 0) return;
  const options = await openOptionsPage(browser);
  const papers = [...ids].map((id) => ({ id, title: `About ${id}` }));
  await options.import(writeDigest(folder, '2025-04-11', papers));
  await options.tab.close();
}

const isMarked = (tab: Tab) =>
  until('the page is marked', () =>
    tab.evaluate(() => document.querySelector('digest-lens, digest-lens-mark') !== null),
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

/** What an extension's page can do with the browser's tabs. */
interface Tabs {
  query(of: object): Promise<{ id: number }[]>;
  setZoom(id: number, zoom: number): Promise<void>;
}

/** As the reader does in the browser's menu. */
async function zoomArxiv(zoom: number): Promise<void> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  for (const { id } of await tabs.query({ url: '*://arxiv.org/*' })) await tabs.setZoom(id, zoom);
}

/**
 * How what is ours stands on the page: `cut` is our first text of which only a part is in sight, `covered` the page's
 * first text that lies under ours, `beyond` by how much we make the page wider.
 */
function look() {
  const { documentElement: root } = document;
  const hosts = [...document.querySelectorAll<HTMLElement>('digest-lens, digest-lens-mark')];
  const textsIn = (node: Node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts: { node: Node; rects: DOMRect[] }[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      texts.push({ node: walker.currentNode, rects: [...range.getClientRects()] });
    }
    return texts.filter((text) => text.node.textContent?.trim());
  };
  /** What of it is in sight: the window and whatever hides what does not fit take the rest. */
  const inSight = (node: Node, rect: DOMRect) => {
    let [left, right, top, bottom] = [
      Math.max(rect.left, 0),
      Math.min(rect.right, root.clientWidth),
      rect.top,
      rect.bottom,
    ];
    for (let at = node.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow !== 'hidden') continue;
      const box = at.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { width: right - left, height: bottom - top };
  };
  const ours: DOMRect[] = [];
  let cut = '';
  for (const host of hosts) {
    for (const { node, rects } of [...(host.shadowRoot?.children ?? [])].flatMap(textsIn)) {
      const parent = node.parentElement ?? host;
      // What is folded, or there for screen readers alone.
      if (!parent.checkVisibility() || getComputedStyle(parent).clipPath !== 'none') continue;
      for (const rect of rects) {
        const { width, height } = inSight(node, rect);
        if (width <= 1 || height <= 3) continue;
        // The panel may be scrolled.
        const end = Math.min(rect.bottom, host.getBoundingClientRect().bottom);
        ours.push(new DOMRect(rect.left, rect.top, rect.width, end - rect.top));
        // The room between lines is nobody's, and the blank after a word no text.
        const isWhole = width >= rect.width - 4 && height >= rect.height - 5;
        if (!isWhole) cut ||= node.textContent ?? '';
      }
    }
  }
  const isCovered = (rects: DOMRect[]) =>
    rects.some((rect) =>
      ours.some(
        (box) =>
          Math.min(rect.right, box.right) - Math.max(rect.left, box.left) > 1 &&
          // Lines that follow upon one another share the room between them.
          Math.min(rect.bottom, box.bottom) - Math.max(rect.top, box.top) > 5,
      ),
    );
  const isInCorner = hosts.some(({ dataset }) => dataset['place'] === 'corner');
  const covered = isInCorner ? undefined : textsIn(document.body).find(({ rects }) => isCovered(rects));
  const width = root.scrollWidth;
  for (const { style } of hosts) style.setProperty('display', 'none', 'important');
  const beyond = width - root.scrollWidth;
  for (const { style } of hosts) style.removeProperty('display');
  return {
    innerWidth,
    hasText: ours.length > 0,
    cut,
    covered: covered?.node.textContent?.trim() ?? '',
    beyond,
  };
}

/** What MathJax does to what it may touch, and more: the title becomes higher and another element; says what is there now. */
function typeset(): string[] {
  for (const block of document.querySelectorAll('.mathjax')) {
    const preview = document.createElement('span');
    preview.className = 'MathJax_Preview';
    const formula = document.createElement('span');
    formula.className = 'MathJax';
    formula.style.cssText = 'display: block; height: 48px';
    formula.textContent = 'O(n²)';
    block.replaceChildren(...[...block.childNodes].map((node) => node.cloneNode(true)), preview, formula);
  }
  const title = document.querySelector('#abs h1.title');
  title?.replaceWith(title.cloneNode(true));
  return [...document.querySelectorAll('.mathjax')].map((block) => block.textContent ?? '');
}

const mathTexts = () => [...document.querySelectorAll('.mathjax')].map((block) => block.textContent ?? '');

/** All of ours that is in sight can be read, covers nothing and makes no page wider. */
const looksWell = (tab: Tab, width: number, what: string) =>
  eventually(async () => {
    const { innerWidth, ...seen } = await tab.evaluate(look);
    assert.ok(Math.abs(innerWidth - width) <= 2, `${what}: ${innerWidth} px wide`);
    assert.deepEqual(seen, { hasText: true, cut: '', covered: '', beyond: 0 }, `${what}, ${width} px`);
  });

export const goodGuestStories: Story[] = [
  story('of what we add to a page nothing is printed', async ({ browser, folder }) => {
    await importSaved(browser, folder);
    const tab = await browser.openTab();
    const picture = async (): Promise<Buffer> => {
      const path = join(folder, 'page.png');
      await tab.screenshot(path);
      return readFileSync(path);
    };
    for (const url of [absUrl(MARKED), ...others.map((page) => page.url)]) {
      await tab.goto(url);
      await isMarked(tab);
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

  story(
    'in every width and at 200 % what is ours can be read, covers nothing and widens no page',
    async ({ browser, folder }) => {
      await importSaved(browser, folder);
      const { tab: extension } = await openOptionsPage(browser);
      const page = await openAbsPage(browser, absUrl(MARKED));
      await page.related();
      for (const width of [360, 640, 769, 900, 1280, 1920]) {
        await page.tab.resize(width, 900);
        await looksWell(page.tab, width, MARKED);
      }
      const lookAt = async (pages: readonly ServedPage[], width: number) => {
        for (const { url } of pages) {
          await page.tab.goto(url);
          await isMarked(page.tab);
          await looksWell(page.tab, width, url);
        }
      };
      await page.tab.resize(360, 900);
      await lookAt(saved, 360);
      await page.tab.resize(1280, 900);
      await extension.evaluate(zoomArxiv, 2);
      await lookAt(others, 640);
      await page.tab.goto(absUrl(MARKED));
      await page.related();
      await looksWell(page.tab, 640, MARKED);
    },
  ),

  story('a script that sets formulas and rewrites the title leaves the mark where it was', async (scene) => {
    const { browser, folder } = scene;
    await importSaved(browser, folder);
    const page = absPageIn(await browser.openTab());
    await page.tab.resize(1280, 900);
    const pages = saved.filter(({ kind }) => kind.startsWith('abs')).map(({ url }) => url);
    for (const url of [absUrl(MARKED), ...pages]) {
      await page.tab.goto(url);
      await page.mark();
      const written = await page.tab.evaluate(typeset);
      await eventually(async () => {
        const mark = await page.mark();
        assert.equal(mark.after, 'H1.title', url);
        assert.equal(mark.place, 'line', url);
      });
      assert.deepEqual(await page.tab.evaluate(mathTexts), written, url);
      await looksWell(page.tab, 1280, url);
    }
  }),

  story('what a script of the page presses does nothing', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.related();
    const pressed = await page.tab.evaluate(() => {
      const roots = [...document.querySelectorAll('digest-lens')].flatMap(
        ({ shadowRoot }) => shadowRoot ?? [],
      );
      const buttons = roots.flatMap((root) => [...root.querySelectorAll('button')]);
      for (const button of buttons) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
      return buttons.length;
    });
    assert.ok(pressed > 5, `${pressed} buttons`);
    // What was asked of the worker before is answered before what is asked now.
    await page.tab.goto(absUrl(MARKED));
    await page.mark();
    const states = await page.tab.evaluate(() =>
      [...document.querySelectorAll('digest-lens')].flatMap(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('[aria-pressed]') ?? [])].map((each) => each.ariaPressed),
      ),
    );
    assert.deepEqual([...new Set(states)], ['false']);
    const popup = await browser.openTab();
    await popup.goto(browser.extensionUrl('popup.html'));
    const unread = await until('the popup lists the paper', () =>
      popup.evaluate(
        (id) => document.querySelector(`article[data-arxiv-id="${id}"]`)?.className ?? undefined,
        MARKED,
      ),
    );
    assert.doesNotMatch(unread, /read|starred/);
  }),
];
