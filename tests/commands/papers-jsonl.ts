import { readFileSync } from 'node:fs';
import type { IndexedPaper } from '../../lib/index/paper-index';

/** The papers of a file with one JSON object a line: `id`, `title`, `abstract`, perhaps `authors`; each id once. */
export function readPapers(path: string): IndexedPaper[] {
  const papers = new Map<string, IndexedPaper>();
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const { id, title, abstract, authors } = JSON.parse(line) as Partial<IndexedPaper>;
    const paper = { id: String(id), title: title ?? '', authors: Array.isArray(authors) ? authors : [] };
    if (!papers.has(paper.id)) papers.set(paper.id, { ...paper, ...(abstract ? { abstract } : {}) });
  }
  return [...papers.values()];
}
