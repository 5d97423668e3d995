import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { crc32, hexadecimal } from '../../../lib/crc32';
import { BUILD, launch } from '../launch';
import { openPopup } from '../pages/popup-page';
import { openYourData, type YourData } from '../pages/your-data';
import { byFieldName, storedRecords } from '../stored-records';
import { type Scene, type Story, story } from '../story';
import type { BrowserUnderTest, Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample, MARKED } from './abs-page';
import { openLibrary } from './library';

const TABLES = ['imports', 'readings', 'papers', 'digests', 'entries', 'supplements', 'readingStates'];

const KILLS = Number(process.env['KILLS'] ?? 6);

/** Each kill costs a start, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

/** Tells the worker something, as a page of the extension. */
function tell(tab: Tab, name: string, question?: unknown): Promise<void> {
  return tab.evaluate(
    async (kind, asked) => {
      const { browser: firefox, chrome } = globalThis as unknown as Record<
        string,
        { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined
      >;
      await (firefox ?? chrome)?.runtime.sendMessage({ name: kind, question: asked });
    },
    name,
    question,
  );
}

/** A browser of its own, in which nothing was ever imported. */
async function withFreshBrowser(
  { browser, network }: Scene,
  use: (fresh: BrowserUnderTest) => Promise<void>,
): Promise<void> {
  const fresh = await launch(browser.name, { extension: BUILD[browser.name], network, headless: true });
  try {
    await use(fresh);
  } finally {
    await fresh.close();
  }
}

/** A backup of many days, as another machine would have made it. */
function writeLargeBackup(folder: string): { path: string; papers: number; records: Record<string, string> } {
  const days = 60;
  const papersADay = 250;
  const facts = { filesRead: 1, digestsToStore: days, digestsStored: days, newPapers: days * papersADay };
  const papers = Array.from({ length: days * papersADay }, (_, i) => ({
    id: `2502.${String(i).padStart(5, '0')}`,
    title: `Paper ${i} about ${i === days * papersADay - 1 ? 'xylophones' : `subject ${i % 7}`}`,
    authors: ['Ada Example'],
    abstract: `Sentence ${i} of many words on subject ${i % 7}. `.repeat(20),
  }));
  const records: Record<string, object[]> = {
    imports: [{ id: 1, startedAt: 1, name: 'archive.zip', state: 'done', ...facts }],
    papers,
    digests: [],
    entries: [],
    readingStates: [{ id: '2502.00001', starred: true, changedAt: 1 }],
  };
  const inOrder: [string, object][] = [];
  for (const table of ['imports', 'papers']) inOrder.push(...rows(table, records[table] ?? []));
  for (let day = 0; day < days; day += 1) {
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    const digest = { key: `${date}||`, date, path: 'a.md', importId: 1 };
    const entries = papers.slice(day * papersADay, (day + 1) * papersADay).map(({ id }, position) => ({
      digest: digest.key,
      id,
      date,
      position,
      importId: 1,
    }));
    inOrder.push(['digests', digest], ...rows('entries', entries));
    records['digests']?.push(digest);
    records['entries']?.push(...entries);
  }
  inOrder.push(...rows('readingStates', records['readingStates'] ?? []));

  const header = {
    backup: { format: 'digest-lens', version: 1, createdAt: '2025-04-10', extension: '0.1.0' },
  };
  const lines = [header, ...inOrder.map(([table, record]) => ({ [table]: record }))];
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const counts: Record<string, number> = {};
  for (const [table] of inOrder) counts[table] = (counts[table] ?? 0) + 1;
  const end = { end: { counts, crc32: hexadecimal(crc32(Buffer.from(body))) } };
  const path = join(folder, 'large.jsonl.gz');
  writeFileSync(path, gzipSync(`${body}${JSON.stringify(end)}\n`));
  const texts = Object.entries(records).map(([table, all]) => [
    table,
    all.map((record) => JSON.stringify(record, byFieldName)).join('\n'),
  ]);
  return { path, papers: papers.length, records: Object.fromEntries(texts) as Record<string, string> };
}

const rows = (table: string, records: readonly object[]): [string, object][] =>
  records.map((record) => [table, record]);

export const backupStories: Story[] = [
  story('a backup that is restored in another browser gives everything back, once', async (scene) => {
    const { browser } = scene;
    await importSample(browser);
    const data = await openYourData(browser);
    await tell(data.tab, 'changeReading', { ids: [MARKED], change: { starred: true, note: 'Again!' } });
    await tell(data.tab, 'changeSettings', { relatedFolded: true });
    const path = await data.backUp();
    await eventually(async () => assert.match(await data.text(), /Last backup: .*\d/));
    const stored = await storedRecords(data.tab, TABLES);
    assert.match(stored['readingStates'] ?? '', /Again!/);

    await withFreshBrowser(scene, async (fresh) => {
      const other = await openYourData(fresh);
      const said = await other.restore(path);
      assert.match(said, /9 papers, 1 digest, 1 reading state that were not here/);
      assert.deepEqual(await storedRecords(other.tab, TABLES), stored);
      assert.match(await other.restore(path), /everything in it was here already/);
      assert.deepEqual(await storedRecords(other.tab, TABLES), stored, 'restoring twice changes nothing');
      const popup = await openPopup(fresh);
      await eventually(async () => assert.equal((await popup.papers()).length, 9));
      const library = await openLibrary(fresh, 'query rewrite');
      await eventually(async () =>
        assert.match(await library.evaluate(() => document.body.innerText), /IterQR/),
      );
    });
  }),

  story('a digest that is deleted is gone, and is put back as it was', async ({ browser }) => {
    await importSample(browser);
    const data = await openYourData(browser);
    // An import that is put back gets a number of its own.
    const content = async (): Promise<string> =>
      JSON.stringify(await storedRecords(data.tab, TABLES)).replaceAll(/\\"(importId|id)\\":\d+/g, '$1');
    const stored = await content();
    for (const pressed of [['Delete arXiv'], ['Delete everything', 'Delete everything']]) {
      for (const name of pressed) await data.press(name);
      await eventually(async () =>
        assert.equal((await storedRecords(data.tab, ['papers', 'entries']))['papers'], ''),
      );
      await data.press('Put back');
      await eventually(async () => assert.equal(await data.state(), 'done'));
      await eventually(async () => assert.equal(await content(), stored));
    }
  }),

  story('a damaged backup is refused in a sentence, with nothing changed', async ({ browser, folder }) => {
    await importSample(browser);
    const data = await openYourData(browser);
    const file = readFileSync(await data.backUp());
    const stored = await storedRecords(data.tab, TABLES);
    const text = gunzipSync(file).toString();
    const damaged: [name: string, bytes: Uint8Array | string, says: RegExp][] = [
      ['cut-short.jsonl.gz', file.subarray(0, file.length - 100), /damaged or cut short/],
      [
        'changed.jsonl.gz',
        gzipSync(text.replace('Rewrite', 'Reright')),
        /does not hold what its last line says/,
      ],
      ['newer.jsonl.gz', gzipSync(text.replace('"version":2', '"version":3')), /newer version/],
      ['notes.md', '# Notes\n', /not a backup of Digest Lens/],
    ];
    for (const [name, bytes, says] of damaged) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const said = await data.restore(path);
      assert.match(said, says, name);
      assert.match(said, /nothing has changed/, name);
      assert.deepEqual(await storedRecords(data.tab, TABLES), stored, name);
    }
  }),

  story(`a restore goes on though the worker is stopped ${KILLS} times`, async ({ browser, folder }) => {
    const { path, papers, records } = writeLargeBackup(folder);
    let data = await openYourData(browser, PATIENCE_MS);
    await data.beginRestore(path);
    /** Chromium now and then ends the extension's pages with the worker: then one looks from a new one. */
    const look = async <T>(ask: (from: YourData) => Promise<T>): Promise<T> => {
      try {
        return await ask(data);
      } catch {
        data = await openYourData(browser, PATIENCE_MS);
        return ask(data);
      }
    };
    const state = () => look((from) => from.state());
    const written = () => look((from) => from.written());
    let before = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await until(
        'something more is stored',
        async () => (await state()) === 'done' || (await written()) > before,
        PATIENCE_MS,
      );
      assert.equal(await state(), 'writing', `it was over before it was stopped ${kill} times`);
      before = await written();
      await browser.stopWorker().catch(() => {});
      await look((from) => tell(from.tab, 'restore'));
    }
    await until('the restore is done', async () => (await state()) === 'done', PATIENCE_MS);
    await eventually(async () =>
      assert.match(await data.text(), /15,000 papers, 60 digests, 1 reading state/),
    );
    assert.deepEqual(await storedRecords(data.tab, Object.keys(records)), records);
    await eventually(async () =>
      assert.match(await data.report(), new RegExp(`Index: version \\d+; papers ${papers},`)),
    );
    const library = await openLibrary(browser, 'xylophones');
    await eventually(async () =>
      assert.match(await library.evaluate(() => document.body.innerText), /Paper 14999 about/),
    );
  }),

  story('the bug report counts and names nothing', async ({ browser }) => {
    await importSample(browser);
    const data = await openYourData(browser);
    const report = await data.report();
    assert.match(report, /^Digest Lens \d+\.\d+\.\d+\nBrowser: .*(Chrome|Firefox)/);
    assert.match(report, /papers 9, digests 1, days 1, entries 9/);
    assert.match(report, /Imports: done 1/);
    assert.match(report, /Index: version \d+; papers 9/);
    assert.match(report, /Formats: title-table 1/);
    assert.doesNotMatch(report, /sample|IterQR|Daily Report/);
  }),
];
