import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { downloaded } from '../downloads';
import { openPopup } from '../pages/popup-page';
import { type Story, story } from '../story';
import type { Tab } from '../under-test';
import { until } from '../until';
import { importSample } from './abs-page';
import { openLibrary } from './library';

/** Opens the menu over the list and picks a format. */
async function exportAs(tab: Tab, format: string): Promise<void> {
  await until('the list can be exported', () =>
    tab.evaluate(() => document.querySelector('.export-menu summary') !== null),
  );
  await tab.click(() => document.querySelector('.export-menu summary'));
  await tab.click(
    (name) =>
      [...document.querySelectorAll('.export-menu button')].find((button) => button.textContent === name) ??
      null,
    format,
  );
}

export const exportStories: Story[] = [
  story('the day that the popup shows is saved as BibTeX, which loads', async ({ browser }) => {
    await importSample(browser);
    const popup = await openPopup(browser);
    await exportAs(popup.tab, 'BibTeX');
    const path = await downloaded(browser, /^digest-lens-2025-04-10\.bib$/);
    const { entries, errors } = parseBibtex(readFileSync(path, 'utf8'));
    assert.deepEqual(errors, []);
    assert.deepEqual(
      entries.map(({ fields }) => fields.eprint),
      await popup.papers(),
    );
  }),

  story('what the library found is saved as CSV and as JSON', async ({ browser }) => {
    await importSample(browser);
    const library = await openLibrary(browser, 'day:2025-04-10');
    await exportAs(library, 'CSV');
    const csv = readFileSync(await downloaded(browser, /\.csv$/), 'utf8');
    const { data } = Papa.parse<{ id: string; date: string }>(csv, { header: true, skipEmptyLines: true });
    assert.equal(data.length, 9);
    assert.ok(data.every(({ date }) => date === '2025-04-10'));
    await exportAs(library, 'JSON');
    const json = JSON.parse(readFileSync(await downloaded(browser, /\.json$/), 'utf8')) as { id: string }[];
    assert.deepEqual(
      json.map(({ id }) => id),
      data.map(({ id }) => id),
    );
  }),
];
