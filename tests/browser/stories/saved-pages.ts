import assert from 'node:assert/strict';
import { type ReportPaper, writeDigest } from '../digest-files';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { servedPages } from '../saved-site';
import { type Story, story } from '../story';

const told = story(
  'pages that were saved from arXiv since 2020 are marked, and otherwise unchanged',
  async (scene) => {
    const { browser, folder } = scene;
    const papers = new Map(
      servedPages.flatMap(({ id, title }): [string, ReportPaper][] =>
        id && title ? [[id, { id, title }]] : [],
      ),
    );
    const options = await openOptionsPage(browser);
    const status = await options.import(writeDigest(folder, '2025-04-10', [...papers.values()]));
    assert.ok(status.startsWith(`Imported ${papers.size} papers`), status);
    const missing = await Promise.all(
      servedPages.filter(({ id }) => id === undefined).map(({ url }) => openAbsPage(browser, url)),
    );
    const page = absPageIn(await browser.openTab());
    for (const { url, html } of servedPages.filter(({ id }) => id !== undefined)) {
      await page.tab.goto(url);
      const mark = await page.mark();
      assert.match(mark.text, /^In digest/, url);
      assert.equal(mark.after, 'H1.title', url);
      assert.equal(mark.place, 'line', url);
      assert.equal(await page.changes(html, '#content'), '', url);
    }
    for (const other of missing) assert.deepEqual(await other.hosts(), []);
  },
);

export const savedPageStories: Story[] = [
  servedPages.length > 0 ? told : { ...told, skip: 'no saved pages in ../shared/arxiv-pages' },
];
