import assert from 'node:assert/strict';
import { SAMPLE } from '../arxiv-site';
import { type ReportPaper, writeReport } from '../digest-files';
import { openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { absUrl, type Story, story } from '../story';
import { until } from '../until';
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
    return writeReport(folder, day, papers);
  });
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
    await until('the first digests are stored', async () => /[1-9]\d* of 28/.test(await options.status()));
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

  story('what was imported is there after the browser was restarted', async ({ browser }) => {
    await importSample(browser);
    await browser.restart();
    const page = await openAbsPage(browser, absUrl(MARKED));
    assert.match((await page.mark()).text, /^In digest/);
    const options = await openOptionsPage(browser);
    assert.match(await options.import(SAMPLE), /nothing new/i);
  }),
];
