import { withoutDay } from '../days/notation';
import type { DigestParser } from '../digest/digest-parser';
import type { ArxivId, Digest } from '../paper';
import { countNew } from '../store/changes/put-digests';
import type { LensDatabase } from '../store/database';
import { addReading, finishReading, importById, noteFilesFound } from '../store/jobs/imports';
import { Interruption } from '../store/jobs/interruption';
import type { ReadDigest, StoredReading } from '../store/records';
import { withFileInErrors } from './errors';
import { countFiles, filesOf } from './files';

/**
 * Reads every file of an import for its preview, one file in each step, and continues where a worker that was ended
 * stopped.
 */
export async function* readImport(
  db: LensDatabase,
  importId: number,
  parser: DigestParser,
): AsyncGenerator<void> {
  const row = await importById(db, importId);
  if (!row) return;
  yield* withFileInErrors(row.name, async function* (at) {
    if (row.filesFound === undefined)
      await noteFilesFound(db, importId, await countFiles(db, importId, parser));
    const files = filesOf(db, importId, parser, (position) => position >= row.filesRead);
    for await (const { position, path, modifiedAt, read } of files) {
      at(path);
      const { format, digests, problems } = read();
      // A file without any text is no digest, even if its folder's name tells a day.
      const found = format === undefined ? [] : digests;
      const reading: StoredReading = {
        importId,
        position,
        path,
        modifiedAt,
        digests: await previewsOf(db, found),
        problems,
        ...(format === undefined ? {} : { format }),
      };
      if (!(await addReading(db, reading))) throw new Interruption();
      yield;
    }
    await finishReading(db, importId);
  });
}

/** The previews of one file's digests. A paper that stands in several of the digests is new only in the first. */
function previewsOf(db: LensDatabase, digests: readonly Digest[]): Promise<ReadDigest[]> {
  const met = new Set<ArxivId>();
  return Promise.all(
    digests.map(async ({ entries, title = '', ...facts }) => {
      const ids = [...new Set(entries.map((entry) => entry.id))];
      const fresh = ids.filter((id) => !met.has(id));
      fresh.forEach((id) => met.add(id));
      // Most titles end with the day. The preview shows the day beside the title, and the day alone tells digests of
      // one name apart.
      const name = withoutDay(title);
      return { ...facts, ...(name && { title: name }), ids, newPapers: await countNew(db, fresh) };
    }),
  );
}
