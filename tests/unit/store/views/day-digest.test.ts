import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type DatedDigest, putDigests } from '../../../../lib/store/changes/put-digests';
import { changeReadingStates } from '../../../../lib/store/changes/reading-states';
import { LensDatabase } from '../../../../lib/store/database';
import { readFirstDay, readFirstDayEarly } from '../../../../lib/store/views/day-digest';

const digest = (date: string, id: string, subject: string): DatedDigest => ({
  date,
  subject,
  path: `${date}/${subject}.md`,
  entries: [
    { id, title: `Of ${subject}`, authors: ['A. Author'] },
    { id: '2504.05399', title: 'Of both', authors: [] },
  ],
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test('the digest read before Dexie is there is the one that it reads', async () => {
  const name = crypto.randomUUID();
  const db = new LensDatabase(name);
  const digests = [
    digest('2025-04-09', '2504.05301', 'IR'),
    digest('2025-04-10', '2504.05302', 'IR'),
    digest('2025-04-10', '2504.05303', 'NLP'),
  ];
  await putDigests(db, digests, 1);
  await changeReadingStates(db, ['2504.05302'], { starred: true }, 1);
  const latest = (days: readonly string[]) => days.at(-1);
  const early = await readFirstDayEarly(name, latest);
  expect(early).toEqual(await readFirstDay(db, latest));
  expect(early.days).toEqual(['2025-04-09', '2025-04-10']);
  expect(early.first?.digest.entries.map(({ paper, subjects }) => [paper.title, subjects])).toEqual([
    ['Of IR', ['IR']],
    ['Of both', ['IR', 'NLP']],
    ['Of NLP', ['NLP']],
  ]);
  expect([...(early.first?.states.keys() ?? [])]).toEqual(['2504.05302']);
});

test('reading early makes no database where there is none', async () => {
  const name = crypto.randomUUID();
  await expect(readFirstDayEarly(name, () => undefined)).rejects.toThrow(/abort/i);
  expect(await names()).not.toContain(name);
  const { days, first } = await readFirstDay(new LensDatabase(name), () => undefined);
  expect([days, first]).toEqual([[], undefined]);
});

test('reading early leaves a database of an earlier shape to Dexie', async () => {
  const name = crypto.randomUUID();
  const opening = indexedDB.open(name, 10);
  await new Promise((resolve) => {
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('digests'));
    opening.addEventListener('success', resolve);
  });
  opening.result.close();
  await expect(readFirstDayEarly(name, () => undefined)).rejects.toThrow(/objectStore/);
  // The database is not held open, or else the upgrade could not begin.
  const upgrade = indexedDB.open(name, 20);
  await new Promise((resolve) => upgrade.addEventListener('success', resolve));
  upgrade.result.close();
});
