import browser from 'webextension-polyfill';

const BADGE_COLOUR = '#0b6b5e';

/** Shows a few characters on the toolbar icon; an empty text takes them away. */
export async function showBadge(text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  await browser.action.setBadgeText({ text });
}

/** Gives one tab the filled icon and a title, until the tab goes elsewhere. */
export async function showFound(tabId: number, title: string): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ tabId, path: { 16: '/icon-16.png', 32: '/icon-32.png' } }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
