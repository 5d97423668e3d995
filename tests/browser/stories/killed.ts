import assert from 'node:assert/strict';
import { differences } from '../../kill/database-digest';
import { isAtWork, killed, openBarePage } from '../../kill/kill';
import { SAMPLE } from '../arxiv-site';
import { type ReportPaper, writeDigest } from '../digest-files';
import { BUILD, launch } from '../launch';
import { openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { openYourData } from '../pages/your-data';
import { storedRecords } from '../stored-records';
import { absUrl, type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample, MARKED } from './abs-page';

const DAYS = 28;
const PAPERS_A_DAY = 60;

/** Enough days that the worker is still at it when it is stopped. */
function writeMonth(folder: string): string[] {
  const days = Array.from({ length: DAYS }, (_, i) => `2025-02-${String(i + 1).padStart(2, '0')}`);
  return days.map((day, d) => {
    const papers = Array.from({ length: PAPERS_A_DAY }, (_, p): ReportPaper => {
      const number = String(d * PAPERS_A_DAY + p + 1).padStart(5, '0');
      return {
        id: `2502.${number}`,
        title: `Paper ${number} about subject ${p % 7}`,
        abstract: `Sentence ${number} of many words on subject ${p % 7}. `.repeat(20),
      };
    });
    return writeDigest(folder, day, papers);
  });
}

/** The list of past imports, as text. */
function pastImports(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.querySelector<HTMLElement>('[aria-labelledby=past]')?.innerText ?? '');
}

/** How many records there are, and how many papers the index holds. */
async function storedCounts(tab: Tab): Promise<Record<string, number>> {
  const tables = ['papers', 'digests', 'entries', 'readingStates', 'indexState', 'indexRemovals'];
  const stored = await storedRecords(tab, tables);
  const rows = (table: string): unknown[] =>
    (stored[table] ?? '')
      .split('\n')
      .filter(Boolean)
      .map((row) => JSON.parse(row));
  const [state] = rows('indexState') as { units: { papers: number }[] }[];
  const removed = (rows('indexRemovals') as { ids: string[] }[]).flatMap(({ ids }) => ids).length;
  const units = state?.units.reduce((sum, { papers }) => sum + papers, 0) ?? 0;
  const counted = tables.slice(0, 4).map((table): [string, number] => [table, rows(table).length]);
  return { ...Object.fromEntries(counted), indexed: units - removed };
}

