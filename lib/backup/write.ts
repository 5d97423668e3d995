import { storedSettings } from '../browser/settings';
import { crc32, hexadecimal } from '../crc32';
import type { LensDatabase } from '../store/database';
import { eachBackupPage, type Take } from '../store/views/backup-pages';
import { type BackupEnd, type BackupHeader, type BackupLine, FORMAT, VERSION } from './format';

interface BackupFacts {
  createdAt: Date;
  extension: string;
}

/**
 * Everything that is stored, or the records that `eachPage` hands out, as one compressed file. The compressed file is
 * the only thing that is ever in memory as a whole.
 */
export async function makeBackup(
  db: LensDatabase,
  facts: BackupFacts,
  eachPage: (take: Take) => Promise<void> = (take) => eachBackupPage(db, take),
): Promise<Blob> {
  const { readable, writable } = new CompressionStream('gzip');
  const file = new Response(readable).blob();
  const writer = writable.getWriter();
  const [blob] = await Promise.all([
    file,
    writeLines(facts, writer, eachPage).catch((error: unknown) => writer.abort(error)),
  ]);
  return new Blob([blob], { type: 'application/gzip' });
}

async function writeLines(
  { createdAt, extension }: BackupFacts,
  writer: WritableStreamDefaultWriter<BufferSource>,
  eachPage: (take: Take) => Promise<void>,
): Promise<void> {
  const encoder = new TextEncoder();
  const counts: BackupEnd['counts'] = {};
  let crc = 0;
  const write = (lines: readonly BackupLine[]): Promise<void> | undefined => {
    const bytes = encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    crc = crc32(bytes, crc);
    void writer.write(bytes).catch(() => {});
    return (writer.desiredSize ?? 0) > 0 ? undefined : writer.ready;
  };

  const header: BackupHeader = {
    format: FORMAT,
    version: VERSION,
    createdAt: createdAt.toISOString(),
    extension,
  };
  await write([{ backup: header }]);
  await eachPage((records) => {
    for (const { table } of records) counts[table] = (counts[table] ?? 0) + 1;
    return write(records.map(({ table, record }) => ({ [table]: record })));
  });
  counts.settings = 1;
  await write([{ settings: { ...(await storedSettings()) } }]);
  const end: BackupEnd = { counts, crc32: hexadecimal(crc) };
  await write([{ end }]);
  await writer.close();
}
