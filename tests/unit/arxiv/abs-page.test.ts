// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAbsPage } from '../../../lib/arxiv/abs-page';

const SHARED = join(import.meta.dirname, '../../../../shared/arxiv-pages');
const hasShared = existsSync(SHARED);

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const META = `
  <meta name="citation_title" content="IterQR: An Iterative Framework">
  <meta name="citation_author" content="Chen, Shangyu"><meta name="citation_author" content="Jia, Xinyu">
  <meta name="citation_abstract" content="The essence of search.">
  <meta name="citation_arxiv_id" content="2504.05309">`;
const ABS = `
  <div class="leftcolumn"><h1>Information Retrieval</h1><div id="abs">
    <h1 class="title mathjax"><span class="descriptor">Title:</span>IterQR: An
      Iterative Framework</h1>
    <div class="authors"><span class="descriptor">Authors:</span><a>Shangyu Chen</a>, <a>Xinyu Jia</a></div>
    <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span> The essence of search.</blockquote>
  </div><div class="submission-history"></div></div>
  <div class="extra-services"><div class="full-text"></div></div>`;
const PAPER = {
  id: '2504.05309',
  title: 'IterQR: An Iterative Framework',
  authors: ['Shangyu Chen', 'Xinyu Jia'],
  abstract: 'The essence of search.',
};

describe('an abs page', () => {
  test.each([
    ['tells its facts in meta elements', META + ABS],
    [
      'of before 2021 tells its abstract in the text alone',
      META.replace(/<meta name="citation_abstract.*/, '') + ABS,
    ],
    [
      'may have nothing but a canonical link',
      `<link rel="canonical" href="https://arxiv.org/abs/2504.05309">${ABS}`,
    ],
    [
      'of 2018 has its column before its text, and its dates in round brackets',
      META.replace(/<meta name="citation_abstract.*/, '') +
        `<div id="header"></div><div class="extra-services"><div class="full-text"></div></div>
         <div class="leftcolumn"><div class="subheader"><h1>Computer Science > Information Retrieval</h1></div>
         <div id="abs"><div class="dateline">(Submitted on 8 Apr 2018)</div>
         <h1 class="title mathjax"><span class="descriptor">Title:</span>IterQR: An Iterative Framework</h1>
         <div class="authors"><span class="descriptor">Authors:</span><a>Shangyu Chen</a>, <a>Xinyu Jia</a></div>
         <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span> The essence of
           search.</blockquote></div></div>`,
    ],
    [
      'that was withdrawn is still that paper',
      META +
        ABS.replace(
          '<div class="authors">',
          '<span class="error">This paper has been withdrawn</span><div class="authors">',
        ),
    ],
    ['that lost all its boxes is known by its meta elements', META],
  ])('%s', (_case, html) => {
    expect(readAbsPage(parse(html))).toEqual(PAPER);
  });

  test.each([
    ['a 404 page that quotes the id', '<main><h1>Article 2504.05309v9 not found</h1></main>'],
    [
      'a 404 page with a canonical link',
      '<link rel="canonical" href="https://arxiv.org/abs/2504.05309"><h1>No</h1>',
    ],
    ['a page without an id', ABS],
  ])('is not %s', (_case, html) => {
    expect(readAbsPage(parse(html))).toBeUndefined();
  });
});

describe.skipIf(!hasShared)('saved pages (needs ../shared/arxiv-pages)', () => {
  test.each([
    ['abs/2007.14387-2020.html', '2007.14387'],
    ['abs/2504.05309.html', '2504.05309'],
    ['abs/abs-1902-02534-snap-2024-04-20.html', '1902.02534'],
    ['abs/abs-1902-02534-snap-2026-07-23.html', '1902.02534'],
    ['abs-context/2504.05309-context-cs.AI.html', '2504.05309'],
    ['abs-math-title/0906.5132.html', '0906.5132'],
    ['abs-old-id/cs-0001024.html', 'cs/0001024'],
    ['abs-old-id/hep-th-9901001.html', 'hep-th/9901001'],
    ['abs-versioned/2504.05309v2.html', '2504.05309'],
    ['abs-withdrawn/2607.22658.html', '2607.22658'],
    ['abs-404/2504.05309v9.html', undefined],
    ['abs-404/9999.99999.html', undefined],
    ['list-new/cs.IR-new-show25.html', undefined],
    ['format/2504.05309.html', undefined],
    ['search/recommendation-all.html', undefined],
  ])('%s shows %s', (file, id) => {
    const page = readAbsPage(parse(readFileSync(join(SHARED, file), 'utf8')));
    expect(page?.id).toBe(id);
    if (!page) return;
    expect(page.title).not.toMatch(/^Title:|\n/);
    expect(page.abstract?.length).toBeGreaterThan(100);
    expect(page.authors.length).toBeGreaterThan(0);
  });
});
