import assert from 'node:assert/strict';
import { type Story, story } from '../story';
import { openOptionsPage } from '../pages/options-page';

export const networkStories: Story[] = [
  story('a request of the extension would have been seen', async ({ browser, network }) => {
    const { tab } = await openOptionsPage(browser);
    const answer = await tab.evaluate(() =>
      fetch('https://telemetry.example/').then(String, () => 'refused'),
    );
    assert.equal(answer, 'refused');
    assert.deepEqual(network.strangers(browser.asked), ['https://telemetry.example/']);
    network.forgive('https://telemetry.example/');
  }),
];
