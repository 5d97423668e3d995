import assert from 'node:assert/strict';
import { SAMPLE } from '../arxiv-site';
import { absPageIn, openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { absUrl, type Scene, type Story, story } from '../story';
import type { BrowserUnderTest } from '../under-test';
import { eventually, until } from '../until';

/** It has related papers in the sample: the one on generative recommendation belongs to it. */
export const MARKED = '2504.05730';

const FORMS = [
  `https://arxiv.org/abs/${MARKED}`,
  `https://arxiv.org/abs/${MARKED}v2`,
  `https://arxiv.org/abs/${MARKED}?context=cs.AI`,
  `https://arxiv.org/abs?id=${MARKED}`,
  `https://www.arxiv.org/abs/${MARKED}`,
  `https://export.arxiv.org/abs/${MARKED}v1`,
];

export async function importSample(browser: BrowserUnderTest): Promise<void> {
  const options = await openOptionsPage(browser);
  assert.match(await options.import(SAMPLE), /^Imported 9 papers/);
  await options.tab.close();
}

/**
 * That nothing appears can only be told by something that appears later: a page that was asked after this one,
 * and has its mark and its related papers.
 */
export async function outwait(browser: BrowserUnderTest): Promise<void> {
  const later = await openAbsPage(browser, absUrl(MARKED));
  await later.mark();
  await later.related();
  await later.tab.close();
}

const sentTo = ({ network }: Scene, url: string): string => String(network.site(new URL(url))?.body);

export const absPageStories: Story[] = [
  story('a paper of the sample is marked after its title, at every address it has', async (scene) => {
    const { browser } = scene;
    await importSample(browser);
    const page = absPageIn(await browser.openTab());
    for (const url of FORMS) {
      await page.tab.goto(url);
      const mark = await page.mark();
      assert.equal(mark.state, 'in-digest', url);
      assert.equal(mark.after, 'H1.title', url);
      assert.equal(mark.place, 'line', url);
      assert.match(mark.text, /^In digest/, url);
      assert.match(mark.text, /10 Apr 2025/, url);
      assert.match(mark.text, /arXiv Daily Report/, url);
      await page.related();
      const hosts = await page.hosts();
      assert.deepEqual(new Set(hosts).size, hosts.length, `${url}: each host once`);
      assert.equal(await page.changes(sentTo(scene, url), 'html'), '', url);
    }
  }),

  story('related papers say why they are related, and never name the paper itself', async ({ browser }) => {
    await importSample(browser);
    const page = absPageIn(await browser.openTab());
    await page.tab.goto(absUrl(MARKED));
    const related = await page.related();
    assert.ok(related.length > 0);
    assert.ok(related.every(({ url }) => url.startsWith('https://arxiv.org/abs/') && !url.endsWith(MARKED)));
    assert.ok(related.every(({ title, reason }) => title !== '' && /shares|author|by/.test(reason)));
    assert.ok(
      related.slice(0, 2).some(({ url }) => url.endsWith('2504.05314')),
      'generative search and generative recommendation belong together',
    );
    await eventually(async () =>
      assert.match(await page.title(), /^Title:Unified Generative Search and Recommendation$/),
    );
  }),

  story('a paper in no digest has related papers, or is left alone', async ({ browser }) => {
    await importSample(browser);
    const unrelated = await openAbsPage(browser, absUrl('2506.10002'));
    const oldId = await openAbsPage(browser, absUrl('hep-th/9901001'));
    const similar = await openAbsPage(browser, absUrl('2506.10001'));
    const [first] = await similar.related();
    assert.equal(first?.url, absUrl('2504.05309'), 'the one about query rewriting comes first');
    assert.deepEqual(new Set(await similar.hosts()), new Set(['related related']));
    await outwait(browser);
    assert.deepEqual(await unrelated.hosts(), []);
    assert.deepEqual(await oldId.hosts(), []);
  }),

  story('a page that says "not found" is left alone, though it quotes a known id', async ({ browser }) => {
    await importSample(browser);
    const missing = await openAbsPage(browser, absUrl(`${MARKED}v9`));
    const unknown = await openAbsPage(browser, absUrl('9999.99999'));
    await outwait(browser);
    assert.deepEqual(await missing.hosts(), []);
    assert.deepEqual(await unknown.hosts(), []);
  }),

  story('nothing is said before anything was imported', async ({ browser }) => {
    const page = await openAbsPage(browser, absUrl(MARKED));
    await importSample(browser);
    await outwait(browser);
    assert.deepEqual(await page.hosts(), []);
  }),

  story('a page that one comes back to is marked once', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    await page.tab.goto(absUrl('2506.10002'));
    await page.tab.back();
    await until('the page is back', async () => (await page.title()).includes('Unified Generative'));
    await page.mark();
    await page.related();
    await outwait(browser);
    const hosts = await page.hosts();
    assert.equal(hosts.filter((host) => host === 'in-digest').length, 1);
    assert.equal(hosts.length, new Set(hosts).size);
  }),

  story('related papers that were folded stay folded on the next page', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await eventually(async () => assert.equal(await page.isFolded(), false));
    await page.fold();
    await eventually(async () => assert.equal(await page.isFolded(), true));
    await page.tab.goto(absUrl('2504.05314'));
    await eventually(async () => assert.equal(await page.isFolded(), true));
    await page.fold();
    await eventually(async () => assert.equal(await page.isFolded(), false));
    await page.tab.goto(absUrl(MARKED));
    await eventually(async () => assert.equal(await page.isFolded(), false));
  }),

  story('a mark that another script takes away comes back', async ({ browser }) => {
    await importSample(browser);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    await page.related();
    const before = await page.hosts();
    await page.tab.evaluate(() => {
      for (const host of document.querySelectorAll('digest-lens')) host.remove();
    });
    await until('all is back', async () => (await page.hosts()).length === before.length);
    await eventually(async () => assert.deepEqual(await page.hosts(), before));
    assert.equal((await page.mark()).after, 'H1.title');
  }),

  story('a page that was left before an import is marked when one comes back', async ({ browser }) => {
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.tab.goto(absUrl('2506.10002'));
    await importSample(browser);
    await page.tab.back();
    await until('the page is back', async () => (await page.title()).includes('Unified Generative'));
    assert.match((await page.mark()).text, /^In digest/);
  }),
];
