import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { IndexedPaper } from '../../lib/find/index/search-index';

/** A search library with papers in it, asked for the papers like one. */
export interface Engine {
  name: string;
  /** Ids, best first. */
  related(question: IndexedPaper, limit: number): Promise<string[]>;
}

const textOf = ({ title, abstract }: IndexedPaper) => `${title} ${abstract ?? ''}`;

const newMinisearch = () => new MiniSearch({ fields: ['title', 'abstract'] });

/** The milliseconds in which it makes an index of papers and of nothing else. */
export function timeMinisearch(papers: readonly IndexedPaper[]): number {
  const start = performance.now();
  newMinisearch().addAll(papers);
  return performance.now() - start;
}

/** As its README sets it up: BM25+, both fields, any of the words. */
export async function minisearchEngine(papers: readonly IndexedPaper[]): Promise<Engine> {
  const index = newMinisearch();
  await index.addAllAsync([...papers]);
  const options = { boost: { title: 2 }, combineWith: 'OR' as const };
  return {
    name: 'minisearch',
    related: async (question, limit) =>
      index
        .search(textOf(question), options)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}

/** Its document index; `suggest` makes it give papers that have not all of the words. */
export async function flexsearchEngine(papers: readonly IndexedPaper[]): Promise<Engine> {
  const index = new Document({ document: { id: 'id', index: ['title', 'abstract'] } });
  for (const { id, title, abstract = '' } of papers) index.add({ id, title, abstract });
  return {
    name: 'flexsearch',
    related: async (question, limit) => {
      const fields = await index.search(textOf(question), { limit, suggest: true });
      // Each field has its own list; taken in turn they make one.
      const lists = fields.map(({ result }) => result.map(String));
      const longest = Math.max(0, ...lists.map((list) => list.length));
      const inTurn = Array.from({ length: longest }, (_, at) =>
        lists.flatMap((list) => list[at] ?? []),
      ).flat();
      return [...new Set(inTurn)].slice(0, limit);
    },
  };
}

/** Its default BM25; `threshold: 1` gives papers that have any of the words. */
export async function oramaEngine(papers: readonly IndexedPaper[]): Promise<Engine> {
  const db = create({ schema: { id: 'string', title: 'string', abstract: 'string' } });
  await insertMultiple(
    db,
    papers.map(({ id, title, abstract = '' }) => ({ id, title, abstract })),
    1000,
  );
  return {
    name: 'orama',
    related: async (question, limit) => {
      const { hits } = await searchOrama(db, {
        term: textOf(question),
        properties: ['title', 'abstract'],
        boost: { title: 2 },
        threshold: 1,
        limit,
      });
      return hits.map(({ document }) => document.id);
    },
  };
}
