import { describe, expect, test } from 'vitest';
import {
  chipsOf,
  hasFilter,
  joinQuery,
  toggleFilter,
  withoutFilters,
} from '../../../../lib/find/query/chips';
import { parseSearch } from '../../../../lib/find/query/query';

describe('what is typed becomes chips and words', () => {
  test.each<[typed: string, chips: string[], words: string]>([
    ['query rewrite subject:IR ', ['subject:IR'], 'query rewrite '],
    ['query rewrite subject:IR', [], 'query rewrite subject:IR'],
    ['author:"Wei Lin"', ['author:"Wei Lin"'], ''],
    ['author:"Wei L', [], 'author:"Wei L'],
    ['author:“Wei Lin” rank', ['author:"Wei Lin"'], 'rank'],
    ['day: rank ', [], 'day: rank '],
    ['"a phrase" venue:acl ', [], '"a phrase" venue:acl '],
    ['is:unread from:2025-04 rag', ['is:unread', 'from:2025-04'], 'rag'],
  ])('%s', (typed, chips, words) => {
    const chipped = chipsOf(parseSearch(typed), true);
    expect(chipped.chips.map(({ source }) => source)).toEqual(chips);
    expect(chipped.words).toBe(words);
  });

  test('all operators are chips where nobody types', () => {
    expect(chipsOf(parseSearch('rewrite subject:IR'))).toEqual({
      chips: [{ source: 'subject:IR', operator: 'subject', content: 'IR' }],
      words: 'rewrite ',
    });
  });

  test('chips and words are one query again', () => {
    expect(joinQuery(chipsOf(parseSearch('rewrite subject:IR ')))).toBe('subject:IR rewrite ');
  });
});

describe('a click on a filter', () => {
  test.each<[query: string, name: Parameters<typeof toggleFilter>[1], value: string, after: string]>([
    ['rank', 'subject', 'IR', 'rank subject:IR'],
    ['subject:ir rank', 'subject', 'IR', 'rank'],
    ['subject:IR', 'subject', 'NLP', 'subject:IR subject:NLP'],
    ['is:read', 'is', 'unread', 'is:unread'],
    ['is:unread', 'is', 'unread', ''],
    ['', 'source', 'Daily Report', 'source:"Daily Report"'],
    ['source:"daily report"', 'source', 'Daily Report', ''],
  ])('%s, %s %s', (query, name, value, after) => {
    expect(toggleFilter(parseSearch(query), name, value)).toBe(after);
    expect(hasFilter(parseSearch(after), name, value)).toBe(!hasFilter(parseSearch(query), name, value));
  });

  test('takes out all of some names', () => {
    expect(withoutFilters(parseSearch('from:2025 rank to:2026 is:read'), ['from', 'to'])).toBe(
      'is:read rank',
    );
  });
});
