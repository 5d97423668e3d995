import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PLAIN } from '../../../lib/browser/appearance';
import { type Handlers, send } from '../../../lib/browser/messages';
import { serve } from '../../../lib/browser/serve';
import type { Settings } from '../../../lib/browser/setting-shapes';

beforeEach(() => {
  fakeBrowser.reset();
  // The fake browser names no sender: here a page of the extension sends.
  const sender = { url: fakeBrowser.runtime.getURL('/library.html') };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    (message) =>
      new Promise((resolve) => void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve)),
  );
});

const SETTINGS: Settings = {
  relatedFolded: true,
  pagesOff: ['search'],
  savedSearches: [],
  countsUnread: false,
  language: 'browser',
  ...PLAIN,
};

const HANDLERS: Handlers = {
  wake: async () => {},
  marks: async () => ({ isQuiet: false, marks: {}, settings: SETTINGS, language: 'en', messages: {} }),
  silence: async () => {},
  openDay: async () => {},
  related: async () => Promise.reject(new Error('no index')),
  closeness: async () => ({}),
  changeReading: async () => [],
  putBackReading: async () => {},
  settings: async () => SETTINGS,
  changeSettings: async () => {},
  restore: async () => {},
  deleteDigests: async () => {},
  deleteEverything: async () => {},
};

test('an answer comes back', async () => {
  serve(HANDLERS);
  expect(await send('settings')).toEqual(SETTINGS);
});

test('a failure comes back as an error with its sentence', async () => {
  serve(HANDLERS);
  const asked = send('related', { id: '2504.05309', title: 'IterQR', authors: [] });
  await expect(asked).rejects.toThrow('no index');
});
