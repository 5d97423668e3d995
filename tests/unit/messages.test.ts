import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, send, serve } from '../../lib/messages';

beforeEach(() => fakeBrowser.reset());

const HANDLERS: Handlers = {
  wake: async () => {},
  mark: async (id) => ({ listings: [{ date: '2025-04-10', title: `report of ${id}` }] }),
  related: async () => Promise.reject(new Error('no index')),
  searchIds: async () => [],
  search: async () => ({ found: [], terms: [] }),
  changeReading: async () => [],
  putBackReading: async () => {},
  settings: async () => ({ relatedFolded: false }),
  changeSettings: async () => {},
  readImport: async () => {},
  storeImport: async () => {},
  undoImport: async () => {},
};

test('an answer comes back', async () => {
  serve(HANDLERS);
  expect(await send('mark', '2504.05309')).toEqual({
    listings: [{ date: '2025-04-10', title: 'report of 2504.05309' }],
  });
});

test('a failure comes back as an error with its sentence', async () => {
  serve(HANDLERS);
  const asked = send('related', { id: '2504.05309', title: 'IterQR', authors: [] });
  await expect(asked).rejects.toThrow('no index');
});
