// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { describe, expect, test } from 'vitest';
import { DigestMark } from '../../../components/digest-mark';
import { EntryDetails } from '../../../components/entry-details';
import { RelatedPapers } from '../../../components/related-papers';
import type { Listing, ReportEntry } from '../../../lib/store/papers';

function show(view: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  render(view, root);
  return root;
}

describe('the mark', () => {
  test.each<[string, Listing[], string]>([
    ['one day', [{ date: '2025-04-10', title: 'arXiv Daily Report' }], 'Thu 10 Apr 2025 arXiv Daily Report'],
    [
      'a day with two subjects',
      [
        { date: '2025-04-10', subject: 'IR' },
        { date: '2025-04-10', subject: 'NLP' },
      ],
      'Thu 10 Apr 2025 IR, NLP',
    ],
    [
      'five days',
      ['14', '13', '12', '11', '10'].map((day) => ({ date: `2025-04-${day}`, subject: 'IR' })),
      'Mon 14 Apr 2025 IR Sun 13 Apr 2025 IR3 more days',
    ],
  ])('%s', (_case, listings, text) => {
    expect(show(<DigestMark listings={listings} />).textContent).toBe(`In digest ${text}Digest Lens`);
  });
});

describe('related papers', () => {
  const paper = (id: string) => ({
    id,
    title: 'CAT-ID$^2$: Category-Tree',
    listing: { date: '2025-11-04', subject: 'IR' },
    terms: ['query rewriting', 'e-commerce'],
    authors: ['Wei Lin', 'Xiang Li'],
  });

  test('say why they are related', () => {
    const root = show(<RelatedPapers papers={[paper('2511.00001')]} folded={false} onFold={() => {}} />);
    expect(root.querySelector('li')?.textContent).toBe(
      'CAT-ID²: Category-TreeTue 4 Nov 2025 · IRshares query rewriting, e-commerce · 2 authors in common',
    );
    expect(root.querySelector('a')?.href).toBe('https://arxiv.org/abs/2511.00001');
    expect(root.querySelector('ul')?.getAttribute('aria-label')).toBe('Related papers');
  });

  test('beyond five unfold on request', () => {
    const papers = ['1', '2', '3', '4', '5', '6', '7'].map((last) => paper(`2511.0000${last}`));
    const root = show(<RelatedPapers papers={papers} folded={false} onFold={() => {}} />);
    expect(root.querySelectorAll('ul[aria-label="Related papers"] li')).toHaveLength(5);
    expect(root.querySelector('summary')?.textContent).toBe('2 more');
  });

  test('folded are one line', () => {
    const root = show(<RelatedPapers papers={[paper('2511.00001')]} folded onFold={() => {}} />);
    expect(root.querySelector('li')).toBeNull();
    expect(root.querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('what a digest says of a paper', () => {
  const entry = (codeUrl: string): ReportEntry => ({
    paper: { id: '2504.05309', title: 'IterQR', authors: [] },
    subjects: [],
    tldr: 'Rewrites <b>queries</b>.',
    codeUrl,
  });

  test('is shown as text', () => {
    const root = show(<EntryDetails entry={entry('https://github.com/a/b')} />);
    expect(root.querySelector('b')).toBeNull();
    expect(root.textContent).toContain('In short: Rewrites <b>queries</b>.');
    expect(root.querySelector('a')?.href).toBe('https://github.com/a/b');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', 'file:///etc/passwd'])(
    'has no link for %s',
    (url) => {
      expect(show(<EntryDetails entry={entry(url)} />).querySelector('a')).toBeNull();
    },
  );
});
