import assert from 'node:assert/strict';
import { type Story, story } from '../story';
import { importSample } from './abs-page';

export const addressBarStories: Story[] = [
  story(
    'dl in the address bar finds papers, and leads to the search or to one of them',
    async ({ browser }) => {
      await importSample(browser);
      const found = await browser.suggestions('generative recommendation');
      const [first = ''] = found.map((description) => description.replaceAll(/<\/?\w+>/g, ''));
      assert.match(first, /Generative .*Recommendation.* – .*10 Apr 2025$/);
      assert.deepEqual(await browser.suggestions('nothing of the kind whatsoever'), []);

      assert.equal(
        await browser.enterInAddressBar('rewriting & <b>'),
        browser.extensionUrl('library.html?q=rewriting%20%26%20%3Cb%3E'),
      );
    },
  ),
];
