import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OURS, violations } from '../axe';
import { writeDigest } from '../digest-files';
import { BUILD } from '../launch';
import { absPageIn } from '../pages/abs-page';
import { itemsPageIn } from '../pages/listing-page';
import { openOptionsPage } from '../pages/options-page';
import { savedArxivPages } from '../saved-site';
import { absUrl, type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually } from '../until';
import { importSample, MARKED } from './abs-page';

const clean = (tab: Tab, what: string) =>
  eventually(async () => assert.deepEqual(await violations(tab, OURS), [], what));

export const accessibilityStories: Story[] = [
  story('axe finds nothing wrong with what we add to a page, in any state', async ({ browser, folder }) => {
    await importSample(browser);
    const others = savedArxivPages.filter(({ kind }) => ['list-new', 'search', 'html-paper'].includes(kind));
    const ids = others.flatMap((page) => page.ids);
    const options = await openOptionsPage(browser);
    if (ids.length > 0) {
      await options.import(
        writeDigest(
          folder,
          '2025-04-11',
          [...new Set(ids)].map((id) => ({ id, title: `Generative recommendation ${id}` })),
        ),
      );
    }
    const page = absPageIn(await browser.openTab());
    await page.tab.goto(absUrl(MARKED));
    await page.related();
    await clean(page.tab, 'abs');
    await page.tab.click(
      () => document.querySelector('digest-lens[data-part]')?.shadowRoot?.querySelector('#starred') ?? null,
    );
    await clean(page.tab, 'abs, starred');
    await page.fold();
    await eventually(async () => assert.equal(await page.isFolded(), true));
    await clean(page.tab, 'abs, folded');
    await page.tab.evaluate(() => {
      for (const line of document.querySelectorAll('.dateline, .header-breadcrumbs-mobile')) line.remove();
    });
    await eventually(async () => assert.match((await page.mark()).place, /^corner$/));
    await clean(page.tab, 'abs, in the corner');
    for (const { kind, url } of others) {
      await page.tab.goto(url);
      if (kind === 'html-paper') {
        await page.mark();
        for (const theme of ['light', 'dark']) {
          await page.tab.evaluate((name) => {
            document.documentElement.dataset['theme'] = name;
          }, theme);
          await clean(page.tab, `${url} ${theme}`);
        }
      } else {
        const items = itemsPageIn(page.tab);
        if ((await items.items()).length === 0) continue;
        await eventually(async () => assert.ok((await items.marked()).length > 0, url));
        await clean(page.tab, url);
      }
    }
  }),

  story('what runs on a page weighs at most 10 kB', async ({ browser }) => {
    const build = BUILD[browser.name];
    const { content_scripts: scripts } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
      content_scripts: { js?: string[]; css?: string[] }[];
    };
    assert.equal(scripts.length, 2);
    for (const { js = [], css = [] } of scripts) {
      const bytes = [...js, ...css].map(
        (file) => gzipSync(readFileSync(join(build, file)), { level: 9 }).length,
      );
      assert.ok(bytes.reduce((sum, each) => sum + each, 0) <= 10_000, `${js.join()}: ${bytes.join(' + ')} B`);
    }
  }),
];
