/** What a stand-in page tells about a paper. */
export interface PageFacts {
  id: string;
  version: number;
  title: string;
  authors: string[];
  abstract: string;
  /** Code and name; the first is the primary one. */
  categories: [code: string, name: string][];
  archive: string;
  /** As the page prints it: `8 Apr 2025`. */
  submitted: string;
}

/** Where the stand-in site keeps its stylesheet. */
export const STYLESHEET = '/stand-in/arxiv.css';

/** An abs page as arXiv builds it, in our own words. `requested` is the id as the address had it. */
export function absPage(facts: PageFacts, requested: string, version: number): string {
  const { id, title, authors, abstract, archive, submitted } = facts;
  const categories = facts.categories.map(([code, name]) => `${escape(name)} (${code})`);
  const [primary = '', ...secondary] = categories;
  const [code = ''] = facts.categories[0] ?? [];
  const number = (n: number): string =>
    n === version
      ? `<strong>[v${n}]</strong>`
      : `<strong><a href="/abs/${id}v${n}" rel="nofollow">[v${n}]</a></strong>`;
  const versions = Array.from({ length: facts.version }, (_, i) => i + 1);
  return page({
    title: `[${requested}] ${escape(title)}`,
    head: `
  <link rel="canonical" href="https://arxiv.org/abs/${id}"/>
  <meta property="og:url" content="https://arxiv.org/abs/${id}v${version}" />
  <meta name="citation_title" content="${escape(title)}" />
  ${authors.map((name) => `<meta name="citation_author" content="${escape(lastFirst(name))}" />`).join('')}
  <meta name="citation_arxiv_id" content="${id}" />
  <meta name="citation_abstract" content=" ${escape(abstract)}" />`,
    content: `<div id="abs-outer">

  <div class="leftcolumn">
    <div class="subheader">
      <h1>${escape(archive)} > ${escape(facts.categories[0]?.[1] ?? '')}</h1>
    </div>

    <div class="header-breadcrumbs-mobile">
      <strong>arXiv:${id}</strong> (${code.split('.')[0]})
    </div>
<div id="content-inner">
  <div id="abs">
    <div class="dateline">
  [Submitted on ${submitted}${version > 1 ? ` (<a href="https://arxiv.org/abs/${id}v1">v1</a>), this version v${version}` : ''}]</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${escape(title)}</h1>
    <div class="authors"><span class="descriptor">Authors:</span>${authors
      .map((name) => `<a href="/a/stand-in" rel="nofollow">${escape(name)}</a>`)
      .join(', ')}</div>
    <a class="mobile-submission-download" href="/pdf/${id}">View PDF</a>
    <blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>  ${escape(abstract)}
    </blockquote>

    <!--CONTEXT-->
    <div class="metatable">
      <table summary="Additional metadata"><tr>
          <td class="tablecell label">Subjects:</td>
          <td class="tablecell subjects">
            <span class="primary-subject">${primary}</span>${secondary.map((name) => `; ${name}`).join('')}</td>
        </tr><tr>
          <td class="tablecell label">Cite as:</td>
          <td class="tablecell arxivid"><span class="arxivid"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> [${code}]</span></td>
        </tr>
        <tr>
          <td class="tablecell label">&nbsp;</td>
          <td class="tablecell arxividv">(or <span class="arxivid">
              <a href="https://arxiv.org/abs/${id}v${version}">arXiv:${id}v${version}</a> [${code}]</span> for this version)
          </td>
        </tr></table>
    </div>
  </div>
</div>
    <div class="submission-history">
      <h2>Submission history</h2> From: ${escape(authors[0] ?? '')}<br/>
      ${versions.map((n) => `${number(n)} ${submitted}`).join('<br/>\n      ')}
</div>
  </div>
  <!--end leftcolumn-->
<div class="extra-services">    <div class="full-text">
      <span class="descriptor">Full-text links:</span>
      <h2>Access Paper:</h2>
      <ul>
<li><a href="/pdf/${id}" class="abs-button download-pdf">View PDF</a></li><li><a href="/src/${id}" class="abs-button download-eprint">TeX Source</a></li></ul>
    </div>
    <!--end full-text-->
    <div class="browse">
    <h3>Current browse context:</h3>
  <div class="current">${code}</div>
  <div class="prevnext"><a class="abs-button prev-url" href="/prevnext?id=${id}" rel="nofollow">&lt;&nbsp;prev</a> | <a class="abs-button next-url" href="/prevnext?id=${id}" rel="nofollow">next&nbsp;&gt;</a></div>
    </div>
    <div class="extra-ref-cite">
      <h3>References &amp; Citations</h3>
      <ul><li><a class="abs-button abs-button-small" href="/bibtex/${id}">Citation file</a></li></ul>
    </div>
  </div>
  <!--end extra-services-->
<div id="labstabs">
  <div class="labstabs" role="tablist" aria-label="Tools"><input type="radio" name="tabs" id="tabone" checked="checked" class="labs-tab-input">
    <label for="tabone" role="tab">Bibliographic Tools</label>
    <div class="tab"><h1>Bibliographic tools</h1></div>
    <input type="radio" name="tabs" id="tabfour" class="labs-tab-input">
    <label for="tabfour" role="tab">Related Papers</label>
    <div class="tab"><h1>Recommenders</h1><div id="coreRecommenderOutput"></div></div>
  </div>
</div>
  <div class="endorsers">A stand-in page, made for tests of Digest Lens.</div>
</div>`,
  });
}

export function missingPage(requested: string): string {
  return page({
    title: `[${escape(requested)}] Article not found`,
    head: '',
    content: `
      <h1>Article ${escape(requested)} not found</h1>
      <p>Nothing is known of '${escape(requested)}'. Perhaps <a href="/abs/${escape(requested.replace(/v\d+$/, ''))}">its latest version</a> is.</p>`,
  });
}

function page({ title, head, content }: { title: string; head: string; content: string }): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${STYLESHEET}">${head}
</head>
<body><div class="flex-wrap-footer">
    <a href="#content" class="ds-skip-link">Skip to main content</a>
<header class="ds-site-header">
  <a href="https://arxiv.org/" class="ds-site-header-logo">ar<b>X</b>iv</a>
  <button type="button" class="ds-site-header-nav-toggle" aria-label="Open menu">☰</button>
  <nav class="ds-site-header-nav" aria-label="Main navigation"><a href="/search">Search</a><a href="/login">Log in</a></nav>
</header>
    <main>
      <div id="content">
${content}
      </div>
    </main>
<footer class="ds-site-footer">A stand-in for arxiv.org.</footer>
</div></body>
</html>
`;
}

function lastFirst(name: string): string {
  const at = name.lastIndexOf(' ');
  return at < 0 ? name : `${name.slice(at + 1)}, ${name.slice(0, at)}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
