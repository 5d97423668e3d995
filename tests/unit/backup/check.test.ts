import 'fake-indexeddb/auto';
import { gzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseRecord } from '../../../lib/backup/check';
import { continueRestore } from '../../../lib/backup/restore';
import { readSettings } from '../../../lib/browser/settings';
import { crc32, hexadecimal } from '../../../lib/crc32';
import { createShelf } from '../../../lib/find/shelf';
import { inWords } from '../../../lib/i18n/sentence';
import { facetsOf, tagsOf } from '../../../lib/lists/facets';
import { NO_FOLLOWER } from '../../../lib/store/changes/follower';
import { LensDatabase } from '../../../lib/store/database';
import { beginImport, pastImports, readingsOf } from '../../../lib/store/jobs/imports';
import { beginRestore, currentRestore } from '../../../lib/store/jobs/restores';
import { countAll } from '../../../lib/store/views/counts';
import { countDays, readDayDigest } from '../../../lib/store/views/day-digest';
import { days } from '../../../lib/store/views/days';
import { marksOf } from '../../../lib/store/views/marks';
import { outlinedDigests } from '../../../lib/store/views/outlined-digests';
import { allReadingStates } from '../../../lib/store/views/reading-states';
import { storedPaper } from '../../../lib/store/views/stored-paper';
import { seededRandom } from '../../training/random';

beforeEach(() => fakeBrowser.reset());

const AT = '0m2abc123.0000.k3j9';
const KEY = '2025-04-10|arxiv daily report|ir';

/** One record of each kind, with every field that it may have. */
const RECORDS: readonly Record<string, Record<string, unknown>>[] = [
  {
    imports: {
      id: 4,
      startedAt: 30,
      name: 'a.md',
      otherFiles: 1,
      state: 'done',
      filesRead: 1,
      digestsToStore: 1,
      digestsStored: 1,
      newPapers: 2,
      papers: 2,
      progress: { files: 1, filesStored: 1, papers: 2, papersStored: 2, took: 3 },
    },
  },
  {
    readings: {
      importId: 4,
      position: 0,
      path: 'a.md',
      format: 'title-table',
      modifiedAt: 1,
      keys: [KEY],
      digests: [
        {
          date: '2025-04-10',
          dateFrom: 'content',
          title: 'arXiv Daily Report',
          ids: ['2504.05309', '2504.05314'],
          newPapers: 2,
          stored: true,
          changed: true,
          key: KEY,
        },
      ],
      problems: [{ line: 3, code: 'digest_rowNoLink' }],
    },
  },
  {
    papers: {
      id: '2504.05309',
      title: 'IterQR',
      authors: ['A B'],
      abstract: 'We rewrite.',
      version: 2,
      tags: ['x'],
    },
  },
  { papers: { id: '2504.05314', title: 'MQL4GRec', authors: ['C D'] } },
  {
    digests: {
      key: KEY,
      date: '2025-04-10',
      title: 'arXiv Daily Report',
      subject: 'IR',
      path: 'a.md',
      importId: 4,
    },
  },
  {
    entries: {
      digest: KEY,
      id: '2504.05309',
      date: '2025-04-10',
      position: 0,
      line: 5,
      importId: 4,
      topics: ['RAG'],
      categories: ['cs.IR'],
      score: 7,
      tldr: 'Short.',
      tags: ['y'],
      comments: '9 pages',
      codeUrl: 'https://github.com/a/b',
      affiliations: ['Lab'],
      announceType: 'new',
      own: { version: 1 },
      lacks: ['abstract'],
    },
  },
  { entries: { digest: KEY, id: '2504.05314', date: '2025-04-10', position: 1, importId: 4 } },
  { supplements: { importId: 4, id: '2504.05314', abstract: 'More.' } },
  {
    readingStates: {
      id: '2504.05309',
      read: true,
      starred: true,
      note: 'n',
      tags: ['t'],
      changedAt: 9,
      stamps: {
        read: AT,
        starred: AT,
        tags: { t: { on: true, at: AT } },
        notes: [{ text: 'n', at: AT }],
        overwritten: { k3j9: AT },
      },
    },
  },
  { settings: { language: 'en', pagesOff: ['abs'], savedSearches: ['rag'], theme: 'dark' } },
];

/** A file as the extension writes it, whatever is in it: its checksum is right. */
function sealed(records: readonly Record<string, unknown>[]): File {
  const header = {
    backup: { format: 'digest-lens', version: 2, createdAt: '2025-04-10T08:00:00.000Z', extension: '0.1.0' },
  };
  const body = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  const counts: Record<string, number> = {};
  for (const table of records.flatMap((line) => Object.keys(line))) counts[table] = (counts[table] ?? 0) + 1;
  const end = { end: { counts, crc32: hexadecimal(crc32(new TextEncoder().encode(body))) } };
  return new File([gzipSync(new TextEncoder().encode(`${body}${JSON.stringify(end)}\n`))], 'b.gz');
}

let databases = 0;

