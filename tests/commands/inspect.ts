import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type GivenFile, unpack } from '../../lib/digest/file/unpack';
import { readFile } from '../../lib/digest/read-file';
import { inWords } from '../../lib/i18n/sentence';
import type { ReadResult } from '../../lib/paper';
import '../speak-english';

/** `npm run -s inspect -- PATH…`: what the extension would read, one JSON object per file. */
for await (const file of unpack(givenFiles(process.argv.slice(2)))) {
  if (file.kind === 'file') print(readFile(file));
  if (file.kind === 'refused') print({ path: file.path, digests: [], problems: [file.sentence] });
}

async function* givenFiles(paths: readonly string[], isFromFolder = false): AsyncGenerator<GivenFile> {
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory();
    if (isFolder)
      yield* givenFiles(
        readdirSync(path)
          .toSorted()
          .map((name) => join(path, name)),
        true,
      );
    else yield { path, data: await openAsBlob(path), isFromFolder };
  }
}

function print({ path, format, digests, problems }: ReadResult): void {
  const shown = digests.map(({ date, dateFrom, title, subject, entries }) => ({
    date: date ?? null,
    dateFrom: dateFrom ?? null,
    title,
    subject,
    papers: entries,
  }));
  const said = problems.map((problem) => ({ line: problem.line, message: inWords(problem) }));
  process.stdout.write(
    `${JSON.stringify({ path, format: format ?? null, digests: shown, problems: said })}\n`,
  );
}
