import type { DigestParser } from '../digest/digest-parser';
import type { Unpacked } from '../digest/file/unpack';
import { say } from '../i18n/translate';
import type { ReadResult } from '../paper';
import { releaseBytes } from '../release-bytes';
import type { LensDatabase } from '../store/database';
import { sourcesOf } from '../store/jobs/imports';

/** One file of an import, also from inside an archive. Its place is the same each time the import is read. */
export interface ImportFile {
  position: number;
  path: string;
  modifiedAt: number;
  read: () => ReadResult;
}

/** The files of an import at the places that are wanted; the others are passed over without being unpacked. */
export async function* filesOf(
  db: LensDatabase,
  importId: number,
  reader: DigestParser,
  isWanted: (position: number) => boolean,
): AsyncGenerator<ImportFile> {
  const place = { position: 0, modifiedAt: 0 };
  const sources = await sourcesOf(db, importId);
  function* given() {
    for (const { path, content, modifiedAt } of sources) {
      place.modifiedAt = modifiedAt;
      yield { path, data: content, isFromFolder: path.includes('/') };
    }
  }
  const files = reader.unpack(given(), (position) => {
    place.position = position;
    return isWanted(position);
  });
  for await (const file of files) {
    yield { ...place, path: file.path, read: () => readUnpacked(file, reader) };
    if (file.kind === 'file') releaseBytes(file.bytes);
  }
}

/** How many files there are to read, those in archives counted one by one. */
export async function countFiles(db: LensDatabase, importId: number, reader: DigestParser): Promise<number> {
  let files = 0;
  const count = () => {
    files += 1;
    return false;
  };
  for await (const none of filesOf(db, importId, reader, count)) void none;
  return files;
}

function readUnpacked(file: Unpacked, { readFile }: DigestParser): ReadResult {
  if (file.kind === 'file') return readFile(file);
  const problem = file.kind === 'refused' ? file.sentence : say('import_kindNotRead');
  return { path: file.path, digests: [], problems: [problem] };
}
