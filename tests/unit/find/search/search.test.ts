import { describe, expect, test } from 'vitest';
import { addToIndex } from '../../../../lib/find/index/add-papers';
import { mergeUnits } from '../../../../lib/find/index/merge-units';
import { openIndex } from '../../../../lib/find/index/open-index';
import type { IndexedPaper, SearchIndex } from '../../../../lib/find/index/search-index';
import {
  parseSearch,
  type SearchFilter,
  type SearchQuery,
  unknownOperators,
  writeFilter,
} from '../../../../lib/find/query/query';
import { matchRanges } from '../../../../lib/find/search/match-ranges';
import { matchingPapers, searchPapers } from '../../../../lib/find/search/search';
import { memoryIndex } from '../../../oracles/memory-index';
import { memoryStorage } from '../../../oracles/memory-storage';

const PAPERS: IndexedPaper[] = [
  {
    id: '2504.05309',
    title: 'IterQR: An Iterative Framework for Query Rewriting',
    abstract: 'Queries are rewritten by language models in the search of a store.',
    authors: ['Shangyu Chen', 'Wei Wang'],
  },
  {
    id: '2504.05314',
    title: 'Multimodal Language for Generative Recommendation',
    abstract: 'Items are translated into one language for recommender systems.',
    authors: ['Jianyang Zhai'],
    tags: ['RecSys'],
  },
  {
    id: '2503.09516',
    title: 'On the Role of Search in Reasoning',
    abstract: 'Reinforcement learning teaches models to rewrite a query and to search.',
    authors: ['Bowen Jin', 'Wang Wei'],
  },
  {
    id: '2504.09999',
    title: '生成式推荐系统综述',
    abstract: '本文综述大语言模型在推荐系统中的应用。',
    authors: ['王伟'],
  },
  { id: 'hep-th/9901001', title: 'Strings and Branes', abstract: 'Quantum gravity.', authors: ['E. Müller'] },
];

async function stored(): Promise<SearchIndex> {
  const storage = memoryStorage();
  for (const paper of PAPERS) await storage.write((transaction) => addToIndex(transaction, [paper]));
  await mergeUnits(storage, 'all');
  const byId = new Map(PAPERS.map((paper) => [paper.id, paper]));
  return openIndex(storage, async (ids) => ids.map((id) => byId.get(id)));
}

const [QR, REC, ROLE, CHINESE, STRINGS] = PAPERS.map(({ id }) => id);

const QUERIES: [typed: string, found: (string | undefined)[]][] = [
  ['recommendation', [REC]],
  ['Recommendations ', [REC]],
  ['recomm', [REC]],
  ['querie', [QR, ROLE]],
  ['rewriting query', [QR]],
  ['"query rewriting"', [QR]],
  ['"rewriting query"', []],
  ['"a query and to se', [ROLE]],
  ['author:chen', [QR]],
  ['author:"wei wang" search', [ROLE, QR]],
  ['author:"wei chen"', []],
  ['author:muller', [STRINGS]],
  ['title:search', [ROLE]],
  ['title:"generative rec', [REC]],
  ['recomendation', [REC]],
  ['reinforcment learning', [ROLE]],
  ['qurey rewriting', [QR]],
  ['on the role', [ROLE]],
  ['recsys', [REC]],
  ['推荐', [CHINESE]],
  ['2504.05309', [QR]],
  ['arXiv:2504.05309v3', [QR]],
  ['https://arxiv.org/pdf/2504.05314v2', [REC]],
  ['hep-th/9901001', [STRINGS]],
  ['2504.00000', []],
  ['nothing says this', []],
  ['', []],
];

