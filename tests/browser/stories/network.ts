import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from '../launch';
import { openOptionsPage } from '../pages/options-page';
import { type Story, story } from '../story';

/** Namespaces, places of papers, and addresses in the comments and messages of libraries. */
const NAMED = ['arxiv.org', 'bit.ly', 'github.com', 'tinyurl.com', 'wxt.dev', 'www.w3.org'];

export const networkStories: Story[] = [
  story('the extension names no host that it could send anything to', async ({ browser }) => {
    const build = BUILD[browser.name];
    const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:js|json|html|css)$/.test(path),
    );
    assert.ok(files.includes('background.js'));
    const hosts = files.flatMap((path) =>
      [...readFileSync(join(build, path), 'utf8').matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(
        ([, host]) => host ?? '',
      ),
    );
    assert.deepEqual(
      [...new Set(hosts)].filter((host) => !NAMED.includes(host)),
      [],
    );
  }),

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
