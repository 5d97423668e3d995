import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fileAt, importsOf, product, reachedFrom, ROOT, tests, textOf } from './support/sources';

const imports = product.flatMap(importsOf);

/**
 * Who may import whom, the ground first: one row a room, and what stands in it may be imported beside the room itself.
 * `:type` allows types alone. A room is a folder, or a file that stands in `lib/` by itself.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'lib/paper': [],
  'lib/crc32': [],
  'lib/read-ahead': [],
  'lib/release-bytes': [],
  'lib/i18n': ['assets', 'lib/paper'],
  'lib/text': [],
  'lib/days': ['lib/paper', 'lib/i18n'],
  'lib/arxiv': ['lib/paper'],
  'lib/stamps': ['lib/paper'],
  'lib/shapes': ['lib/arxiv', 'lib/stamps'],
  'lib/store': ['lib/paper', 'lib/stamps'],
  'lib/digest': ['lib/paper', 'lib/days', 'lib/arxiv', 'lib/i18n', 'lib/crc32', 'lib/release-bytes'],
  'lib/export': ['lib/paper', 'lib/arxiv', 'lib/store:type'],
  'lib/browser': ['lib/paper', 'lib/i18n', 'lib/arxiv', 'lib/shapes', 'lib/store:type', 'lib/digest:type'],
  'lib/find': ['lib/paper', 'lib/days', 'lib/i18n', 'lib/arxiv', 'lib/text', 'lib/store', 'lib/browser:type'],
  'lib/map': ['lib/paper', 'lib/text', 'lib/find'],
  'lib/lists': ['lib/paper', 'lib/days', 'lib/store', 'lib/find'],
  'lib/backup': [
    'lib/paper',
    'lib/arxiv',
    'lib/i18n',
    'lib/shapes',
    'lib/stamps',
    'lib/store',
    'lib/browser',
    'lib/crc32',
    'lib/read-ahead',
  ],
  'lib/import': [
    'lib/paper',
    'lib/days',
    'lib/i18n',
    'lib/store',
    'lib/find:type',
    'lib/digest:type',
    'lib/read-ahead',
    'lib/release-bytes',
  ],
  'lib/answers': ['lib/paper', 'lib/arxiv', 'lib/i18n', 'lib/store', 'lib/find', 'lib/browser'],
  'lib/bug-report': ['lib/store:type', 'lib/browser'],
  components: [
    'assets',
    'lib/paper',
    'lib/days',
    'lib/arxiv',
    'lib/i18n',
    'lib/text',
    'lib/lists',
    'lib/map',
    'lib/find/query',
    'lib/find/search/match-ranges',
    'lib/export',
    'lib/import/wording',
    'lib/backup/restore-wording',
    'lib/store:type',
    'lib/browser:type',
  ],
  entrypoints: ['components', 'lib', 'assets'],
};

/** Within a room: each floor may import itself and those before it. */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'lib/store': [
    ['full-disk', 'keys', 'records', 'index-records'],
    ['ranges', 'index-tables', 'upgrades', 'outlines'],
    ['database'],
    ['questions', 'views'],
    ['changes', 'jobs'],
    ['watch'],
  ],
  'lib/digest': [
    ['addresses', 'file', 'format', 'labels', 'word-pattern'],
    ['blocks'],
    ['entries'],
    ['data'],
    ['formats'],
    ['read-file'],
    ['digest-parser'],
  ],
  'lib/find': [
    ['index', 'query', 'turns'],
    ['related', 'search'],
    ['ask', 'shelf', 'suggestions'],
    ['finder', 'papers-with'],
    ['engine'],
  ],
  components: [['arxiv', 'page'], ['paper'], ['library', 'map', 'options', 'popup']],
};

const isWithin = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

/** By whole segments of the path: the room of `lib/paper-map` is not `lib/paper`. */
function roomOf(path: string): string {
  const bare = path.replace(/\.tsx?$/, '');
  const room = Object.keys(ROOMS)
    .filter((each) => isWithin(bare, each))
    .toSorted((a, b) => b.length - a.length)[0];
  return room ?? bare;
}

const isOwn = (path: string): boolean => /^(?:lib|components|entrypoints|assets|tests)\//.test(path);