export const killedStories: Story[] = [
  story('a page is marked though the worker was stopped before', async ({ browser }) => {
    await importSample(browser);
    await browser.stopWorker();
    const page = await openAbsPage(browser, absUrl(MARKED));
    assert.match((await page.mark()).text, /^In digest/);
    assert.ok((await page.related()).length > 0);
  }),

  story('an import goes on though its page is closed and the worker stopped', async ({ browser, folder }) => {
    const files = writeMonth(folder);
    const options = await openOptionsPage(browser);
    await options.choose(...files);
    await options.confirm();
    await until('digests are being stored', async () =>
      /[1-9]\d* of 28|^Imported/.test(await options.status()),
    );
    await options.tab.close();
    await browser.stopWorker();
    // Whatever the reader does next wakes the worker.
    const popup = await openPopup(browser);
    await until('the last day is there', async () => {
      await popup.reopen();
      return (await popup.day()) === '2025-02-28';
    });
    const again = await openOptionsPage(browser);
    const status = await again.import(...files);
    assert.match(status, /^Imported 1,?680 papers/);
    assert.match(status, /nothing new/i, 'every paper of every day had been stored');
  }),

  story('an import goes on by itself though no page is left', async ({ browser, folder }) => {
    const options = await openOptionsPage(browser);
    await options.choose(...writeMonth(folder));
    await options.confirm();
    await until('digests are being stored', async () =>
      /[1-9]\d* of 28|^Imported/.test(await options.status()),
    );
    await options.tab.close();
    await browser.stopWorker();
    const tab = await openBarePage(browser);
    // The browser starts the worker again within half a minute.
    await until('the import is done', async () => !(await isAtWork(tab)), 90_000);
    const again = await openOptionsPage(browser);
    await eventually(async () => assert.match(await pastImports(again.tab), /28\s+1,680/));
  }),

  story('an import goes on by itself though the extension is updated meanwhile', async (scene) => {
    const { browser, folder } = scene;
    const files = writeMonth(folder);
    const options = await openOptionsPage(browser);
    await options.choose(...files);
    await options.confirm();
    assert.ok(await isAtWork(options.tab), 'it is at work');
    await browser.updateExtension();
    const tab = await openBarePage(browser);
    await until('the import is done', async () => !(await isAtWork(tab)), 90_000);
    const again = await openOptionsPage(browser);
    await eventually(async () => assert.match(await pastImports(again.tab), /28\s+1,680/));
    assert.match(await again.import(...files), /^Imported 1,?680 papers.*nothing new/is);
  }),

  story('two windows import, and others delete and read meanwhile', async ({ browser, folder }) => {
    await importSample(browser);
    const [first, second] = [await openOptionsPage(browser), await openOptionsPage(browser)];
    const [data, popup] = [await openYourData(browser), await openPopup(browser)];
    await first.choose(...writeMonth(folder));
    await second.choose(writeDigest(folder, '2025-03-01', [{ id: '2503.00001', title: 'One more' }]));
    await first.confirm();
    await second.confirm();
    for (const key of ['j', 's']) await popup.tab.press(key);
    await data.press('Delete arXiv');
    assert.match(await second.done(), /^Imported 1 paper /);
    const tab = await openBarePage(browser);
    await until('all is done', async () => !(await isAtWork(tab)));
    await eventually(async () => {
      const counts = await storedCounts(tab);
      assert.deepEqual(counts, { papers: 1681, digests: 29, entries: 1681, readingStates: 1, indexed: 1681 });
    });
  }),

  story('an import that was killed again and again ends as one that was not', async (scene) => {
    const { browser, network, folder } = scene;
    const files = writeMonth(folder);
    const disturbed = await killed(browser, 'import', files, { kills: 2, victim: 'worker', seed: 1 });
    const other = await launch(browser.name, { extension: BUILD[browser.name], network, headless: true });
    try {
      const whole = await killed(other, 'import', files, { kills: 0, victim: 'worker', seed: 1 });
      assert.deepEqual(differences(whole.digest, disturbed.digest), []);
    } finally {
      await other.close();
    }
  }),

  story('an import is paused, others go before it, and it goes on', async ({ browser, folder }) => {
    const options = await openOptionsPage(browser);
    await options.choose(...writeMonth(folder));
    await options.confirmAndPress('Pause');
    await eventually(async () => assert.match(await options.status(), /^Paused: \d+ of 28 files/));
    await eventually(async () => assert.equal(await options.state(), 'idle'));
    const status = await options.import(SAMPLE);
    assert.match(status, /^Imported 9 papers/);
    await options.press('Resume');
    await eventually(async () => assert.match(await pastImports(options.tab), /28\s+1,680/), 60_000);
  }),

  story('an import that is cancelled keeps what it has stored, and says so', async ({ browser, folder }) => {
    const options = await openOptionsPage(browser);
    await options.choose(...writeMonth(folder));
    await options.confirmAndPress('Cancel');
    await eventually(async () =>
      assert.match(
        await options.status(),
        /^Imported [\d,]+ papers .* Cancelled: \d+ digests were not imported\./,
      ),
    );
    await eventually(async () => assert.equal(await options.state(), 'done'));
  }),

  story('what was imported is there after the browser was restarted', async ({ browser }) => {
    await importSample(browser);
    await browser.restart();
    const page = await openAbsPage(browser, absUrl(MARKED));
    assert.match((await page.mark()).text, /^In digest/);
    const options = await openOptionsPage(browser);
    assert.match(await options.import(SAMPLE), /nothing new/i);
  }),
];
