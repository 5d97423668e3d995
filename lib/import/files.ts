import type { DigestParser } from '../digest/digest-parser';
import type { FoundFile, GivenFile, Unpacked } from '../digest/file/unpack';
import { say } from '../i18n/translate';
import type { ReadResult } from '../paper';
import { releaseBytes } from '../release-bytes';
import type { LensDatabase } from '../store/database';
import { sourcesOf } from '../store/jobs/imports';

/** One file of an import, which may lie inside an archive. Its position is the same each time the import is read. */
interface ImportFile {
  position: number;
  path: string;
  modifiedAt: number;
  read: () => ReadResult;
}

/**
 * Every file that was chosen and every file in the chosen archives. `modifiedAt` is the moment at which the chosen
 * file was last changed.
 */
async function* listImport(
  db: LensDatabase,
  importId: number,
  { listFiles }: DigestParser,
): AsyncGenerator<FoundFile & { modifiedAt: number }> {
  const sources = await sourcesOf(db, importId);
  const given = sources.map(({ path, content }) => ({
    path,
    data: content,
    isFromFolder: path.includes('/'),
  }));
  const modifiedAt = new Map<GivenFile, number>(
    given.map((file, at) => [file, sources[at]?.modifiedAt ?? 0]),
  );
  for await (const found of listFiles(given))
    yield { ...found, modifiedAt: modifiedAt.get(found.given) ?? 0 };
}

/** The files of an import at the wanted positions; the others are passed over without being unpacked. */
export async function* filesOf(
  db: LensDatabase,
  importId: number,
  parser: DigestParser,
  isWanted: (position: number) => boolean,
): AsyncGenerator<ImportFile> {
  for await (const { position, path, modifiedAt, open } of listImport(db, importId, parser)) {
    if (!isWanted(position)) continue;
    const file = await open();
    yield { position, path, modifiedAt, read: () => readUnpacked(file, parser) };
    if (file.kind === 'file') releaseBytes(file.bytes);
  }
}

/** How many files there are to read, those in archives counted one by one. */
export async function countFiles(db: LensDatabase, importId: number, parser: DigestParser): Promise<number> {
  let count = 0;
  for await (const { position } of listImport(db, importId, parser)) count = position + 1;
  return count;
}

function readUnpacked(file: Unpacked, { readFile }: DigestParser): ReadResult {
  if (file.kind === 'file') return readFile(file);
  const problem = file.kind === 'refused' ? file.sentence : say('import_kindNotRead');
  return { path: file.path, digests: [], problems: [problem] };
}
