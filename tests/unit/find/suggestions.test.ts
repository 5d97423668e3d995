import { describe, expect, test } from 'vitest';
import { PLAIN_TEXT, XML } from '../../../lib/browser/omnibox';
import { suggestionsOf } from '../../../lib/find/suggestions';

const found = (title: string, authors: string[]) => [
  { paper: { id: '2504.05309', title, authors }, listing: { date: '2025-04-10' } },
];
const described = (title: string, authors: string[], terms: string[] = []) =>
  [PLAIN_TEXT, XML].map(
    (markup) => suggestionsOf(found(title, authors), new Set(terms), markup)[0]?.description,
  );

describe('a suggestion', () => {
  test('leads to the paper', () => {
    expect(suggestionsOf(found('IterQR', []), new Set(), XML)[0]?.content).toBe(
      'https://arxiv.org/abs/2504.05309',
    );
  });

  test('names title, first author and day, and tells the matches where it can', () => {
    expect(described('Iterative Query Rewriting', ['Wei Lin', 'Xiang Li'], ['query'])).toEqual([
      'Iterative Query Rewriting – Wei Lin …, Thu 10 Apr 2025',
      'Iterative <match>Query</match> Rewriting <dim>– Wei Lin …, Thu 10 Apr 2025</dim>',
    ]);
  });

  test.each([
    ['signs of XML', 'Q&A <b>"it\'s"</b>', 'Q&amp;A &lt;b&gt;&quot;it&apos;s&quot;&lt;/b&gt;'],
    ['formulas', '$\\alpha$-Rec', 'α-Rec'],
    ['what XML cannot hold', 'A\u0001B\uD800C\u000B', 'AB\uFFFDC'],
    ['nothing', '', 'arXiv:2504.05309'],
  ])('of a title with %s is well formed', (_case, title, xml) => {
    expect(described(title, [])[1]).toBe(`${xml} <dim>– Thu 10 Apr 2025</dim>`);
  });
});
