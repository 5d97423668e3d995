import assert from 'node:assert/strict';
import { violations } from '../axe';
import { absPageIn } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { absUrl, type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually } from '../until';
import { importSample, MARKED } from './abs-page';

const choose = (tab: Tab, value: string): Promise<void> =>
  tab.click((of) => document.querySelector(`input[type=radio][value="${of}"]`), value);

/** What the page wears, and the ground it then stands on. */
const worn = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    const ground = getComputedStyle(document.body).backgroundColor;
    return [lang, dataset['theme'], dataset['textSize'], ground].join(' ');
  });

/** What stands upon the toolbar icon. */
const badge = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const { chrome: platform } = globalThis as unknown as {
      chrome: { action: { getBadgeText(of: object): Promise<string> } };
    };
    return platform.action.getBadgeText({});
  });

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(24, 23, 21)';

export const readingSettingsStories: Story[] = [
  story('language, theme and text size are the reader’s, at once and on every page', async ({ browser }) => {
    await importSample(browser);
    const page = absPageIn(await browser.openTab());
    await page.tab.goto(absUrl(MARKED));
    assert.match((await page.mark()).text, /^In digest Thu 10 Apr 2025/);
    const popup = await openPopup(browser);
    assert.equal(await worn(popup.tab), `en   ${LIGHT}`);
    const { tab } = await openOptionsPage(browser);

    await choose(tab, 'zh-Hans');
    await eventually(async () => assert.equal(await popup.heading(), '2025年4月10日 周四'));
    await eventually(async () => assert.match((await page.mark()).text, /2025年4月10日 周四/));
    await eventually(async () => assert.match(await worn(tab), /^zh-Hans/));
    await eventually(async () =>
      assert.match(await tab.evaluate(() => document.body.innerText), /以往的导入/),
    );

    await choose(tab, 'dark');
    await choose(tab, 'large');
    for (const each of [tab, popup.tab])
      await eventually(async () => assert.equal(await worn(each), `zh-Hans dark large ${DARK}`));

    await choose(tab, 'en');
    await eventually(async () => assert.match((await page.mark()).text, /^In digest/));
    await eventually(async () => assert.equal(await worn(popup.tab), `en dark large ${DARK}`));

    assert.equal(await badge(tab), '');
    await tab.click(() => document.querySelector('input[name=counts-unread]'));
    await eventually(async () => assert.equal(await badge(tab), '9'));
  }),

  story(
    'axe finds nothing wrong with the options page, whatever its language and theme',
    async ({ browser }) => {
      const { tab } = await openOptionsPage(browser);
      assert.deepEqual(await violations(tab), [], 'first run');
      await importSample(browser);
      for (const language of ['zh-Hans', 'en'])
        for (const theme of ['dark', 'light']) {
          await choose(tab, language);
          await eventually(async () => assert.match(await worn(tab), new RegExp(`^${language}`)));
          await choose(tab, theme);
          await eventually(async () => assert.match(await worn(tab), new RegExp(theme)));
          // Colours change within a moment.
          await eventually(async () => assert.deepEqual(await violations(tab), [], `${language}, ${theme}`));
        }
    },
  ),
];
