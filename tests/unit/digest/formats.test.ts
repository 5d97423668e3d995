import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../lib/digest/formats';
import { readFile } from '../../../lib/digest/read-file';

// A new format costs one file in lib/digest/formats, one row in formats.ts and one folder here.
const FIXTURES = 'tests/fixtures/digests';
const EXPECTED = 'expected.json';
const cases = readdirSync(FIXTURES).toSorted();

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .filter((file) => basename(file) !== EXPECTED)
    .toSorted();

const readCase = (name: string) =>
  filesIn(join(FIXTURES, name)).map((file) =>
    readFile({ path: relative(join(FIXTURES, name), file), bytes: readFileSync(file) }),
  );

describe('a digest of the kind', () => {
  it.each(cases)('%s is read as expected', (name) => {
    const results = JSON.parse(JSON.stringify(readCase(name)));
    const expected = join(FIXTURES, name, EXPECTED);
    if (process.env['UPDATE']) writeFileSync(expected, `${JSON.stringify(results, null, 2)}\n`);
    expect(results).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

describe('the list of formats', () => {
  const names = formats.map((format) => format.name);
  it('names every file of the folder, once', () => {
    const files = readdirSync('lib/digest/formats').map((file) => basename(file, '.ts'));
    expect(names.toSorted()).toEqual(files.toSorted());
  });
  it('has a fixture for each', () => {
    const read = new Set(cases.flatMap((name) => readCase(name).map((result) => result.format)));
    expect(names.filter((name) => !read.has(name))).toEqual([]);
  });
});
