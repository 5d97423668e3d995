import assert from 'node:assert/strict';
import { writeDigest } from '../digest-files';
import { type ItemsPage, itemsPageIn } from '../pages/listing-page';
import { openOptionsPage } from '../pages/options-page';
import { savedArxivPages } from '../saved-site';
import { type Story, story } from '../story';
import type { BrowserUnderTest } from '../under-test';
import { eventually, until } from '../until';

const ITEM_PAGES = ['list-new', 'list-recent', 'list-month', 'list-year', 'catchup', 'author-page', 'search'];
const pages = savedArxivPages.filter(({ kind }) => ITEM_PAGES.includes(kind));

/** Every second paper that these pages list. */
async function importSome(browser: BrowserUnderTest, folder: string): Promise<Set<string>> {
  const all = new Set(pages.flatMap(({ ids }) => ids));
  const some = [...all].toSorted().filter((_, i) => i % 2 === 0);
  const options = await openOptionsPage(browser);
  const digest = writeDigest(
    folder,
    '2025-04-10',
    some.map((id) => ({ id, title: `About ${id}` })),
  );
  assert.match(await options.import(digest), new RegExp(`^Imported ${some.length} papers`));
  await options.tab.close();
  return new Set(some);
}

/** Of a list's items some are taken away, some doubled, and all put in another order; the same for the same seed. */
function shuffleItems(seed: number): void {
  let state = seed;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (const list of document.querySelectorAll('dl#articles')) {
    const pairs = [...list.querySelectorAll(':scope > dt')].map((item) => [item, item.nextElementSibling]);
    const kept = pairs.flatMap((pair) => {
      const chance = random();
      if (chance < 0.2) {
        for (const each of pair) each?.remove();
        return [];
      }
      return chance > 0.8 ? [pair, pair.map((each) => each?.cloneNode(true))] : [pair];
    });
    const order = new Map(kept.map((pair) => [pair, random()]));
    const shuffled = kept.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    list.append(...shuffled.flat().flatMap((each) => each ?? []));
  }
}

/** Just those items that name a paper of the digest are marked, each as what it is. */
async function markedAre(page: ItemsPage, inDigest: ReadonlySet<string>): Promise<void> {
  const expected = (await page.items()).filter((id) => inDigest.has(id));
  await eventually(async () => {
    const marked = await page.marked();
    assert.deepEqual(
      marked.map(({ item }) => item),
      expected,
    );
    for (const { item, mark, text } of marked) {
      assert.equal(mark, item);
      assert.match(text, /^In digest\s+Thu 10 Apr 2025 · arXiv Daily Report$/);
    }
  });
}

