import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';

export interface ArchivePaper {
  id: string;
  title: string;
  authors: string[];
  abstract: string;
  /** `2025-04-01`: the folder's name. */
  date: string;
  /** The folder within the day: `IR`, `NLP`. */
  track: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FOLDER = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{4})\/([^/]+)\/README\.md$/;
const SECTION =
  /^# +(.+)\n+(?:\*\*Title \(ZH\)\*\*: *.*\n+)?\*\*Authors\*\*: *(.*)\n+\*\*Link\*\*: *\[PDF\]\(https?:\/\/arxiv\.org\/pdf\/([^)]+)\)\s+\*\*Abstract\*\*: *([\s\S]*?)\s*$/;

/** The translation that early days of the archive carry behind each abstract is no text of the paper's own. */
const TRANSLATION = /\n+\*\*(?:Abstract \(ZH\)|摘要)\*\*[\s\S]*$/;

function papersOf(markdown: string, date: string, track: string): ArchivePaper[] {
  return markdown.split(/\n---\n/).flatMap((section) => {
    const match = SECTION.exec(section.trim());
    if (!match) return [];
    const [, title = '', authors = '', id = '', abstract = ''] = match;
    return [
      {
        id: id.replace(/v\d+$/, ''),
        title: title.trim(),
        authors: authors
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
        abstract: abstract.replace(TRANSLATION, '').trim(),
        date,
        track,
      },
    ];
  });
}

/** Every paper of the archive once, in the order of its days: the same list whatever the order inside the zip. */
export function readArchive(path: string): ArchivePaper[] {
  const files = unzipSync(new Uint8Array(readFileSync(path)), { filter: (file) => FOLDER.test(file.name) });
  const papers = new Map<string, ArchivePaper>();
  const days = Object.entries(files).flatMap(([name, bytes]) => {
    const [, day = '', month = '', year = '', track = ''] = FOLDER.exec(name) ?? [];
    const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return [{ date, track, bytes }];
  });
  days.sort((a, b) => (a.date + a.track < b.date + b.track ? -1 : 1));
  for (const { date, track, bytes } of days) {
    for (const paper of papersOf(strFromU8(bytes), date, track)) {
      if (!papers.has(paper.id)) papers.set(paper.id, paper);
    }
  }
  return [...papers.values()];
}
