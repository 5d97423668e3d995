import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STYLESHEET } from './arxiv-page';
import type { Site } from './network';

/** Pages that were saved from arxiv.org. They are no part of the project, so not everybody has them. */
const SAVED = fileURLToPath(new URL('../../../shared/arxiv-pages/', import.meta.url));

interface SavedPage {
  url: string;
  kind: string;
  file: string;
}

function savedPages(): SavedPage[] {
  const manifest = join(SAVED, 'manifest.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as SavedPage[]) : [];
}

export interface ServedPage {
  url: string;
  kind: string;
  html: string;
  /** Absent on pages that show no paper. */
  id?: string;
  /** Every paper that it shows or lists, each once. */
  ids: string[];
  title?: string;
}

/** Every saved page. One paper was saved at several times, so each page has an address of its own. */
export const savedArxivPages: ServedPage[] = savedPages().map((page, i) => served(page, i));

/** Those about one paper. */
export const servedPages: ServedPage[] = savedArxivPages.filter(({ kind }) => kind.startsWith('abs'));

function served(page: SavedPage, i: number): ServedPage {
  const saved = readFileSync(join(SAVED, page.file), 'utf8');
  // Of a page without an icon a browser asks for one at an address of its own making.
  const icon = /rel=["'][^"']*icon/.test(saved) ? '' : '<link rel="icon" href="data:,">';
  const html = saved.replace('</head>', `${icon}<link rel="stylesheet" href="${STYLESHEET}"></head>`);
  const id = meta(html, 'citation_arxiv_id');
  const title = meta(html, 'citation_title');
  const address =
    URL.canParse(page.url) && !/…|\.\.\./.test(page.url)
      ? page.url
      : `https://arxiv.org/${page.kind === 'html-paper' ? 'html/2306.12345v1' : `abs/${id}`}`;
  const url = `${address}${address.includes('?') ? '&' : '?'}saved=${i}`;
  const isOfOne = /^(abs|html)/.test(page.kind);
  const own = id ?? /\/html\/([\d.]+)v/.exec(url)?.[1];
  const listed = [...html.matchAll(/\/abs\/(\d{4}\.\d{5})/g)].map(([, each]) => each ?? '');
  const ids = new Set(isOfOne ? own && [own] : listed);
  return { url, kind: page.kind, html, ids: [...ids], ...(id && { id }), ...(title && { title }) };
}

function meta(html: string, name: string): string | undefined {
  return new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];
}

/** The site with the saved pages in it, as they are but for our stylesheet in place of theirs. */
export function savedSite(site: Site): Site {
  const byUrl = new Map(savedArxivPages.map((page) => [page.url, page]));
  return (url) => {
    const page = byUrl.get(url.href);
    if (!page) return site(url);
    const status = page.kind === 'abs-404' ? 404 : 200;
    return { status, type: 'text/html; charset=utf-8', body: page.html };
  };
}
