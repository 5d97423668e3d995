import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { followDay } from '../../../lib/lists/follow-day';
import { deleteDigest } from '../../../lib/store/changes/delete';
import { putDigests } from '../../../lib/store/changes/put-digests';
import { LensDatabase } from '../../../lib/store/database';
import { digestKey } from '../../../lib/store/keys';
import { type DayWithStates, readDayDigest } from '../../../lib/store/views/day-digest';

const DAY = '2025-04-10';
const digest = (title: string, ...ids: string[]) => ({
  date: DAY,
  title,
  path: `${title}.md`,
  entries: ids.map((id) => ({ id, title: `Of ${id}`, authors: [] })),
});

/** A database with one digest of the day, which is shown, and what its follower tells. */
async function followed() {
  const db = new LensDatabase(crypto.randomUUID());
  await putDigests(db, [digest('One', '2504.05301', '2504.05302')], 1);
  const { digest: shown } = await readDayDigest(db, DAY);
  const tell = vi.fn<(day: DayWithStates) => void>();
  const follow = () =>
    followDay(db, shown, {
      tell,
      failed: (error) => {
        throw error;
      },
    });
  return { db, tell, follow };
}

const told = (tell: { mock: { calls: [DayWithStates][] } }) =>
  tell.mock.calls.at(-1)?.[0].digest.entries.map(({ paper }) => paper.id);

test('a digest in whose place another of the same size has come is told of', async () => {
  const { db, tell, follow } = await followed();
  const stop = follow();
  await deleteDigest(db, digestKey({ date: DAY, title: 'One' }));
  await putDigests(db, [digest('Two', '2504.05303', '2504.05304')], 2);
  await vi.waitFor(() => expect(told(tell)).toEqual(['2504.05303', '2504.05304']), 5000);
  stop();
});

test('a digest that grows under the same name is told of', async () => {
  const { db, tell, follow } = await followed();
  const stop = follow();
  await putDigests(db, [digest('One', '2504.05301', '2504.05302', '2504.05309')], 2);
  await vi.waitFor(() => expect(told(tell)).toEqual(['2504.05301', '2504.05302', '2504.05309']), 5000);
  stop();
});

test('what has changed before anyone could listen is told of', async () => {
  const { db, tell, follow } = await followed();
  await putDigests(db, [digest('One', '2504.05309')], 2);
  const stop = follow();
  await vi.waitFor(() => expect(told(tell)).toContain('2504.05309'), 5000);
  stop();
});

test('digests of other days are not told of', async () => {
  const { db, tell, follow } = await followed();
  const stop = follow();
  await putDigests(db, [{ ...digest('One', '2504.05308'), date: '2025-04-11' }], 2);
  await putDigests(db, [digest('One', '2504.05309')], 3);
  await vi.waitFor(() => expect(tell).toHaveBeenCalled(), 5000);
  for (const [day] of tell.mock.calls) expect(day.digest.entries).toHaveLength(3);
  stop();
});