describe('imports point one way', () => {
  test.each(product)('%s', (from) => {
    const room = roomOf(from);
    const allowed = ROOMS[room] ?? [];
    const may = ({ to, isTypeOnly }: { to: string; isTypeOnly: boolean }): boolean =>
      isWithin(to, room) ||
      allowed.some((row) => {
        const [path = '', types] = row.split(':');
        return isWithin(to, path) && (types === undefined || isTypeOnly);
      });
    const wrong = importsOf(from)
      .filter(({ to }) => isOwn(to))
      .filter((edge) => !may(edge))
      .map(({ to }) => `${from} may not import ${to}: ${room} may import ${allowed.join(', ') || 'nothing'}`);
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(FLOORS))('the floors of %s stand upon one another', (room, floors) => {
    const floorOf = (path: string): number =>
      floors.findLastIndex((parts) => parts.some((part) => isWithin(path, `${room}/${part}`)));
    const inside = product.filter((path) => isWithin(path, room)).map((path) => path.replace(/\.tsx?$/, ''));
    expect(inside.filter((path) => floorOf(path) === -1)).toEqual([]);
    const wrong = imports
      .filter(({ from, to }) => isWithin(from, room) && isWithin(to, room))
      .filter(({ from, to }) => floorOf(to) > floorOf(from.replace(/\.tsx?$/, '')))
      .map(({ from, to }) => `${from} may not import ${to}, which stands above it`);
    expect(wrong).toEqual([]);
  });

  test('every file stands in a room that has a row', () => {
    expect(product.filter((path) => !(roomOf(path) in ROOMS))).toEqual([]);
  });
});

test('no files import one another in a circle, not even for types', () => {
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of importsOf(file)) {
      const next = fileAt(to);
      if (next) visit(next, [...path, file]);
    }
    state.set(file, 'done');
  };
  for (const file of product) visit(file, []);
  expect(circles).toEqual([]);
});

test('no entrypoint imports another, and no room of components one that is shown elsewhere', () => {
  const entrypointOf = (path: string) => /^entrypoints\/[^/.]+/.exec(path)?.[0];
  const shownIn = (path: string) => /^components\/(?:popup|library|options|map)/.exec(path)?.[0];
  const wrong = imports
    .filter(({ from, to }) => {
      const [entrypoint, other] = [entrypointOf(from), entrypointOf(to)];
      if (other !== undefined && other !== entrypoint) return true;
      return shownIn(to) !== undefined && shownIn(to) !== shownIn(from) && from.startsWith('components/');
    })
    .map(({ from, to }) => `${from} may not import ${to}`);
  expect(wrong).toEqual([]);
});

test('lib has at most 8 loose files, and no folder more than 24', () => {
  const loose = product.filter((path) => dirname(path) === 'lib');
  expect(loose.slice(8)).toEqual([]);
  const crowded = [...new Set(product.map(dirname))].filter(
    (folder) => product.filter((path) => dirname(path) === folder).length > 24,
  );
  expect(crowded).toEqual([]);
});

/** The names that a file exports, formats excepted: each of those is one of a kind. */
function exportedNames(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).getText(source)] : [];
  });
}

test('no name is exported twice in lib', () => {
  const files = product.filter((path) => path.startsWith('lib/') && !path.includes('/formats/'));
  const exported = files.flatMap((path) => exportedNames(path).map((name) => [name, path] as const));
  const twice = [...new Set(exported.map(([name]) => name))]
    .map((name) => [name, ...exported.filter(([other]) => other === name).map(([, path]) => path)])
    .filter(([, ...paths]) => paths.length > 1)
    .map((words) => words.join(' '));
  expect(twice).toEqual([]);
});

const LONGEST_FUNCTION = 80;

