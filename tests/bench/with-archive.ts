import { existsSync } from 'node:fs';
import { build } from '../browser/build';
import { BUILD, launch } from '../browser/launch';
import { startNetwork } from '../browser/network';
import { openOptionsPage } from '../browser/pages/options-page';
import type { BrowserUnderTest } from '../browser/under-test';
import { withFloorPages } from './floor';
import type { Row } from './row';

/** Storing years of digests takes its time. */
export const PATIENCE_MS = 30 * 60_000;

/** The rows of a bench in each browser, with that archive's papers stored; none where the archive is not there. */
export async function withArchive(
  name: 'archive-ir' | 'archive-ir-nlp',
  bench: (browser: BrowserUnderTest) => Promise<Row[]>,
): Promise<Row[]> {
  const archive = new URL(`../../../shared/digests/${name}.zip`, import.meta.url).pathname;
  if (!existsSync(archive)) {
    console.error(`Skipped, for it needs ../shared/digests/${name}.zip.`);
    return [];
  }
  const rows: Row[] = [];
  for (const browserName of ['chromium', 'firefox'] as const) {
    build(browserName);
    const extension = withFloorPages(BUILD[browserName]);
    const network = await startNetwork(() => undefined);
    const browser = await launch(browserName, { extension, network, headless: true });
    try {
      const options = await openOptionsPage(browser, PATIENCE_MS);
      await options.import(archive);
      await options.tab.close();
      rows.push(...(await bench(browser)));
    } finally {
      await browser.close();
      await network.close();
    }
  }
  return rows;
}
