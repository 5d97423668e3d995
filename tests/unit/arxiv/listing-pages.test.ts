// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { paperLines, totalLine } from '../../../lib/arxiv/listing-pages';

const found = (html: string, kind: 'list' | 'search'): string[] =>
  paperLines(new DOMParser().parseFromString(html, 'text/html'), kind).map(
    ({ id, place }) => `${id} in ${place.localName}${place.className && `.${place.className}`}`,
  );

test.each<[string, string, string[]]>([
  [
    'of 2026',
    `<dl id="articles"><h3>New</h3><dt><a name="item1">[1]</a> <a href ="/abs/2504.05309" title="Abstract">arXiv:
      2504.05309</a> [<a href="/pdf/2504.05309">pdf</a>]</dt><dd></dd></dl>
     <dl id="articles"><dt><a href="/abs/2504.05309">again, cross-listed</a></dt></dl>`,
    ['2504.05309 in dt', '2504.05309 in dt'],
  ],
  [
    'of 2018, where the id stands in a span',
    `<dl><dt><a name="item1">[1]</a>&nbsp; <span class="list-identifier"><a href="/abs/1801.00001" title="Abstract">arXiv:1801.00001</a>
      [<a href="/pdf/1801.00001" title="Download PDF">pdf</a>, <a href="/format/1801.00001">other</a>]</span></dt><dd></dd></dl>`,
    ['1801.00001 in dt'],
  ],
  [
    'of new papers of 2018, with cross-lists, replacements and a withdrawn paper',
    `<div id="dlpage"><h3>New submissions for Tue, 10 Apr 18</h3><dl><dt><a name="item1">[1]</a>&nbsp; <span class="list-identifier"><a
      href="/abs/1804.02541" title="Abstract">arXiv:1804.02541</a> [<a href="/pdf/1804.02541">pdf</a>]</span></dt><dd><div class="meta">
      <div class="list-title mathjax"><span class="descriptor">Title:</span> See <a href="/abs/1701.00001">arXiv:1701.00001</a></div></div></dd></dl>
     <h3>Cross-lists for Tue, 10 Apr 18</h3><dl><dt><a name="item2">[2]</a>&nbsp; <span class="list-identifier"><a href="/abs/1804.02290"
      title="Abstract">arXiv:1804.02290</a> (cross-list from math.AG)</span></dt><dd></dd></dl>
     <h3>Replacements for Tue, 10 Apr 18</h3><dl><dt><a name="item3">[3]</a>&nbsp; <span class="list-identifier"><a href="/abs/math/0309136"
      title="Abstract">arXiv:math/0309136</a> (replaced) [<a href="/format/math/0309136">withdrawn</a>]</span></dt><dd></dd></dl></div>`,
    ['1804.02541 in dt', '1804.02290 in dt', 'math/0309136 in dt'],
  ],
  [
    'of an author of 2018',
    `<div id="content"><h1>Jane Example's articles on arXiv</h1><dl><dt><a name="item1">[1]</a>&nbsp; <span class="list-identifier"><a
      href="http://arxiv.org/abs/1801.00001">arXiv:1801.00001</a> [<a href="http://arxiv.org/pdf/1801.00001">pdf</a>]</span></dt><dd></dd></dl></div>`,
    ['1801.00001 in dt'],
  ],
  [
    'with ids of the old scheme',
    `<dl><dt><a href="/abs/hep-th/9901002">arXiv:hep-th/9901002</a></dt><dt><a href="/abs/math.GT/0309136">x</a></dt></dl>`,
    ['hep-th/9901002 in dt', 'math/0309136 in dt'],
  ],
  [
    'of a mirror, with versions and queries in its links',
    `<dl><dt><a href="https://export.arxiv.org/abs/2504.05309v2">x</a></dt><dt><a href="/abs/2504.05310?context=cs">x</a></dt></dl>`,
    ['2504.05309 in dt', '2504.05310 in dt'],
  ],
  [
    'with what is no paper in it',
    `<dl><dt>nothing</dt><dt><a href="/format/2504.05309">x</a></dt><dt><a href="/abs/2504.05309.">x</a></dt>
     <dt><a href="https://example.org/abs/2504.05309">x</a></dt><dt><a href="http://[/abs/2504.05309">x</a></dt></dl>
     <p><a href="/abs/2504.05309">an abs page named elsewhere</a></p>`,
    [],
  ],
])('a list %s', (_era, html, items) => {
  expect(found(html, 'list')).toEqual(items);
});

test.each<[string, string, string[]]>([
  [
    'in the line of the id and the subjects',
    `<ol><li class="arxiv-result"><div class="is-marginless"><p class="list-title"><a href="https://arxiv.org/abs/2607.26621v2">x</a></p>
      <div class="tags"></div></div><p class="comments"><a href="https://arxiv.org/abs/2504.05309">see also</a></p></li></ol>`,
    ['2607.26621 in div.is-marginless'],
  ],
  [
    'of 2018',
    `<ol class="breathe-horizontal" start="1"><li class="arxiv-result"><div class="is-marginless"><p class="list-title is-inline-block"><a
      href="https://arxiv.org/abs/1805.01052">arXiv:1805.01052</a><span>&nbsp;[<a href="https://arxiv.org/pdf/1805.01052">pdf</a>]</span></p></div>
      <p class="title is-5 mathjax">On <span class="search-hit mathjax">parsing</span></p></li></ol>`,
    ['1805.01052 in div.is-marginless'],
  ],
  [
    'in the line of the id, where that is all there is',
    `<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/hep-th/9901001">x</a></p></li></ol>`,
    ['hep-th/9901001 in p.list-title'],
  ],
])('a search result is marked %s', (_case, html, items) => {
  expect(found(html, 'search')).toEqual(items);
});

test.each<[string, string, 'list' | 'search', string | undefined]>([
  ['a list', '<div id="dlpage"><h1>New</h1><div>Total of 2</div></div>', 'list', 'Total of 2'],
  ['an author', '<div id="content"><div id="dlpage"><h1>Articles</h1></div></div>', 'list', 'Articles'],
  ['an author of 2018', '<div id="content"><h1>Articles</h1><dl></dl></div>', 'list', 'Articles'],
  ['a search', '<main><h1 class="title">Showing 1–50</h1></main>', 'search', 'Showing 1–50'],
  ['a search without a result', '<main><p>Sorry</p></main>', 'search', undefined],
])('the line that counts the papers of %s', (_page, html, kind, line) => {
  expect(totalLine(new DOMParser().parseFromString(html, 'text/html'), kind)?.textContent).toBe(line);
});
