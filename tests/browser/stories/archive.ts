import { strToU8, zipSync } from 'fflate';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../arxiv-site';
import { openOptionsPage } from '../pages/options-page';
import { openPopup } from '../pages/popup-page';
import { type Story, story } from '../story';
import type { Tab } from '../under-test';
import { eventually, until } from '../until';

/** Sections as an archive of daily digests has them: the day and the subject stand in the path alone. */
function sections(...papers: readonly [id: string, title: string][]): Uint8Array {
  const text = papers.map(
    ([id, title]) =>
      `# ${title} \n\n**Authors**: Ada Example, Bo Sample \n\n**Link**: [PDF](https://arxiv.org/pdf/${id}) \n\n**Abstract**: It is told at length. \n`,
  );
  return strToU8(text.join('\n---\n'));
}

/** A repository as a code host packs it: everything under one folder, with files that are no digests. */
function writeRepository(folder: string): string {
  const path = join(folder, 'reports-main.zip');
  const files = {
    'reports-main/README.md': strToU8('# Reports\n\n| Day | Papers |\n| --- | --- |\n| 9-Apr-2025 | 2 |\n'),
    'reports-main/logo.png': strToU8('not looked at'),
    'reports-main/8-Apr-2025/IR/README.md': new Uint8Array(),
    'reports-main/9-Apr-2025/IR/README.md': sections(['2504.10001', 'Ranking'], ['2504.10002', 'Sediment']),
    'reports-main/9-Apr-2025/NLP/README.md': sections(['2504.10002', 'Sediment'], ['2504.10003', 'Grammar']),
    'reports-main/11-Apr-2025/IR/README.md': sections(['2504.10004', 'Queries']),
  };
  writeFileSync(path, zipSync(files));
  return path;
}

export const archiveStories: Story[] = [
  story(
    'a zip archive is imported with the days and subjects of its folders',
    async ({ browser, folder }) => {
      const options = await openOptionsPage(browser);
      await options.choose(writeRepository(folder));
      await eventually(async () => assert.match(await options.text(), /from the path/));
      await eventually(async () => assert.match(await options.text(), /3 files are no digests/));
      await options.confirm();
      assert.match(await options.done(), /^Imported 4 papers from 3 digests: 4 new/);
      const popup = await openPopup(browser);
      await eventually(async () => assert.equal(await popup.day(), '2025-04-11'));
      await popup.tab.press('[');
      await until('the day before is shown', async () => (await popup.day()) === '2025-04-09');
      await eventually(async () =>
        assert.deepEqual(await popup.papers(), ['2504.10001', '2504.10002', '2504.10003']),
      );
      await eventually(async () => assert.match(await popup.text(), /IR, NLP|NLP, IR|IR · NLP/));
    },
  ),

  story(
    'a digest that names no day is not stored before the reader has given one',
    async ({ browser, folder }) => {
      const path = join(folder, 'README.md');
      writeFileSync(path, readFileSync(SAMPLE, 'utf8').replace('# arXiv Daily Report - 10-Apr-2025', ''));
      const options = await openOptionsPage(browser);
      await options.tab.setFiles([path], () => document.querySelector('input[type=file][multiple]'));
      await until('a date is asked for', async () => (await options.text()).includes('Set a date'));
      assert.equal(await canImport(options.tab), false);
      await options.tab.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('input[name=date]');
        if (input) input.value = '2025-04-10';
      });
      await options.tab.click(() => document.querySelector('td form button'));
      await until('the digest can be imported', () => canImport(options.tab));
      await eventually(async () => assert.match(await options.text(), /set by you/));
      await options.confirm();
      assert.match(await options.done(), /^Imported 9 papers from Thu 10 Apr 2025: 9 new/);
    },
  ),
];

function canImport(tab: Tab): Promise<boolean> {
  return tab.evaluate(() =>
    [...document.querySelectorAll('button')].some(
      (button) => button.innerText.startsWith('Import') && !button.disabled,
    ),
  );
}
