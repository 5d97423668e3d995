import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type GivenFile, unpack, type Unpacked } from '../../../../lib/digest/file/unpack';
import { inWords } from '../../../../lib/i18n/sentence';

const all = async (...files: GivenFile[]): Promise<Unpacked[]> => {
  const found: Unpacked[] = [];
  for await (const each of unpack(files)) found.push(each);
  return found;
};
const zip = (files: Zippable, path = 'digests.zip') => all({ path, data: zipSync(files) });
const sentences = (found: Unpacked[]) =>
  found.map((each) => (each.kind === 'refused' ? inWords(each.sentence) : each.kind));
const text = strToU8('# 10-Apr-2025\n');

/** Overwrites a number in the directory of an archive with one file. */
function altered(bytes: Uint8Array, at: number, value: number, width: 2 | 4): Uint8Array {
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  if (width === 2) view.setUint16(directory + at, value, true);
  else view.setUint32(directory + at, value, true);
  return bytes;
}

describe('files and archives', () => {
  it('passes a file through', async () => {
    expect(await all({ path: 'a.md', data: text })).toEqual([{ kind: 'file', path: 'a.md', bytes: text }]);
  });
  it('opens an archive and keeps the paths in it', async () => {
    const found = await zip({ 'reports-main': { '10-Apr-2025': { 'README.md': text } } });
    expect(found).toEqual([
      { kind: 'file', path: 'digests.zip/reports-main/10-Apr-2025/README.md', bytes: text },
    ]);
  });
  it('passes quietly over what can be no digest', async () => {
    const found = await zip({ '__MACOSX/a.md': text, '.DS_Store': text, 'a.png': text, '.git/config': text });
    expect(found.every((each) => each.kind === 'ignored')).toBe(true);
  });
  it('does not ignore a picture that was chosen for itself', async () => {
    expect((await all({ path: 'a.png', data: text }))[0]?.kind).toBe('file');
  });
});

describe('an archive that means harm', () => {
  it.each(['../a.md', 'a/../../b.md', '/etc/a.md', 'C:/a.md', '..\\a.md'])(
    '%s leads out of it',
    async (name) => {
      expect(sentences(await zip({ [name]: text }))).toEqual(['This name leads out of the archive.']);
    },
  );
  it('holds a bomb', async () => {
    const found = await zip({ 'a.md': [new Uint8Array(30_000_000), { level: 9 }], 'b.md': text });
    expect(sentences(found)).toEqual(['This file is packed so tightly that it must be a trap.', 'file']);
  });
  it('lies about the size of a file', async () => {
    const data = altered(zipSync({ 'a.md': new Uint8Array(500_000) }), 24, 100, 4);
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual([
      'This file is larger than the archive says: it is not read.',
    ]);
  });
  it('is damaged in the middle of a file', async () => {
    const data = zipSync({ 'a.md': new Uint8Array(500_000).map((_, i) => i * i), 'b.md': text });
    data.fill(255, 200, 300);
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual([
      'This file of the archive is damaged.',
      'file',
    ]);
  });
  it.each([0, 6] as const)('has a letter wrong, packed at level %i', async (level) => {
    const data = zipSync({ 'a.md': [text, { level }] });
    const letter = 30 + 'a.md'.length + 5;
    data[letter] = (data[letter] ?? 0) ^ 1;
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual(['This file of the archive is damaged.']);
  });
  it('is encrypted', async () => {
    const data = altered(zipSync({ 'a.md': text }), 8, 1, 2);
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual(['This file is encrypted.']);
  });
  it('is cut short', async () => {
    const data = zipSync({ 'a.md': text }).subarray(0, 30);
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual([
      'This zip archive is damaged: it has no directory.',
    ]);
  });
  it('holds another archive', async () => {
    expect(sentences(await zip({ 'b.zip': zipSync({ 'a.md': text }) }))).toEqual([
      'An archive inside an archive is not opened.',
    ]);
  });
  it('holds a file that is too large', async () => {
    const data = altered(zipSync({ 'a.md': text }), 24, 70 * 1024 * 1024, 4);
    expect(sentences(await all({ path: 'a.zip', data }))).toEqual([
      'This file has 70 MB; files over 64 MB are not read.',
    ]);
  });
});
