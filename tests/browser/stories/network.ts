import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from '../launch';
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

  story(
    'no page of the extension can call out: its policy refuses before anything is asked',
    async (scene) => {
      const { browser, network } = scene;
      for (const page of ['options.html', 'library.html', 'popup.html', 'sidepanel.html']) {
        const tab = await browser.openTab();
        await tab.goto(browser.extensionUrl(page));
        const refused = await tab.evaluate(async () => {
          const violation = new Promise<string>((resolve) => {
            addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
              resolve(effectiveDirective),
            );
          });
          const called = await fetch('https://telemetry.example/').then(String, () => 'refused');
          return called === 'refused' ? violation : called;
        });
        assert.equal(refused, 'connect-src', page);
        await tab.close();
      }
      assert.deepEqual(network.strangers(browser.asked), []);
    },
  ),

  story('a request would have been seen', async ({ browser, network }) => {
    const tab = await browser.openTab();
    await tab.goto('https://arxiv.org/abs/2504.05309');
    const answer = await tab.evaluate(() =>
      fetch('https://telemetry.example/').then(String, () => 'refused'),
    );
    assert.equal(answer, 'refused');
    assert.deepEqual(network.strangers(browser.asked), ['https://telemetry.example/']);
    network.forgive('https://telemetry.example/');
  }),
];
