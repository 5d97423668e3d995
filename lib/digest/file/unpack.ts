import { say } from '../../i18n/translate';
import type { Sentence } from '../../paper';
import { anyOf, either } from '../word-pattern';
import { LARGEST_FILE_BYTES, tooLarge } from './decode';
import { inWindows, type ReadBytes, readDirectory, unpackEntry, type ZipEntry } from './zip';

/** A file as the options page hands it over: dropped, chosen, or found in a folder. */
export interface GivenFile {
  path: string;
  data: Blob | Uint8Array;
  /** The file came with its folder and was not chosen by itself, so a picture is passed over without a word. */
  isFromFolder?: boolean;
}

export type Unpacked =
  | { kind: 'file'; path: string; bytes: Uint8Array<ArrayBuffer> }
  /** The file cannot be a digest: it is a picture, a script or a setting. It is counted and not reported. */
  | { kind: 'ignored'; path: string }
  | { kind: 'refused'; path: string; sentence: Sentence };

/** The unpacked files of one archive may have this size together, ten times that of the largest known archive. */
const LARGEST_ARCHIVE_BYTES = 2 * 1024 * 1024 * 1024;
const MOST_ENTRIES = 100_000;
/** Text shrinks to a third or a tenth when it is packed. What shrinks more than this is made to fill the memory. */
const HIGHEST_RATIO = 200;
const SMALL_BYTES = 1024 * 1024;

const TOOLS_FOLDERS = anyOf('__MACOSX, .git, .github, .vscode, .idea, node_modules, __pycache__');
const NOTES = anyOf('Thumbs.db, desktop.ini, LICENSE, CNAME, Makefile, requirements.txt');
const OTHER_ENDINGS = anyOf(
  // Pictures, documents and fonts.
  'png, jp(e)g, gif, svg, webp, ico, bmp, tif(f), heic, pdf, ps, doc(x), xls(x), ppt(x), woff(2), ttf, otf, eot',
  // Sound and film.
  'mp3, mp4, mov, avi, wav',
  // Programs and what they are built from.
  'py, pyc, ipynb, js, mjs, cjs, ts, tsx, jsx, css, scss, less, map, sh, bat, ps1, rb, go, rs, java, c, cpp, h',
  'exe, dll, so, lock, toml, ini, cfg, gitignore',
  // Databases, and archives that are not zip.
  'db, sqlite, sqlite3, pkl, npy, npz, parquet, bin, 7z, rar, gz, bz2, xz, tar',
);

/** Files of a folder or an archive that cannot be digests, among them all whose name begins with a dot. */
const NO_DIGEST = new RegExp(
  either(
    String.raw`(?:^|\/)${TOOLS_FOLDERS}\/`,
    String.raw`(?:^|\/)\.[^/]+$`,
    String.raw`(?:^|\/)${NOTES}$`,
    String.raw`\.${OTHER_ENDINGS}$`,
  ),
  'i',
);

function isNoDigest(path: string): boolean {
  return NO_DIGEST.test(path);
}

/** One file among those that were given, also from inside an archive. Nothing of it is read before it is opened. */
export interface FoundFile {
  /** Its place among all of them, from 0: the same each time. */
  position: number;
  path: string;
  /** The file that was given: this one, or the archive that holds it. */
  given: GivenFile;
  open(): Promise<Unpacked>;
}

type Unnumbered = Pick<FoundFile, 'path' | 'open'>;

/** Lists the files that were given and those in their archives, of which the directory alone is read. */
export async function* listFiles(
  files: Iterable<GivenFile> | AsyncIterable<GivenFile>,
): AsyncGenerator<FoundFile> {
  let position = 0;
  for await (const given of files)
    for await (const found of filesIn(given)) {
      yield { ...found, position, given };
      position += 1;
    }
}

/** All of them, one file at a time: only that one is in memory. */
export async function* unpack(
  files: Iterable<GivenFile> | AsyncIterable<GivenFile>,
): AsyncGenerator<Unpacked> {
  for await (const found of listFiles(files)) yield await found.open();
}

async function* filesIn({ path, data, isFromFolder }: GivenFile): AsyncGenerator<Unnumbered> {
  const blob = data instanceof Blob ? data : new Blob([Uint8Array.from(data)]);
  const isIgnored = isFromFolder === true && isNoDigest(path);
  if (isIgnored) yield { path, open: async () => ({ kind: 'ignored', path }) };
  else if (await isZip(blob)) yield* filesInZip(path, blob);
  else if (blob.size > LARGEST_FILE_BYTES) yield refused(path, tooLarge(blob.size));
  else
    yield {
      path,
      open: async () => ({ kind: 'file', path, bytes: new Uint8Array(await blob.arrayBuffer()) }),
    };
}

const refused = (path: string, sentence: Sentence): Unnumbered => ({
  path,
  open: async () => ({ kind: 'refused', path, sentence }),
});

async function isZip(blob: Blob): Promise<boolean> {
  const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

async function* filesInZip(path: string, blob: Blob): AsyncGenerator<Unnumbered> {
  const entries = await readDirectory(blob);
  if (!entries) {
    yield refused(path, say('digest_noDirectory'));
    return;
  }
  if (entries.length > MOST_ENTRIES) {
    yield refused(path, say('digest_tooManyFiles', entries.length, MOST_ENTRIES));
    return;
  }
  const read = inWindows(blob);
  let total = 0;
  for (const entry of entries) {
    const inner = `${path}/${entry.name}`;
    if (entry.name.endsWith('/')) continue;
    if (isNoDigest(entry.name)) {
      yield { path: inner, open: async () => ({ kind: 'ignored', path: inner }) };
      continue;
    }
    const sentence = whyRefused(entry, total);
    if (sentence) {
      yield refused(inner, sentence);
      continue;
    }
    total += entry.size;
    yield { path: inner, open: () => openEntry(read, entry, inner) };
  }
}

async function openEntry(read: ReadBytes, entry: ZipEntry, path: string): Promise<Unpacked> {
  const bytes = await unpackEntry(read, entry, LARGEST_FILE_BYTES);
  return bytes instanceof Uint8Array
    ? { kind: 'file', path, bytes }
    : { kind: 'refused', path, sentence: bytes.sentence };
}

function whyRefused(entry: ZipEntry, total: number): Sentence | undefined {
  if (/^(?:\/|[a-z]:)/i.test(entry.name) || entry.name.split('/').includes('..')) {
    return say('digest_leadsOut');
  }
  if (entry.isEncrypted) return say('digest_encrypted');
  if (/\.zip$/i.test(entry.name)) return say('digest_archiveInside');
  if (entry.size > LARGEST_FILE_BYTES) return tooLarge(entry.size);
  if (entry.size > SMALL_BYTES && entry.size > entry.packedSize * HIGHEST_RATIO) {
    return say('digest_trap');
  }
  if (total + entry.size > LARGEST_ARCHIVE_BYTES) return say('digest_archiveTooLarge');
  return undefined;
}
