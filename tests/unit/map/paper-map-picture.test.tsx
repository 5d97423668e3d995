// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { PaperMapTable } from '../../../components/map/paper-map-table';
import { mapPapers } from '../../../lib/map/map-papers';
import { papersOfTopics } from '../../support/topics';

test('the table says what the picture shows: every region, its terms, and every paper once', () => {
  const map = mapPapers(
    [...papersOfTopics(8), { id: '2512.00001', title: 'A paper like no other', abstract: 'Of whales.' }],
    undefined,
  );
  const root = document.createElement('div');
  render(<PaperMapTable map={map} />, root);
  const rows = [...root.querySelectorAll('tbody tr')].map((row) => ({
    name: row.querySelector('th')?.textContent,
    count: Number(row.querySelector('.number')?.textContent),
    ids: [...row.querySelectorAll('a')].map(({ href }) => href.replace('https://arxiv.org/abs/', '')),
  }));
  expect(rows.map(({ ids }) => ids)).toEqual([...map.regions.map(({ ids }) => ids), ['2512.00001']]);
  expect(rows.map(({ name }) => name)).toEqual([
    ...map.regions.map(({ name }) => name.join(', ')),
    'In no region',
  ]);
  for (const { count, ids } of rows) expect(count).toBe(ids.length);
});