test(`no function is longer than ${LONGEST_FUNCTION} lines`, () => {
  const long = product.flatMap((path) => {
    const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
    const lineOf = (at: number): number => source.getLineAndCharacterOfPosition(at).line;
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        const first = lineOf(node.getStart(source));
        const lines = lineOf(node.end) - first + 1;
        if (lines > LONGEST_FUNCTION) found.push(`${path}:${first + 1} has ${lines} lines`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(long).toEqual([]);
});

/** What only some files may know: a package, or a word in the code. */
const KEEPERS: readonly [what: string, said: RegExp, keepers: readonly string[]][] = [
  ['the database', /^import [^;]*'dexie'/m, ['lib/store']],
  [
    'a table',
    /\bdb\.(?:papers|digests|entries|outlines|imports|sources|readings|supplements|readingStates|restores|index[A-Z]\w*|transaction|tables?)\b/,
    ['lib/store'],
  ],
  ['the browser', /'(?:wxt\/browser|webextension-polyfill)'/, ['lib/browser']],
  ['the browser’s build', /'#imports'/, ['entrypoints']],
  ['the file system', /^import [^;]*'node:/m, []],
  ['the network', /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/, ['lib/browser/own-files.ts']],
  [
    'HTML as text',
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(/,
    [],
  ],
];

test.each(KEEPERS)('%s is named only where it is kept', (_what, said, keepers) => {
  const others = product.filter((path) => !keepers.some((keeper) => isWithin(path, keeper)));
  expect(others.filter((path) => said.test(textOf(path)))).toEqual([]);
});

test('a content script reaches neither database nor engine, and of the browser little', () => {
  const scripts = product.filter((path) => /^entrypoints\/[^/]+\.content\/index\.ts$/.test(path));
  expect(scripts.length).toBe(2);
  const heavy =
    /^(?:dexie|preact|remark|unified|temml|webextension-polyfill)|^lib\/(?:digest|import|find|store|lists)\//;
  const allowed = ['messages', 'tell', 'changes', 'log-error'].map((name) => `lib/browser/${name}`);
  const reached = [...reachedFrom(...scripts).keys()];
  expect(reached.length).toBeGreaterThan(5);
  const wrong = reached.filter(
    (path) => heavy.test(path) || (path.startsWith('lib/browser/') && !allowed.includes(path)),
  );
  expect(wrong).toEqual([]);
});

test('the worker starts without what only an import needs', () => {
  const reached = [...reachedFrom('entrypoints/background.ts').keys()];
  expect(reached.length).toBeGreaterThan(50);
  expect(
    reached.filter((path) => /^(?:remark|unified|htmlparser2|papaparse)|^lib\/digest\//.test(path)),
  ).toEqual([]);
});

test('every file of lib is reached from an entrypoint', () => {
  const entrypoints = product.filter((path) => path.startsWith('entrypoints/'));
  const reached = new Set(entrypoints.flatMap((path) => [...reachedFrom(path).keys()]));
  // A file of types alone is loaded by nobody, and still used.
  for (const { to, isTypeOnly } of imports) if (isTypeOnly) reached.add(to);
  expect(
    product.filter((path) => path.startsWith('lib/') && !reached.has(path.replace(/\.tsx?$/, ''))),
  ).toEqual([]);
});

test('a test of a unit stands where the unit does', () => {
  const units = tests.filter((path) => path.startsWith('tests/unit/'));
  const lost = units.filter((path) => {
    const unit = path.slice('tests/unit/'.length).replace(/\.test\.tsx?$/, '');
    return !['lib', 'components'].some((room) => fileAt(`${room}/${unit}`));
  });
  expect(lost).toEqual([]);
});

test('files are named in kebab case for their one idea', () => {
  const bucket = /^(?:utils?|helpers?|common|misc|manager|types|shared)\./;
  const wrong = [...product, ...tests].filter((path) => {
    const name = basename(path);
    return !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(name) || bucket.test(name);
  });
  expect(wrong).toEqual([]);
});

test('a first install warns of no package that asks for a later Node than the project does', () => {
  const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
  expect(engines.node).toBe('>=20.19');
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { engines?: { node?: string } }>;
  };
  const late = Object.entries(packages).filter(([, { engines: asked }]) =>
    /^>=\s*2[1-9]/.test(asked?.node ?? ''),
  );
  expect(late.map(([path]) => path)).toEqual([]);
});

test('the top level holds what it is meant to hold', () => {
  const visible = readdirSync(ROOT).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  expect(visible.toSorted()).toEqual([
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
  ]);
});
