import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../../lib/browser/setting-shapes';
import { onSettings, writeSettings } from '../../../lib/browser/settings';

beforeEach(() => fakeBrowser.reset());

test('who listens hears of each change of a setting until they stop', async () => {
  const heard = vi.fn<(settings: Settings) => void>();
  const stop = onSettings(heard);
  await writeSettings({ theme: 'dark' });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(heard.mock.calls[0]?.[0]).toMatchObject({ theme: 'dark' });
  stop();
  expect(fakeBrowser.storage.local.onChanged.hasListeners()).toBe(false);
});
