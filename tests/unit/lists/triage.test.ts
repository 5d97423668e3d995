import { expect, test, vi } from 'vitest';
import { createTriage } from '../../../lib/lists/triage';
import { actionOfKey, type Key } from '../../../lib/lists/triage-keys';
import type { ReadingChange, ReadingState } from '../../../lib/paper';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false };

test.each<[Partial<Key> & { key: string }, string | undefined]>([
  [{ key: 'j' }, 'next'],
  [{ key: 'J' }, 'next'],
  [{ key: 'ArrowUp' }, 'previous'],
  [{ key: ' ' }, 'abstract'],
  [{ key: 'm' }, 'read'],
  [{ key: 'g' }, 'next group'],
  [{ key: 'G' }, 'previous group'],
  [{ key: '?' }, 'help'],
  [{ key: 's', ctrlKey: true }, undefined],
  [{ key: 'z', metaKey: true }, undefined],
  [{ key: 'q' }, undefined],
])('%o means %s', (key, action) => {
  expect(actionOfKey({ ...PLAIN, ...key })).toBe(action);
});

/** A worker with a store of its own, which answers when it is told to. */
function scene() {
  const stored = new Map<string, ReadingState>();
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => void waiting.push(resolve));
  const failed = vi.fn<(error: unknown) => void>();
  const triage = createTriage({
    async changeReading({ ids, change }: { ids: string[]; change: ReadingChange }) {
      await turn();
      if (change.note === 'fails') throw new Error('The disk is full.');
      const before = ids.map((id) => stored.get(id) ?? { id, changedAt: 0 });
      for (const state of before) stored.set(state.id, { ...state, ...change });
      return before;
    },
    async putBackReading(before) {
      await turn();
      for (const state of before) stored.set(state.id, state);
    },
    tell: () => {},
    failed,
  });
  /** Lets the worker answer until it has nothing left to do. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 20; quiet += 1) {
      if (waiting.length > 0) quiet = 0;
      waiting.shift()?.();
      await Promise.resolve();
    }
  };
  return { triage, stored, settle, failed };
}

test('a change is shown at once and stored behind', async () => {
  const { triage, stored, settle } = scene();
  triage.change(['1'], { read: true });
  expect(triage.stateOf('1').read).toBe(true);
  expect(stored.size).toBe(0);
  await settle();
  expect(stored.get('1')?.read).toBe(true);
});

test('changes are taken back in turn, also before they are stored', async () => {
  const { triage, stored, settle } = scene();
  triage.change(['1', '2'], { read: true });
  triage.change(['1'], { starred: true });
  expect(triage.undo()?.change).toEqual({ starred: true });
  expect(triage.stateOf('1')).toMatchObject({ read: true });
  expect(triage.stateOf('1').starred).toBeUndefined();
  triage.undo();
  expect(triage.undo()).toBeUndefined();
  expect(triage.stateOf('2').read).toBeUndefined();
  await settle();
  expect([...stored.values()].some(({ read, starred }) => read || starred)).toBe(false);
});

test('what is stored by others is shown, unless the reader is changing it', async () => {
  const { triage, settle } = scene();
  triage.change(['1'], { starred: true });
  triage.know([
    { id: '1', changedAt: 1 },
    { id: '2', read: true, changedAt: 1 },
  ]);
  expect(triage.stateOf('1').starred).toBe(true);
  expect(triage.stateOf('2').read).toBe(true);
  await settle();
  triage.know([{ id: '1', changedAt: 2 }]);
  expect(triage.stateOf('1').starred).toBeUndefined();
});

test('what could not be stored is as it was, and there is nothing to undo', async () => {
  const { triage, settle, failed } = scene();
  triage.change(['1'], { read: true, note: 'fails' });
  await settle();
  expect(failed).toHaveBeenCalledOnce();
  expect(triage.stateOf('1').read).toBeUndefined();
  expect(triage.last()).toBeUndefined();
});
