import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArxivId } from '../../lib/arxiv/id';
import type { Digest } from '../../lib/paper';
import { absPage, missingPage, type PageFacts, STYLESHEET } from './arxiv-page';
import type { Site, StandIn } from './network';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const CSS = readFileSync(at('../fixtures/pages/arxiv.css'), 'utf8');

/** Papers invented for the tests: one related to the sample digest, one about something else, one of an old scheme. */
export const inventedPapers = JSON.parse(
  readFileSync(at('../fixtures/pages/papers.json'), 'utf8'),
) as PageFacts[];

export const SAMPLE = at('../../assets/public/sample-10-Apr-2025.md');

/** The papers of digests, with as much as these tell; the rest of a page is made up. */
export function pagesOf(digests: readonly Digest[]): PageFacts[] {
  return digests.flatMap(({ entries }) =>
    entries.map((entry) => ({
      id: entry.id,
      version: Math.max(3, entry.version ?? 0),
      title: entry.title ?? `arXiv:${entry.id}`,
      authors: entry.authors ?? [],
      abstract: entry.abstract ?? '',
      categories: [['cs.IR', 'Information Retrieval']],
      archive: 'Computer Science',
      submitted: '8 Apr 2025',
    })),
  );
}

const HOSTS = new Set(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org']);

/** arxiv.org, as far as these papers go. */
export function arxivSite(papers: readonly PageFacts[]): Site {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return (url) => {
    if (!HOSTS.has(url.host)) return undefined;
    if (url.pathname === STYLESHEET) return { status: 200, type: 'text/css', body: CSS };
    // Its address is all that is needed of a PDF: no script runs there.
    if (url.pathname.startsWith('/pdf/'))
      return html(200, '<!DOCTYPE html><link rel="icon" href="data:,"><title>A paper</title>');
    return standIn(byId, url);
  };
}

function standIn(byId: ReadonlyMap<string, PageFacts>, url: URL): StandIn {
  const requested = requestedId(url);
  const parsed = parseArxivId(requested);
  const paper = parsed && byId.get(parsed.id);
  const version = parsed?.version ?? paper?.version ?? 0;
  if (!paper || version > paper.version) return html(404, missingPage(requested));
  return html(200, absPage(paper, requested, version));
}

/** `/abs/2504.05309v2`, `/abs?id=2504.05309` */
function requestedId(url: URL): string {
  if (url.pathname === '/abs') return url.searchParams.get('id') ?? '';
  return url.pathname.replace(/^\/(abs\/)?/, '');
}

function html(status: number, body: string): StandIn {
  return { status, type: 'text/html; charset=utf-8', body };
}
