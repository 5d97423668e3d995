import type { ArxivId } from '../paper';
import { parseArxivId } from './id';

/** arXiv itself; its mirrors have gone or lead here. */
export const ARXIV_HOSTS: readonly string[] = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];

/** Matches every address of arXiv, as manifests and permissions write it. */
export const ARXIV_ORIGINS: readonly string[] = ARXIV_HOSTS.map((host) => `*://${host}/*`);

export const absAddress = (id: ArxivId): string => `https://arxiv.org/abs/${id}`;

/** The pages of one paper. Others (`/format/…`, `/tb/…`, `/src/…`) hold an id too, and show no paper. */
const PAPER_PAGES = ['abs', 'html', 'pdf'];

/** The paper that an address of arXiv asks for; whether there is one, only the page can tell. */
export function paperInAddress(address: string): ArxivId | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, search } = new URL(address);
  const [, page = '', first = '', second = ''] = pathname.split('/');
  if (!ARXIV_HOSTS.includes(hostname) || !PAPER_PAGES.includes(page)) return undefined;
  const written = page === 'abs' && !first ? idInQuery(search) : first;
  return (parse(written) ?? parse(`${first}/${second}`))?.id;
}

const parse = (text: string) => parseArxivId(text.replace(/\.pdf$/, ''));

/** `?id=2504.05309`, `?archive=hep-th&papernum=9901002`, `?hep-th/9901002` */
function idInQuery(search: string): string {
  const query = new URLSearchParams(search);
  return (
    query.get('id') ??
    (query.has('papernum') ? `${query.get('archive')}/${query.get('papernum')}` : search.slice(1))
  );
}
