import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE } from '../browser/arxiv-site';
import { build } from '../browser/build';
import type { BrowserName } from '../browser/find-browser';
import { BUILD, launch } from '../browser/launch';
import { startNetwork } from '../browser/network';
import type { BrowserUnderTest } from '../browser/under-test';
import { differences } from '../kill/database-digest';
import { backupOf, type Doing, type Killed, killed, type Killing } from '../kill/kill';

// `npm run -s kill -- chromium 50 worker import`: is the database the same as without 50 kills of the worker?
const [name = 'chromium', kills = '50', victim = 'worker', doing = 'import', seed = '1'] =
  process.argv.slice(2);
const browserName = name as BrowserName;

const ARCHIVE = new URL('../../../shared/digests/archive-ir.zip', import.meta.url).pathname;
if (!existsSync(ARCHIVE)) throw new Error('It needs ../shared/digests/archive-ir.zip.');

const network = await startNetwork(() => undefined);
build(browserName);

async function inBrowser<T>(use: (browser: BrowserUnderTest) => Promise<T>): Promise<T> {
  const browser = await launch(browserName, { extension: BUILD[browserName], network, headless: true });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'lens-kill-'));
const FILES: Record<Doing, () => Promise<string[]>> = {
  import: async () => [ARCHIVE],
  undo: async () => [SAMPLE, ARCHIVE],
  merge: async () => [SAMPLE, ARCHIVE],
  restore: async () => [SAMPLE, await inBrowser((browser) => backupOf(browser, [ARCHIVE], folder))],
};
const files = await FILES[doing as Doing]();
const run = (killing: Killing): Promise<Killed> =>
  inBrowser((browser) => killed(browser, doing as Doing, files, killing));

const killing: Killing = { kills: Number(kills), victim: victim as Killing['victim'], seed: Number(seed) };
const undisturbed = await run({ ...killing, kills: 0 });
const disturbed = await run(killing);
await network.close();
rmSync(folder, { recursive: true });

const different = differences(undisturbed.digest, disturbed.digest);
console.log(disturbed.digest);
console.log(
  `${name}, ${doing}: ${disturbed.hits} of ${kills} kills of the ${victim} came while it was at work.`,
);
console.log(different.length === 0 ? 'The database is the same.' : `It differs in ${different.join(', ')}.`);
process.exitCode = different.length === 0 ? 0 : 1;