async function restored(records: readonly Record<string, unknown>[]) {
  const db = new LensDatabase(`check-test-${(databases += 1)}`);
  await beginRestore(db, sealed(records), 1);
  await continueRestore(db, async () => NO_FOLLOWER);
  return { db, state: (await currentRestore(db))?.state };
}

/** What pages read when they are opened; nothing of it may fail. */
async function openEveryPage(db: LensDatabase): Promise<void> {
  const shelf = createShelf(await outlinedDigests(db));
  const states = await allReadingStates(db);
  facetsOf(shelf);
  tagsOf(states);
  await countAll(db);
  await countDays(db, '2');
  await marksOf(db, shelf.ids);
  for (const day of await days(db)) await readDayDigest(db, day);
  for (const id of shelf.ids) {
    const found = await storedPaper(db, id);
    for (const { entry } of found?.listings ?? []) {
      (entry.affiliations ?? []).join(', ');
      (entry.tldr ?? '').slice(1);
    }
    (found?.paper.authors ?? []).map((author) => author.toLowerCase());
  }
  for (const { id } of await pastImports(db))
    for (const { problems } of await readingsOf(db, id)) problems.forEach((problem) => inWords(problem));
  const { savedSearches, pagesOff, language } = await readSettings();
  savedSearches.map((search) => search.trim());
  expect(pagesOff.includes('html')).toBeTypeOf('boolean');
  expect(['browser', 'en', 'zh-Hans']).toContain(language);
  // The next import still gets a number.
  const next = await beginImport(db, [{ path: 'n.md', content: new Blob(['x']), modifiedAt: 1 }], 2);
  expect(next).toBeLessThan(1000);
}

test('a backup with every field that there is is restored', async () => {
  const { db, state } = await restored(RECORDS);
  expect(state).toBe('done');
  await openEveryPage(db);
  expect((await storedPaper(db, '2504.05309'))?.listings).toHaveLength(1);
});

const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  1e300,
  '',
  'constructor',
  '__proto__',
  '2025-99-99',
  'javascript:x',
  [],
  [1, null],
  {},
  { length: 3 },
  'x'.repeat(3_000_000),
];

test.each<[string, (records: Record<string, Record<string, unknown>>[]) => void]>([
  [
    'an announcement of no kind',
    (all) => Object.assign(all[5]?.['entries'] ?? {}, { announceType: 'constructor' }),
  ],
  [
    'affiliations that are a text',
    (all) => Object.assign(all[5]?.['entries'] ?? {}, { affiliations: 'abc' }),
  ],
  ['a summary that is an object', (all) => Object.assign(all[5]?.['entries'] ?? {}, { tldr: {} })],
  ['a day that no calendar has', (all) => Object.assign(all[4]?.['digests'] ?? {}, { date: '2025-99-99' })],
  ['an import that is being undone', (all) => Object.assign(all[0]?.['imports'] ?? {}, { state: 'undoing' })],
  ['an entry without its paper', (all) => all.splice(2, 1)],
  ['a digest twice', (all) => all.splice(4, 0, structuredClone(all[4] ?? {}))],
  ['a digest without its import', (all) => Object.assign(all[4]?.['digests'] ?? {}, { importId: 5 })],
  ['a version of 0', (all) => Object.assign(all[2]?.['papers'] ?? {}, { version: 0 })],
  ['an id that is none', (all) => Object.assign(all[3]?.['papers'] ?? {}, { id: '2504.1' })],
  [
    'a stamp of a moment that never comes',
    (all) => Object.assign(all[8]?.['readingStates'] ?? {}, { stamps: { read: 'zzzzzzzzz.zzzz.a' } }),
  ],
  ['a change at no moment', (all) => Object.assign(all[8]?.['readingStates'] ?? {}, { changedAt: 1e300 })],
])('%s is refused with its line', async (_what, change) => {
  const records = structuredClone(RECORDS) as Record<string, Record<string, unknown>>[];
  change(records);
  const { db, state } = await restored(records);
  expect(state).toBe('refused');
  expect((await currentRestore(db))?.hindrance?.[0]?.code).toBe('backup_damagedLine');
  expect(await db.papers.count()).toBe(0);
});

test('a line with a million lists within each other is refused at once', () => {
  const nested = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  expect(parseRecord(`{"papers":{"id":"2504.05309","title":${nested},"authors":[]}}`)).toBeUndefined();
});

test('300 backups with exchanged, missing and foreign fields are refused or harm nothing', async () => {
  const random = seededRandom(14);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  let refused = 0;
  for (let at = 0; at < 300; at += 1) {
    const records = structuredClone(RECORDS) as Record<string, Record<string, unknown>>[];
    for (let change = 0; change < 1 + Math.floor(random() * 2); change += 1) {
      const record = Object.values(pick(records))[0] ?? {};
      const name = pick(Object.keys(record));
      const kind = random();
      if (kind < 0.15) delete record[name];
      else if (kind < 0.3) record[name] = record[pick(Object.keys(record))];
      else record[name] = pick(WRONG);
    }
    const { db, state } = await restored(records);
    expect(['done', 'refused']).toContain(state);
    if (state === 'refused') refused += 1;
    await openEveryPage(db);
    db.close();
  }
  expect(refused).toBeGreaterThan(100);
});
