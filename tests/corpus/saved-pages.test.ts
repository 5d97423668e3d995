// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAbsPage } from '../../lib/arxiv/abs-page';
import { paperLines } from '../../lib/arxiv/listing-pages';
import { pageLayoutAt } from '../../lib/arxiv/paper-pages';

const SHARED = join(import.meta.dirname, '../../../shared/arxiv-pages');

interface SavedPage {
  file: string;
  kind: string;
}

const pages: SavedPage[] = existsSync(SHARED)
  ? (JSON.parse(readFileSync(join(SHARED, 'manifest.json'), 'utf8')) as SavedPage[])
  : [];

function parse(file: string): Document {
  return new DOMParser().parseFromString(readFileSync(join(SHARED, file), 'utf8'), 'text/html');
}

const isList = ({ kind }: SavedPage) => /^(list|catchup$|author-page)/.test(kind);
const isSearch = ({ kind }: SavedPage) => kind === 'search';

/** The ids in order, as the HTML says them, found without a document. */
function idsInSource({ file, kind }: SavedPage): string[] {
  const html = readFileSync(join(SHARED, file), 'utf8');
  const link =
    kind === 'search'
      ? /<p class="list-title[^"]*"><a href="https:\/\/arxiv\.org\/abs\/([\d.]+)/g
      : /<a href ="\/abs\/([^"]+)" title="Abstract"/g;
  return [...html.matchAll(link)].map(([, id]) => id ?? '');
}

/** A generator of its own, so that a failure can be seen again: https://en.wikipedia.org/wiki/Xorshift */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

describe.skipIf(pages.length === 0)('saved pages (need ../shared/arxiv-pages)', { timeout: 30_000 }, () => {
  test.each(pages.filter((page) => isList(page) || isSearch(page)))('$file lists its papers', (page) => {
    const ids = paperLines(parse(page.file), isSearch(page) ? 'search' : 'list').map(({ id }) => id);
    expect(ids).toEqual(idsInSource(page));
    expect(ids.length > 0).toBe(!/empty|no-results/.test(page.file));
  });

  test.each(pages.filter((page) => !isList(page) && !isSearch(page)))('$file lists none', ({ file }) => {
    const document = parse(file);
    expect([...paperLines(document, 'list'), ...paperLines(document, 'search')]).toEqual([]);
  });

  test.each(pages.filter(({ kind }) => !kind.startsWith('abs') && kind !== 'head-only'))(
    '$file shows no paper as an abs page does',
    ({ file }) => {
      expect(readAbsPage(parse(file))).toBeUndefined();
    },
  );

  test.each(pages.filter(({ kind }) => /^abs(?!-404)/.test(kind)))(
    '$file has a line and a box',
    ({ file }) => {
      const document = parse(file);
      const { lines, panels } = pageLayoutAt('https://arxiv.org/abs/2504.05309');
      expect(document.querySelectorAll(lines[0]?.[0] ?? '')).toHaveLength(1);
      expect(document.querySelector(panels[0] ?? '')).not.toBeNull();
    },
  );

  const mutated = pages
    .filter((page) => isList(page) || isSearch(page))
    .flatMap((page) => [1, 2].map((seed) => ({ ...page, seed })));

  test.each(mutated)('$file with items removed, doubled and moved ($seed)', ({ seed, ...page }) => {
    const document = parse(page.file);
    const random = seeded(seed * 7919);
    const items = [...document.querySelectorAll('dl > dt, li.arxiv-result')];
    for (const item of items) {
      const lot = random();
      const other = items[Math.floor(random() * items.length)];
      if (lot < 0.25) item.remove();
      else if (lot < 0.5) item.after(item.cloneNode(true));
      else if (lot < 0.75 && other?.parentNode && other !== item) other.before(item);
    }
    const expected = [...document.querySelectorAll('dl > dt, li.arxiv-result')].map(
      (item) => /abs\/([\d.]+?)(v\d+)?"/.exec(item.outerHTML)?.[1],
    );
    const found = paperLines(document, isSearch(page) ? 'search' : 'list');
    expect(found.map(({ id }) => id)).toEqual(expected);
    for (const { id, place } of found) expect(place.textContent).toContain(id);
  });
});
