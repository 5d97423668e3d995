import type { ArxivId } from '../paper';
import { parseArxivId } from './id';

/** The hosts of arXiv itself. Its mirrors are gone or lead to these. */
export const ARXIV_HOSTS: readonly string[] = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];

/** Patterns that match every address of arXiv, as manifests and permissions write them. */
export const ARXIV_ORIGINS: readonly string[] = ARXIV_HOSTS.map((host) => `*://${host}/*`);

export const absAddress = (id: ArxivId): string => `https://arxiv.org/abs/${id}`;

/**
 * The kinds of address that show a paper. Others (`/format/…`, `/tb/…`, `/src/…`) hold an id too, but show no paper.
 */
const PAPER_PAGES = ['abs', 'html', 'pdf'];

/**
 * The paper that an address of arXiv asks for; undefined if it asks for none. Only the page can tell whether the
 * paper exists.
 */
export function paperInAddress(address: string): ArxivId | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, search } = new URL(address);
  const [, page = '', first = '', second = ''] = pathname.split('/');
  if (!ARXIV_HOSTS.includes(hostname) || !PAPER_PAGES.includes(page)) return undefined;
  const written = page === 'abs' && !first ? idInQuery(search) : first;
  return (parse(written) ?? parse(`${first}/${second}`))?.id;
}

const parse = (text: string) => parseArxivId(text.replace(/\.pdf$/, ''));

/** The id in a query: `?id=2504.05309`, `?archive=hep-th&papernum=9901002` or `?hep-th/9901002`. */
function idInQuery(search: string): string {
  const query = new URLSearchParams(search);
  return (
    query.get('id') ??
    (query.has('papernum') ? `${query.get('archive')}/${query.get('papernum')}` : search.slice(1))
  );
}
