import assert from 'node:assert/strict';
import { papersOfTopics } from '../../support/topics';
import { violations } from '../axe';
import { writeDigest } from '../digest-files';
import { openOptionsPage } from '../pages/options-page';
import { type Story, story } from '../story';
import type { BrowserUnderTest, Tab } from '../under-test';
import { eventually, until } from '../until';

async function openLibrary(browser: BrowserUnderTest): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.resize(1280, 900);
  await tab.goto(browser.extensionUrl('library.html'));
  await until('the library is there', () =>
    tab.evaluate(
      () => document.querySelector('.bars') !== null && document.querySelector('article') !== null,
    ),
  );
  return tab;
}

const dayInWords = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.querySelector('.bars')?.getAttribute('aria-valuetext') ?? '');

const query = (tab: Tab): Promise<string> =>
  tab.evaluate(() => new URLSearchParams(location.search).get('q') ?? '');

async function clean(tab: Tab, what: string): Promise<void> {
  for (const isDark of [false, true]) {
    await tab.dark(isDark);
    await eventually(async () =>
      assert.deepEqual(await violations(tab), [], `${what}, ${isDark ? 'dark' : 'light'}`),
    );
  }
}

export const pictureStories: Story[] = [
  story('days are bars to move along, and a map shows what a search found', async ({ browser, folder }) => {
    const papers = papersOfTopics(8).map(({ id, title, abstract = '' }) => ({ id, title, abstract }));
    const options = await openOptionsPage(browser);
    await options.import(writeDigest(folder, '2025-04-10', papers));
    await options.import(writeDigest(folder, '2025-04-14', papers.slice(0, 3)));
    await options.tab.close();
    const tab = await openLibrary(browser);
    await clean(tab, 'days');

    await tab.evaluate(() => document.querySelector<HTMLElement>('.bars')?.focus());
    await tab.press('ArrowLeft');
    await eventually(async () => assert.equal(await query(tab), 'day:2025-04-10'));
    assert.equal(await dayInWords(tab), 'Thu 10 Apr 2025 · 32 papers, 32 unread');
    await tab.press('End');
    await eventually(async () => assert.equal(await query(tab), 'day:2025-04-14'));
    assert.equal(await dayInWords(tab), 'Mon 14 Apr 2025 · 3 papers, 3 unread');
    await tab.press('Escape');
    await eventually(async () => assert.equal(await query(tab), ''));

    await tab.click(() => document.querySelector('[data-shows=map]'));
    const regions = await until('the map is drawn', () =>
      tab.evaluate(() => {
        const names = [...document.querySelectorAll('.region-list button')].map(
          ({ textContent }) => textContent,
        );
        return names.length > 0 && document.querySelector('.map-plane .region-name') ? names : undefined;
      }),
    );
    assert.ok(regions.length >= 4, regions.join());
    await clean(tab, 'map');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.map-plane')?.focus());
    await tab.press('ArrowRight');
    await tab.press(' ');
    const listed = await until('a region is listed', () =>
      tab.evaluate(() => {
        const titles = [...document.querySelectorAll('.region-papers a')].map(
          ({ textContent }) => textContent,
        );
        return titles.length > 0 ? titles : undefined;
      }),
    );
    assert.ok(listed.length < papers.length, 'fewer papers');
    await clean(tab, 'region');
    await tab.press('Enter');
    await until('the paper is beside the map', () =>
      tab.evaluate(() => (document.querySelector('#detail-title')?.textContent ?? '') !== ''),
    );
    const starred = () =>
      tab.evaluate(() => /Starred\s*(\d+)/.exec(document.querySelector('.rail')?.textContent ?? '')?.[1]);
    await tab.press('s');
    await eventually(async () => assert.equal(await starred(), '1', 'the paper, not its region'));
    await tab.evaluate(() => document.querySelector<HTMLElement>('.map-plane')?.focus());
    await tab.press('End');
    await tab.press('s');
    await eventually(async () => assert.equal(await starred(), '2'));
    await tab.press('x');
    await eventually(async () => assert.equal(await starred(), '1'));
    await tab.press('z');
    await eventually(async () => assert.equal(await starred(), '2'));
    await tab.click(() => document.querySelector('.map-head button'));
    const rows = await until('the table is there', () =>
      tab.evaluate(() => {
        const cells = [...document.querySelectorAll('.map-table td.number')].map(({ textContent }) =>
          Number(textContent),
        );
        return cells.length > 0 ? cells : undefined;
      }),
    );
    assert.equal(
      rows.reduce((sum, count) => sum + count, 0),
      papers.length,
    );
    await clean(tab, 'table');
  }),
];
