// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useReading } from '../../../entrypoints/library/use-reading';
import { tellReadingChanged } from '../../../lib/browser/changes';
import { changeReadingStates } from '../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../lib/store/database';

beforeEach(() => fakeBrowser.reset());

test('the library hears of what is done elsewhere with papers, as long as it is there', async () => {
  const db = new LensDatabase(crypto.randomUUID());
  const root = document.createElement('div');
  function Starred() {
    const { states } = useReading(db, []);
    return <p>{[...states.values()].map(({ id, starred }) => starred && id)}</p>;
  }
  render(<Starred />, root);
  const { onChanged } = fakeBrowser.storage.local;
  await vi.waitFor(() => expect(onChanged.hasListeners()).toBe(true));

  await changeReadingStates(db, ['2504.05309'], { starred: true }, 1);
  await tellReadingChanged(['2504.05309'], 1);
  await vi.waitFor(() => expect(root.textContent).toBe('2504.05309'));

  render(null, root);
  expect(onChanged.hasListeners()).toBe(false);
});