const stories = [
  story(
    'the listed papers that are in a digest are marked, on lists, author pages and search results',
    async (scene) => {
      const { browser, folder } = scene;
      const inDigest = await importSome(browser, folder);
      const page = itemsPageIn(await browser.openTab());
      for (const { url, html } of pages) {
        await page.tab.goto(url);
        await markedAre(page, inDigest);
        assert.equal(await page.changes(html), '', url);
      }
    },
  ),

  story('a line counts what is in the digests, and nothing of the page moves for us', async (scene) => {
    const { browser, folder } = scene;
    const inDigest = await importSome(browser, folder);
    const page = itemsPageIn(await browser.openTab());
    for (const kind of ['list-new', 'author-page', 'search']) {
      const listed = pages.findLast((each) => each.kind === kind && each.ids.length > 0);
      assert.ok(listed);
      for (const width of [1280, 400]) {
        await page.tab.resize(width, 900);
        await page.tab.goto(listed.url);
        const ids = new Set(await page.items());
        const expected = [...ids].filter((id) => inDigest.has(id)).length;
        await eventually(async () =>
          assert.ok((await page.marked()).length >= expected, `${kind}, ${width} px: marks`),
        );
        const summary = await page.tab.evaluate(() => {
          const view = document.querySelector('digest-lens')?.shadowRoot?.querySelector('p');
          const strong = view?.querySelector('strong')?.getBoundingClientRect();
          return `${strong && strong.width > 30 && strong.right <= innerWidth ? view?.textContent : 'not in sight'}`;
        });
        const words = `In your digests: ${expected} of ${ids.size} · ${expected} unread · next ↓ · Digest Lens`;
        assert.equal(summary, words, `${kind}, ${width} px`);
        const moved = await page.tab.evaluate(() => {
          const own = [...document.querySelectorAll('main *')].filter(
            (each) => !each.localName.startsWith('digest-'),
          );
          const boxes = () => own.map((each) => JSON.stringify(each.getBoundingClientRect()));
          const now = boxes();
          for (const host of document.querySelectorAll('digest-lens, digest-lens-mark')) host.remove();
          const without = boxes();
          return own.filter((_, i) => now[i] !== without[i]).map((each) => each.outerHTML.slice(0, 60));
        });
        assert.deepEqual(moved, [], `${kind}, ${width} px`);
      }
    }
  }),

  story('items that a script removes, copies and reorders are marked as they then stand', async (scene) => {
    const { browser, folder } = scene;
    const inDigest = await importSome(browser, folder);
    const page = itemsPageIn(await browser.openTab());
    const lists = pages.filter(({ kind, ids }) => kind !== 'search' && ids.length > 0);
    for (const [seed, { url }] of lists.entries()) {
      await page.tab.goto(url);
      const before = await page.items();
      const isMarked = before.some((id) => inDigest.has(id));
      if (isMarked)
        await until('the list is marked', async () => (await page.marked()).length > 0 || undefined);
      await page.tab.evaluate(shuffleItems, seed + 1);
      const items = await page.items();
      assert.notDeepEqual(items, before, url);
      await markedAre(page, inDigest);
    }
  }),

  story('the menu of the line silences a page, and switches off all of its kind', async (scene) => {
    const { browser, folder } = scene;
    await importSome(browser, folder);
    const listed = pages.filter(({ kind, ids }) => kind.startsWith('list') && ids.length > 0);
    const page = itemsPageIn(await browser.openTab());
    const press = (id: string) =>
      page.tab.click(
        (name) => document.querySelector('digest-lens')?.shadowRoot?.getElementById(name) ?? null,
        id,
      );
    for (const [i, id] of ['silence', 'off'].entries()) {
      await page.tab.goto(listed[i]?.url ?? '');
      await press('menu');
      await press(id);
      await eventually(async () => assert.deepEqual(await page.marked(), [], id));
    }
  }),

  story('papers that another script adds to a list later are marked too', async ({ browser, folder }) => {
    const inDigest = await importSome(browser, folder);
    const listed = pages.find(({ kind }) => kind === 'list-new');
    assert.ok(listed);
    const page = itemsPageIn(await browser.openTab());
    await page.tab.goto(listed.url);
    const before = await until('the list is marked', async () => {
      const marked = await page.marked();
      return marked.length > 0 ? marked.length : undefined;
    });
    const [added = ''] = [...inDigest].filter((id) => !listed.html.includes(id));
    await page.tab.evaluate((id) => {
      const item = document.createElement('dt');
      const link = document.createElement('a');
      link.href = `/abs/${id}v2`;
      link.textContent = `arXiv:${id}`;
      item.append(link);
      const list = document.querySelector('dl');
      list?.append(item);
      list?.append(list.querySelector('dt')?.cloneNode(true) ?? '');
    }, added);
    await eventually(async () => {
      const marked = await page.marked();
      assert.ok(
        marked.some(({ item, mark }) => item === added && mark === added),
        'the new item is marked',
      );
      assert.ok(marked.length > before, 'the copy is marked');
    });
  }),
];

export const itemPageStories: Story[] =
  pages.length > 0
    ? stories
    : stories.map((each) => ({ ...each, skip: 'no saved pages in ../shared/arxiv-pages' }));
