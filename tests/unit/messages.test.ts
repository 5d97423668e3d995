import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, send, serve } from '../../lib/messages';

beforeEach(() => fakeBrowser.reset());

const HANDLERS: Handlers = {
  wake: async () => {},
  marks: async () => ({ isQuiet: false, marks: {}, settings: { relatedFolded: false, pagesOff: [] } }),
  silence: async () => {},
  related: async () => Promise.reject(new Error('no index')),
  searchIds: async () => [],
  search: async () => ({ found: [], terms: [] }),
  changeReading: async () => [],
  putBackReading: async () => {},
  settings: async () => ({ relatedFolded: true, pagesOff: ['search'] }),
  changeSettings: async () => {},
  restore: async () => {},
};

test('an answer comes back', async () => {
  serve(HANDLERS);
  expect(await send('settings')).toEqual({ relatedFolded: true, pagesOff: ['search'] });
});

test('a failure comes back as an error with its sentence', async () => {
  serve(HANDLERS);
  const asked = send('related', { id: '2504.05309', title: 'IterQR', authors: [] });
  await expect(asked).rejects.toThrow('no index');
});
