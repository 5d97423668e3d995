import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../../lib/find/query/query';
import { createShelf, select } from '../../../lib/find/shelf';
import { countStates, facetsOf, tagsOf } from '../../../lib/lists/facets';
import type { ReadingState } from '../../../lib/paper';
import type { OutlinedDigest } from '../../../lib/store/views/outlined-digests';

const DIGESTS: OutlinedDigest[] = [
  {
    key: '2025-04-10|daily report|',
    date: '2025-04-10',
    source: 'Daily Report',
    ids: ['2504.3', '2504.2'],
    headings: [
      { kind: 'subject', name: 'IR', at: [0] },
      { kind: 'topic', name: 'RAG', at: [0, 1] },
    ],
  },
  {
    key: '2025-04-09||nlp',
    date: '2025-04-09',
    source: 'archive.zip',
    subject: 'NLP',
    ids: ['2504.2', '2504.1'],
    headings: [],
  },
  {
    key: '2025-03-31||ir',
    date: '2025-03-31',
    source: 'archive.zip',
    subject: 'IR',
    ids: ['2503.1'],
    headings: [{ kind: 'topic', name: 'rag', at: [0] }],
  },
];
const shelf = createShelf(DIGESTS);

const STATES = new Map<string, ReadingState>(
  [
    { id: '2504.3', starred: true, tags: ['Later', 'thesis'], changedAt: 1 },
    { id: '2504.2', read: true, starred: true, note: 'Compare with ours.', changedAt: 1 },
    { id: '2503.1', hidden: true, tags: ['later'], changedAt: 1 },
    { id: '1111.1', read: true, hidden: true, changedAt: 1 },
  ].map((state) => [state.id, state]),
);

describe('the papers that a search lets through', () => {
  test.each<[typed: string, papers: string[]]>([
    ['', ['2504.3', '2504.2', '2504.1', '2503.1']],
    ['day:2025-04-09', ['2504.2', '2504.1']],
    ['day:2025-04', ['2504.3', '2504.2', '2504.1']],
    ['day:2025-04-10 day:2025-03', ['2504.3', '2504.2', '2503.1']],
    ['from:2025-04-09 to:2025-04-09', ['2504.2', '2504.1']],
    ['to:2025-03', ['2503.1']],
    ['from:2025-04', ['2504.3', '2504.2', '2504.1']],
    ['subject:ir', ['2504.3', '2503.1']],
    ['subject:RAG', ['2504.3', '2504.2', '2503.1']],
    ['subject:ir subject:nlp', ['2504.3', '2504.2', '2504.1', '2503.1']],
    ['topic:rag', ['2504.3', '2504.2', '2503.1']],
    ['topic:rag subject:nlp', []],
    ['topic:rag subject:ir', ['2504.3', '2503.1']],
    ['topic:ir', []],
    ['source:"daily report"', ['2504.3', '2504.2']],
    ['source:archive.zip', ['2504.2', '2504.1', '2503.1']],
    ['is:unread', ['2504.3', '2504.1', '2503.1']],
    ['is:starred', ['2504.3', '2504.2']],
    ['is:starred is:unread', ['2504.3']],
    ['is:hidden', ['2503.1']],
    ['is:noted', ['2504.2']],
    ['is:tagged', ['2504.3', '2503.1']],
    ['is:invented', []],
    ['tag:later', ['2504.3', '2503.1']],
    ['tag:later tag:thesis', ['2504.3']],
    ['note:"with ours"', ['2504.2']],
  ])('%s', (typed, papers) => {
    const selection = select(shelf, parseSearch(typed).filters, STATES);
    expect([...selection.papers].map((number) => shelf.ids[number])).toEqual(papers);
  });
});

test('a paper is found in the latest digest that the filters let through', () => {
  const number = shelf.numbers.get('2504.2') ?? -1;
  const digestFor = (typed: string) =>
    shelf.digests[select(shelf, parseSearch(typed).filters, STATES).digestOf[number] ?? -1]?.date;
  expect(digestFor('')).toBe('2025-04-10');
  expect(digestFor('subject:nlp')).toBe('2025-04-09');
  expect(digestFor('day:2025-03')).toBeUndefined();
});

test('each paper counts once under a subject, topic, source and tag', () => {
  expect(facetsOf(shelf)).toEqual({
    subjects: [
      { name: 'IR', papers: 2 },
      { name: 'NLP', papers: 2 },
    ],
    topics: [{ name: 'RAG', papers: 3 }],
    sources: [
      { name: 'archive.zip', papers: 3 },
      { name: 'Daily Report', papers: 2 },
    ],
  });
  expect(tagsOf(STATES)).toEqual([
    { name: 'Later', papers: 2 },
    { name: 'thesis', papers: 1 },
  ]);
});

test('what is hidden counts as that alone, and what no digest lists does not count', () => {
  expect(countStates(shelf, STATES)).toEqual({ all: 3, unread: 2, starred: 2, noted: 1, hidden: 1 });
});
