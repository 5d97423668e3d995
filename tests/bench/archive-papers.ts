import { existsSync } from 'node:fs';
import type { IndexedPaper } from '../../lib/find/index/search-index';
import { readArchive } from '../training/archive';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;

/** The 47,251 papers of the archive of IR and NLP; undefined where ../shared is not there. */
export function archivePapers(): IndexedPaper[] | undefined {
  if (!existsSync(ARCHIVE)) return undefined;
  return readArchive(ARCHIVE).map(({ id, title, abstract, authors }) => ({ id, title, abstract, authors }));
}

/** So many papers: the archive, then the archive again under other ids. */
export function asMany(papers: readonly IndexedPaper[], count: number): IndexedPaper[] {
  return Array.from({ length: count }, (_, i) => {
    const paper = papers[i % papers.length];
    if (!paper) throw new Error('There are no papers to repeat.');
    const round = Math.floor(i / papers.length);
    return round === 0
      ? paper
      : { ...paper, id: `${(50 + round) * 100 + 1}.${String(i).padStart(5, '0').slice(-5)}` };
  });
}
