// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { itemsOf } from '../../../lib/arxiv/item-pages';

const found = (html: string, kind: 'list' | 'search'): string[] =>
  itemsOf(new DOMParser().parseFromString(html, 'text/html'), kind).map(
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
    'in the line of the id, where that is all there is',
    `<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/hep-th/9901001">x</a></p></li></ol>`,
    ['hep-th/9901001 in p.list-title'],
  ],
])('a search result is marked %s', (_case, html, items) => {
  expect(found(html, 'search')).toEqual(items);
});
