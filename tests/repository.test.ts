import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['entrypoints', 'components', 'lib', 'tests'];
const TOP_LEVEL = [
  'LICENSE',
  'README.md',
  'assets',
  'components',
  'entrypoints',
  'lib',
  'package-lock.json',
  'package.json',
  'tests',
  'tsconfig.json',
  'wxt.config.ts',
];

interface Import {
  from: string;
  /** A path from the root for our own files, else the name of a package. */
  to: string;
  typeOnly: boolean;
}

const sources = ROOMS.flatMap((room) => filesUnder(room)).filter((path) => /\.tsx?$/.test(path));
const imports = sources.flatMap(importsOf);

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map(([, type, name = '', dynamic]) => ({
    from,
    to: ownPath(from, dynamic ?? name),
    typeOnly: type !== undefined,
  }));
}

function ownPath(from: string, name: string): string {
  return name.startsWith('.')
    ? relative(ROOT, resolve(ROOT, dirname(from), name)).replace(/\.tsx?$/, '')
    : name;
}

/** Who may import whom, by the beginning of the path; the first row that fits a file counts. */
const ARROWS: [from: string, allowed: string[]][] = [
  ['tests/', ['']],
  ['entrypoints/', ['entrypoints/', 'components/', 'lib/', 'assets/']],
  [
    'components/',
    [
      'components/',
      'lib/announcement-date',
      'lib/author-fold',
      'lib/day-bars',
      'lib/export/',
      'lib/i18n/',
      'lib/import-summary',
      'lib/print-day',
      'lib/report-day',
      'lib/print-moment',
      'lib/restore-summary',
      'lib/row-offsets',
      'lib/search/chips',
      'lib/search/marks',
      'lib/storage-space',
      'lib/triage-keys',
      'lib/text/',
      'lib/paper',
      'lib/paper-map/',
    ],
  ],
  ['lib/paper-map', ['lib/paper-map/', 'lib/related/', 'lib/index/term-counts', 'lib/text/', 'lib/paper']],
  ['lib/day-bars', ['lib/paper']],
  ['lib/paper', []],
  ['lib/announcement-date', ['lib/paper']],
  ['lib/appearance', []],
  ['lib/print-day', ['lib/i18n/', 'lib/paper']],
  ['lib/i18n/', ['lib/i18n/', 'assets/']],
  ['lib/text/', ['lib/text/']],
  ['lib/arxiv/', ['lib/arxiv/', 'lib/paper']],
  ['lib/backup/', ['lib/backup/', 'lib/crc32', 'lib/i18n/', 'lib/store/', 'lib/paper', 'lib/read-ahead']],
  ['lib/read-ahead', []],
  ['lib/let-go', []],
  [
    'lib/digest/',
    [
      'lib/digest/',
      'lib/arxiv/',
      'lib/crc32',
      'lib/let-go',
      'lib/i18n/',
      'lib/announcement-date',
      'lib/paper',
    ],
  ],
  ['lib/store/', ['lib/store/', 'lib/appearance', 'lib/i18n/', 'lib/paper']],
  ['lib/export/', ['lib/export/', 'lib/store/listed-papers', 'lib/paper']],
  ['lib/index/', ['lib/index/', 'lib/text/', 'lib/store/', 'lib/paper']],
  ['lib/related.ts', ['lib/related/', 'lib/index/', 'lib/text/', 'lib/paper']],
  ['lib/related/', ['lib/related/', 'lib/index/', 'lib/text/', 'lib/paper']],
  ['lib/search.ts', ['lib/search/', 'lib/index/', 'lib/text/', 'lib/arxiv/', 'lib/paper']],
  ['lib/search/', ['lib/search/', 'lib/index/', 'lib/text/', 'lib/arxiv/', 'lib/paper']],
  ['lib/', ['lib/']],
];

/** Packages that only some files may know. */
const KEEPERS: [name: RegExp, keepers: string[]][] = [
  [/^dexie$/, ['lib/store/']],
  [/^webextension-polyfill$/, ['lib/platform.ts']],
  [/^(wxt\/browser|#imports)$/, ['lib/messages.ts', 'lib/store/', 'entrypoints/']],
  [/^node:/, ['tests/']],
];

const isOwn = (path: string) =>
  ROOMS.some((room) => path.startsWith(`${room}/`)) || path.startsWith('assets/');

describe('imports point one way', () => {
  test.each(sources)('%s', (from) => {
    const [, allowed] = ARROWS.find(([start]) => from.startsWith(start)) ?? ['', []];
    const wrong = imports
      .filter((edge) => edge.from === from && isOwn(edge.to))
      // A component may name the types that it is given, wherever they are made.
      .filter((edge) => !(edge.typeOnly && (from.startsWith('components/') || from === 'lib/messages.ts')))
      .filter((edge) => !allowed.some((start) => edge.to.startsWith(start)))
      .map((edge) => `${from} may not import ${edge.to}: it may import ${allowed.join(', ') || 'nothing'}`);
    expect(wrong).toEqual([]);
  });
});

test('only the keepers know the browser, the database and the file system', () => {
  const wrong = imports.flatMap(({ from, to }) =>
    KEEPERS.filter(
      ([name, keepers]) => name.test(to) && ![...keepers, 'tests/'].some((at) => from.startsWith(at)),
    ).map(([, keepers]) => `${from} may not import ${to}: only ${keepers.join(', ')} may`),
  );
  expect(wrong).toEqual([]);
});

/** What a script holds that begins with these files, and by which file each came in. */
function reachedFrom(...entrypoints: string[]): [to: string, from: string][] {
  const reached = new Map<string, string>();
  const visit = (path: string) => {
    for (const edge of imports.filter((other) => other.from === path && !other.typeOnly)) {
      if (reached.has(edge.to)) continue;
      reached.set(edge.to, path);
      const next = sources.find((file) => [`${edge.to}.ts`, `${edge.to}.tsx`].includes(file));
      if (next) visit(next);
    }
  };
  entrypoints.forEach(visit);
  return [...reached];
}

test('a content script imports neither the database, nor Markdown, nor the engine', () => {
  const heavy =
    /^(dexie|preact|remark|unified|fflate|webextension-polyfill)|^lib\/(digest|import$|index|related|search|platform)/;
  const reached = reachedFrom('entrypoints/paper.content/index.ts', 'entrypoints/items.content/index.ts');
  expect(reached.length).toBeGreaterThan(5);
  expect(reached.filter(([to]) => heavy.test(to))).toEqual([]);
});

test('the worker starts without what only an import needs', () => {
  const reached = reachedFrom('entrypoints/background.ts');
  expect(reached.length).toBeGreaterThan(50);
  expect(reached.filter(([to]) => /^(remark|unified|htmlparser2|papaparse)|^lib\/digest\//.test(to))).toEqual(
    [],
  );
});

test('files are named in kebab case for their one idea', () => {
  const bucket = /^(utils?|helpers?|common|misc|manager|types|shared)\./;
  const wrong = sources.filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(name) || bucket.test(name);
  });
  expect(wrong).toEqual([]);
});

test('the page is never written as HTML text', () => {
  const unsafe = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(/;
  const product = sources.filter((path) => !path.startsWith('tests/'));
  expect(product.filter((path) => unsafe.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test('nothing in the product asks another host for anything', () => {
  const product = sources.filter((path) => !path.startsWith('tests/') && path !== 'lib/platform.ts');
  const asking = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/;
  expect(product.filter((path) => asking.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test('the top level holds what it is meant to hold', () => {
  const visible = readdirSync(ROOT).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  expect(visible.toSorted()).toEqual(TOP_LEVEL);
});