describe.each([
  ['a plain index', async () => memoryIndex(PAPERS)],
  ['a stored index', stored],
])('searching %s', (_name, open) => {
  test.each(QUERIES)('%s', async (typed, found) => {
    const { hits } = await searchPapers(parseSearch(typed), await open());
    expect(hits.map(({ id }) => id)).toEqual(found);
  });

  test('filters are answered by the digests', async () => {
    const index = await open();
    const papersWith = async (filters: readonly SearchFilter[]) => {
      const valueOf = (name: string) => filters.find((filter) => filter.name === name)?.value ?? '';
      return new Set(
        [QR, REC, ROLE]
          .flatMap((id) => (id && id.startsWith(valueOf('day').slice(2).replace('-', '')) ? [id] : []))
          .filter(() => valueOf('subject') !== 'none' && valueOf('is') !== 'starred'),
      );
    };
    const find = async (typed: string) =>
      (await searchPapers(parseSearch(typed), index, { papersWith })).hits.map(({ id }) => id);
    expect(await find('day:2025-03')).toEqual([ROLE]);
    expect(await find('query day:2025-03')).toEqual([ROLE]);
    expect(await find('day:2025')).toEqual([REC, QR, ROLE]);
    expect(await find('query subject:none')).toEqual([]);
    expect(await find('query is:starred')).toEqual([]);
  });
});

test('the words that matched are marked as they are written', async () => {
  const { terms } = await searchPapers(parseSearch('query rewr'), memoryIndex(PAPERS));
  const text = PAPERS[0]?.title ?? '';
  expect(matchRanges(text, terms).map(([start, end]) => text.slice(start, end))).toEqual([
    'Query',
    'Rewriting',
  ]);
});

test.each<[string, Omit<SearchQuery, 'text' | 'pieces'>]>([
  [
    'title:"dense ret',
    { clauses: [{ field: 'title', text: 'dense ret', phrase: true, unfinished: true }], filters: [] },
  ],
  [
    'day:2025-04 Subject:IR',
    {
      clauses: [],
      filters: [
        { name: 'day', value: '2025-04' },
        { name: 'subject', value: 'ir' },
      ],
    },
  ],
  ['is:unread ', { clauses: [], filters: [{ name: 'is', value: 'unread' }] }],
  [
    'source:"My Report" tag:later',
    {
      clauses: [],
      filters: [
        { name: 'source', value: 'my report' },
        { name: 'tag', value: 'later' },
      ],
    },
  ],
  [
    'C++: what',
    {
      clauses: [
        { field: 'any', text: 'C++:', phrase: false, unfinished: false },
        { field: 'any', text: 'what', phrase: false, unfinished: true },
      ],
      filters: [],
    },
  ],
])('%s is read as it is meant', (typed, query) => expect(parseSearch(typed)).toMatchObject(query));

test.each<[string, string[]]>([
  ['venue:acl rewrite', ['venue']],
  ['author:chen https://arxiv.org/abs/2504.05309 arxiv:2504.05309', []],
  ['"venue:acl"', []],
  ['ViT: an image', []],
])('in %s these are no operators: %j', (typed, names) =>
  expect(unknownOperators(parseSearch(typed))).toEqual(names),
);

test.each(['author:wang', 'query', 'rewriting query', 'model', '"a query and to se'])(
  'all papers that match %s begin with those that a search finds',
  async (typed) => {
    const index = memoryIndex(PAPERS);
    const { hits } = await searchPapers(parseSearch(typed), index);
    const { ids } = await matchingPapers(parseSearch(typed), index);
    expect(ids.length).toBeGreaterThan(0);
    expect(hits.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
  },
);

test('a filter that is written is read as it was meant', () => {
  expect(parseSearch(writeFilter('source', 'My "Report"')).filters).toEqual([
    { name: 'source', value: 'my report' },
  ]);
});

test('a collection of more papers than a call may have arguments is searched', async () => {
  const many = Array.from({ length: 150_000 }, (_, i) => ({
    id: `p${i}`,
    title: `Sample ${i}`,
    authors: [],
  }));
  const { hits } = await searchPapers(parseSearch('sample 149999'), memoryIndex(many));
  expect(hits[0]?.id).toBe('p149999');
});
