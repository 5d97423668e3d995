import { describe, expect, test } from 'vitest';
import {
  countDay,
  type Grouping,
  rowsOf,
  selectEntries,
  type Show,
  sortEntries,
  type Sorting,
  usualGrouping,
} from '../../../lib/lists/day-list';
import type { ReaderState } from '../../../lib/lists/triage';
import type { DayEntry } from '../../../lib/store/views/day-digest';

const entry = (id: string, title: string, facts: Partial<DayEntry> = {}): DayEntry => ({
  paper: { id, title, authors: ['Ada Example', 'Erwin Schrödinger'] },
  subjects: [],
  ...facts,
});

const ENTRIES = [
  entry('1', 'Rewriting Queries', { subjects: ['IR'], topics: ['Search'], score: 7 }),
  entry('2', 'Grammar of Graphs', { subjects: ['NLP', 'IR'], score: 9 }),
  entry('3', 'Sediment', { subjects: ['IR', 'NLP'], topics: ['Mud'] }),
  entry('4', 'Hidden Graphs'),
];
const STATES: Record<string, ReaderState> = { '1': { read: true, starred: true }, '4': { hidden: true } };
const stateOf = (id: string): ReaderState => STATES[id] ?? {};
const ids = (entries: readonly DayEntry[]) => entries.map(({ paper }) => paper.id).join('');

test('hidden papers are counted apart', () => {
  expect(countDay(ENTRIES, stateOf)).toEqual({ all: 3, unread: 2, starred: 1, hidden: 1 });
});

test.each<[Show, string, string]>([
  ['all', '', '1234'],
  ['unread', '', '234'],
  ['starred', '', '1'],
  ['all', 'graph', '24'],
  ['all', 'GRAPH gram', '2'],
  ['all', 'schrodinger quer', '1'],
  ['all', 'xylophone', ''],
])('of %s with "%s" there are %s', (show, text, found) => {
  expect(ids(selectEntries(ENTRIES, { show, text }, stateOf))).toBe(found);
});

test.each<[Sorting, string]>([
  ['digest', '1234'],
  ['score', '2134'],
  ['subject', '1324'],
  ['starred', '3124'],
])('sorted by %s they are %s', (by, order) => {
  const closeness = new Map([
    ['3', 0.9],
    ['1', 0.2],
  ]);
  expect(ids(sortEntries(ENTRIES, by, closeness))).toBe(order);
});

describe('groups', () => {
  const rows = (group: Grouping, folded: string[] = []) =>
    rowsOf(
      ENTRIES,
      {
        group,
        isFolded: (key, isRead) => folded.includes(key) || (key === 'Search' && isRead),
        alsoIn: (others) => `also in ${others.join(', ')}`,
        without: 'Others',
      },
      stateOf,
    ).map((row) =>
      row.kind === 'group' ? `${row.name} ${row.count}/${row.unread}` : `${row.id} ${row.aside}`.trim(),
    );

  test('a paper stands under the first of its subjects, and names the others', () => {
    expect(rows('subject')).toEqual([
      'IR 2/1',
      '1 7',
      '3 also in NLP',
      'NLP 1/1',
      '2 also in IR · 9',
      'Others 1/1',
      '4',
    ]);
  });

  test('a folded group is its head alone', () => {
    expect(rows('subject', ['IR', '']).join()).toBe('IR 2/1,NLP 1/1,2 also in IR · 9,Others 1/1');
    expect(rows('topic')[0]).toBe('Search 1/0');
    expect(rows('topic')[1]).toBe('Mud 1/1');
  });

  test('without groups a row names all subjects', () => {
    expect(rows('none')).toEqual(['1 IR · 7', '2 NLP · IR · 9', '3 IR · NLP', '4']);
  });

  test('only a long digest with several subjects is grouped unasked', () => {
    const many = Array.from({ length: 30 }, () => ENTRIES).flat();
    expect(usualGrouping(ENTRIES)).toBe('none');
    expect(usualGrouping(many)).toBe('subject');
    expect(usualGrouping(many.map((each) => ({ ...each, subjects: ['IR'] })))).toBe('topic');
  });
});
