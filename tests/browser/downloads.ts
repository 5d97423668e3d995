import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest } from './under-test';
import { until } from './until';

/** The path of a saved file, once it is whole. A file that is being saved has one that ends in `.part` beside it. */
export function downloaded(browser: BrowserUnderTest, name: RegExp, patience?: number): Promise<string> {
  return until(
    `${String(name)} is saved`,
    async () => {
      const names = readdirSync(browser.downloads);
      if (names.some((each) => each.endsWith('.part'))) return undefined;
      const found = names.find((each) => name.test(each));
      const path = found === undefined ? undefined : join(browser.downloads, found);
      return path !== undefined && statSync(path).size > 0 ? path : undefined;
    },
    patience,
  );
}
