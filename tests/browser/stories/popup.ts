import assert from 'node:assert/strict';
import { SAMPLE } from '../arxiv-site';
import { localToday } from '../../../lib/announcement-date';
import { writeReport } from '../digest-files';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { type Story, story } from '../story';
import { importSample } from './abs-page';
import { eventually } from '../until';

export const popupStories: Story[] = [
  story('on a day without a report the popup says so and shows the latest', async ({ browser }) => {
    await importSample(browser);
    const popup = await openPopup(browser);
    await eventually(async () => assert.match(await popup.text(), /No report for /));
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

  story('on a day with a report the popup shows it', async ({ browser, folder }) => {
    const today = localToday(new Date());
    const report = writeReport(folder, today, [
      { id: '2506.10001', title: 'Rewriting Queries', authors: ['Ada Example', 'Bo Sample'] },
      { id: '2506.10002', title: 'Sediment Plumes', authors: ['Cem Muster'] },
    ]);
    const options = await openOptionsPage(browser);
    assert.match(await options.import(SAMPLE, report), /^Imported 11 papers/);
    const popup = await openPopup(browser);
    await eventually(async () => assert.doesNotMatch(await popup.text(), /No report for /));
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
    const report = writeReport(folder, '2025-04-10', [
      {
        id: '2504.10001',
        title: 'CAT-ID$^2$: \\textbf{Ranking} in $O(n \\log n)$',
        abstract: 'Schr\\"odinger gains 4.5\\% at \\$3 with $\\frac{1$ and \\ours, see this https URL.',
      },
    ]);
    const options = await openOptionsPage(browser);
    await options.import(report);
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
];
