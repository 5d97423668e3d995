import { zipSync } from 'fflate';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localToday } from '../../../lib/days/calendar';
import { papersOfTopics } from '../../support/topics';
import { SAMPLE } from '../arxiv-site';
import { violations } from '../axe';
import { writeDigest } from '../digest-files';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { type Story, story } from '../story';
import { eventually } from '../until';
import { importSample } from './abs-page';

/** Reports of three days; the last has two subjects, each of three papers. */
function threeDays(folder: string): string {
  const papers = papersOfTopics(3).map(({ id, title, abstract = '' }) => ({ id, title, abstract }));
  const reportOf = (day: string, from: number) =>
    readFileSync(writeDigest(folder, day, papers.slice(from, from + 3)));
  const path = join(folder, 'days.zip');
  writeFileSync(
    path,
    zipSync({
      '08-Apr-2025/IR/README.md': reportOf('2025-04-08', 0),
      '09-Apr-2025/IR/README.md': reportOf('2025-04-09', 3),
      '10-Apr-2025/IR/README.md': reportOf('2025-04-10', 6),
      '10-Apr-2025/NLP/README.md': reportOf('2025-04-10', 9),
    }),
  );
  return path;
}

export const popupStories: Story[] = [
  story('on a day without a digest the popup says so and shows the latest', async ({ browser }) => {
    await importSample(browser);
    const popup = await openPopup(browser);
    await eventually(async () => assert.match(await popup.text(), /No digest for /));
    await eventually(async () => assert.match(await popup.heading(), /10 Apr 2025/));
    await eventually(async () => assert.equal(await popup.day(), '2025-04-10'));
    assert.equal((await popup.papers()).length, 9);
    const links = await popup.tab.evaluate(() =>
      [...document.querySelectorAll('article')].map(
        (article) => article.querySelector<HTMLAnchorElement>('a[href*="arxiv.org/abs/"]')?.href,
      ),
    );
    assert.deepEqual(
      links,
      (await popup.papers()).map((id) => `https://arxiv.org/abs/${id}`),
    );
  }),

  story('on a day with a digest the popup shows it', async ({ browser, folder }) => {
    const today = localToday(new Date());
    const digest = writeDigest(folder, today, [
      { id: '2506.10001', title: 'Rewriting Queries', authors: ['Ada Example', 'Bo Sample'] },
      { id: '2506.10002', title: 'Sediment Plumes', authors: ['Cem Muster'] },
    ]);
    const options = await openOptionsPage(browser);
    assert.match(await options.import(SAMPLE, digest), /^Imported 11 papers/);
    const popup = await openPopup(browser);
    await eventually(async () => assert.doesNotMatch(await popup.text(), /No digest for /));
    await eventually(async () => assert.equal(await popup.day(), today));
    await eventually(async () => assert.deepEqual(await popup.papers(), ['2506.10001', '2506.10002']));
    await eventually(async () => assert.match(await popup.text(), /Ada Example/));
  }),

  story(
    'j and k move through the papers, and the place is kept while the popup is closed',
    async ({ browser }) => {
      await importSample(browser);
      const popup = await openPopup(browser);
      const papers = await popup.papers();
      await popup.tab.press('j');
      await eventually(async () => assert.equal(await popup.focused(), papers[0]));
      await popup.tab.press('j');
      await popup.tab.press('j');
      await eventually(async () => assert.equal(await popup.focused(), papers[2]));
      await popup.tab.press('k');
      await eventually(async () => assert.equal(await popup.focused(), papers[1]));
      await popup.scrollTo(60);
      await eventually(async () => assert.equal(await popup.scroll(), 60));
      await popup.tab.evaluate(() =>
        new Promise((resolve) => requestAnimationFrame(resolve)).then(() => null),
      );
      await popup.tab.close();
      const again = await openPopup(browser);
      await eventually(async () => assert.equal(await again.day(), '2025-04-10'));
      await eventually(async () => assert.equal(await again.focused(), papers[1]));
      await eventually(async () => assert.equal(await again.scroll(), 60));
    },
  ),

  story('LaTeX in titles and abstracts is mathematics and text', async ({ browser, folder }) => {
    const digest = writeDigest(folder, '2025-04-10', [
      {
        id: '2504.10001',
        title: 'CAT-ID$^2$: \\textbf{Ranking} in $O(n \\log n)$',
        abstract: 'Schr\\"odinger gains 4.5\\% at \\$3 with $\\frac{1$ and \\ours, see this https URL.',
      },
    ]);
    const options = await openOptionsPage(browser);
    await options.import(digest);
    const popup = await openPopup(browser);
    await eventually(async () => {
      const title = await popup.tab.evaluate(() => {
        const link = document.querySelector('article .title');
        const formulas = [...(link?.querySelectorAll('math') ?? [])];
        return {
          bold: link?.querySelector('b')?.textContent,
          formulas: formulas.filter(({ namespaceURI }) => namespaceURI?.endsWith('MathML')).length,
          raised: link?.querySelector('msup')?.textContent,
        };
      });
      assert.deepEqual(title, { bold: 'Ranking', formulas: 2, raised: '2' });
    });
    await popup.tab.press('j');
    await popup.tab.press(' ');
    await eventually(async () =>
      assert.match(
        await popup.text(),
        /Schrödinger gains 4\.5% at \$3 with \$\\frac\{1\$ and ours, see this https URL\./,
      ),
    );
  }),

  story('a day is read by keyboard alone, and each step can be taken back', async ({ browser }) => {
    await importSample(browser);
    const popup = await openPopup(browser);
    const { tab } = popup;
    const [first, second, third] = await popup.papers();
    const shows = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('.shows button')].map((button) => button.textContent?.trim()),
      );
    const keys = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) await tab.press(key);
    };
    await keys('j');
    await eventually(async () => assert.equal(await popup.focused(), first));
    await keys('m', 's');
    await eventually(async () => assert.deepEqual(await shows(), ['All 9', 'Unread 8', 'Starred 1']));
    await keys('j', 'x');
    await eventually(async () => assert.equal((await popup.papers()).includes(second ?? ''), false));
    await eventually(async () => assert.equal(await popup.focused(), third));
    await eventually(async () => assert.match(await popup.text(), /1 hidden · show/));
    await keys('z');
    await eventually(async () => assert.equal((await popup.papers())[1], second));
    await keys('z', 'z');
    await eventually(async () => assert.deepEqual(await shows(), ['All 9', 'Unread 9', 'Starred 0']));

    await keys('/', 'g', 'r', 'a', 'p', 'h');
    await eventually(async () => assert.ok((await popup.papers()).length < 9, 'fewer papers'));
    await keys('Escape', 'Escape');
    await eventually(async () => assert.equal((await popup.papers()).length, 9));
    await eventually(async () => assert.notEqual(await popup.focused(), undefined));

    await keys('?');
    const dialog = () => tab.evaluate(() => document.querySelector('dialog[open]') !== null);
    await eventually(async () => assert.equal(await dialog(), true));
    await keys('Escape');
    await eventually(async () => assert.equal(await dialog(), false));
  }),

  story(
    'a reader who was away catches up, and finds folded what they have read',
    async ({ browser, folder }) => {
      const options = await openOptionsPage(browser);
      await options.import(threeDays(folder));
      await options.tab.close();
      const popup = await openPopup(browser);
      const { tab } = popup;
      const leftAs = (place: object) =>
        tab.evaluate((left) => localStorage.setItem('popup-place', JSON.stringify(left)), place);
      await leftAs({ today: '2025-04-08', latest: '2025-04-08', group: 'subject', days: [] });
      await popup.reopen();
      const press = (name: string) =>
        eventually(() =>
          tab.click(
            (wanted) =>
              [...document.querySelectorAll('button')].find(({ textContent }) =>
                textContent?.includes(wanted),
              ) ?? null,
            name,
          ),
        );
      await eventually(async () => assert.match(await popup.text(), /2 digests since your last visit/));
      await press('Catch up');
      await eventually(async () => assert.equal(await popup.day(), '2025-04-09'));
      await eventually(async () => assert.match(await popup.text(), /Catching up: digest 1 of 2/));
      await press('Next: Thu 10 Apr 2025');
      await eventually(async () => assert.equal(await popup.day(), '2025-04-10'));
      await press('Done');
      await eventually(async () => assert.doesNotMatch(await popup.text(), /Catching up|last visit/));

      const all = await popup.papers();
      assert.equal(all.length, 6);
      await press('Mark all read');
      await eventually(async () => assert.match(await popup.text(), /Unread 3/));
      assert.deepEqual(await popup.papers(), all);
      await popup.reopen();
      await eventually(async () => assert.deepEqual(await popup.papers(), all.slice(3)));

      await tab.press('j');
      await eventually(async () => assert.equal(await popup.focused(), all[3]));
      await tab.press('s');
      await eventually(async () => assert.match(await popup.text(), /Starred 1/));
      await leftAs({ today: localToday(new Date()), group: 'none', sort: 'starred', days: [] });
      await popup.reopen();
      await eventually(async () =>
        assert.deepEqual((await popup.papers()).slice(0, 2).toSorted(), all.slice(4).toSorted()),
      );
    },
  ),

  story(
    'axe finds nothing wrong with the popup and the side panel, in both themes and languages',
    async ({ browser }) => {
      await importSample(browser);
      const popup = await openPopup(browser);
      const { tab } = popup;
      const clean = (what: string) =>
        eventually(async () => assert.deepEqual(await violations(tab), [], what));
      for (const language of ['en', 'zh-Hans']) {
        await tab.evaluate(async (chosen) => {
          const { storage } = (
            globalThis as unknown as {
              chrome: { storage: { local: { set(values: object): Promise<void> } } };
            }
          ).chrome;
          await storage.local.set({ language: chosen });
        }, language);
        // An open page is drawn anew in the other language.
        await eventually(async () => {
          const shown = await tab.evaluate(() => document.documentElement.lang);
          assert.equal(shown, language);
          assert.ok((await popup.papers()).length > 0, 'papers');
        });
        for (const page of ['popup.html', 'sidepanel.html']) {
          await tab.goto(browser.extensionUrl(page));
          await eventually(async () => assert.equal((await popup.papers()).length > 0, true));
          await tab.press('j');
          await tab.press(' ');
          for (const dark of [false, true]) {
            await tab.dark(dark);
            await clean(`${page}, ${language}, ${dark ? 'dark' : 'light'}`);
          }
          await tab.click(() => document.querySelector('h1 button'));
          await clean(`${page}, ${language}, calendar`);
          await tab.press('Escape');
          await tab.press('?');
          await clean(`${page}, ${language}, keys`);
        }
      }
    },
  ),
];
