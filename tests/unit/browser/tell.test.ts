import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tell } from '../../../lib/browser/tell';

beforeEach(() => fakeBrowser.reset());

test('what goes wrong in the worker is logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  fakeBrowser.runtime.onMessage.addListener((_message, _sender, reply: (answer: object) => void) => {
    reply({ ok: false, message: 'the disk is full' });
    return true;
  });
  tell('silence', 'https://arxiv.org/abs/2504.05309');
  await vi.waitFor(() =>
    expect(log).toHaveBeenCalledWith(
      'Digest Lens:',
      expect.objectContaining({ message: 'the disk is full' }),
    ),
  );
  log.mockRestore();
});
