import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { localToday } from '../../lib/days/calendar';
import { unpack } from '../../lib/digest/file/unpack';
import { readFile } from '../../lib/digest/read-file';
import type { Digest } from '../../lib/paper';
import '../speak-english';

export interface ReportPaper {
  id: string;
  title: string;
  authors?: string[];
  abstract?: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes a digest in the shape of the sample; `day` is `YYYY-MM-DD`. Gives the file's path. */
export function writeDigest(folder: string, day: string, papers: readonly ReportPaper[]): string {
  const [year, month, date] = day.split('-');
  const name = `${date}-${MONTHS[Number(month) - 1]}-${year}`;
  const rows = papers.map(({ id, title, authors = ['Ada Example'], abstract = 'Nothing is told.' }) => {
    const url = `https://arxiv.org/abs/${id}`;
    return `| ${title} | [${url}](${url}) | ${abstract} | ${authors.join(', ')} |`;
  });
  const path = join(folder, `report-${name}.md`);
  writeFileSync(
    path,
    [
      `# arXiv Daily Report - ${name}`,
      '',
      '| Title | Link | abstract | author |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n'),
  );
  return path;
}

/**
 * What the extension finds in these files, read without a browser. A digest that names no day has the one that the
 * preview proposes: the day on which its file was changed.
 */
export async function readDigests(paths: readonly string[]): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (const path of paths) {
    const proposed = localToday(statSync(path).mtime);
    for await (const file of unpack([{ path: basename(path), data: readFileSync(path) }])) {
      if (file.kind !== 'file') continue;
      digests.push(...readFile(file).digests.map((digest) => ({ date: proposed, ...digest })));
    }
  }
  return digests;
}
