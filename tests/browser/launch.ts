import { launchChromium } from './chromium';
import type { BrowserName } from './find-browser';
import { launchFirefox } from './firefox';
import type { BrowserUnderTest, LaunchOptions } from './under-test';

/** Where `wxt build` leaves the extension. */
export const BUILD: Record<BrowserName, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

const LAUNCH: Record<BrowserName, (options: LaunchOptions) => Promise<BrowserUnderTest>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};

export function launch(name: BrowserName, options: LaunchOptions): Promise<BrowserUnderTest> {
  return LAUNCH[name](options);
}
