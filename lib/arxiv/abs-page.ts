import type { ArxivId } from '../paper';
import { paperInAddress } from './address';
import { parseArxivId } from './id';

/** The paper that an abs page shows, in the page's own words. */
export interface AbsPage {
  id: ArxivId;
  title: string;
  abstract?: string;
  authors: string[];
}

/*
 * The selectors were seen on saved abs pages of 2018 to August 2026: `#abs`, `h1.title`, `.authors` and
 * `blockquote.abstract` stand in all of them.
 */

/**
 * The paper that an abs page shows; undefined if the page shows none. A 404 page quotes the id that was asked for, so
 * an address alone proves nothing: arXiv's own meta element or the title has to be there.
 */
export function readAbsPage(document: Document): AbsPage | undefined {
  const heading = document.querySelector('#abs h1.title');
  const id = idInMeta(document) ?? (heading ? idOf(document) : undefined);
  if (id === undefined) return undefined;
  const abstract =
    meta(document, 'citation_abstract') ?? text(document.querySelector('#abs blockquote.abstract'));
  return {
    id,
    title: meta(document, 'citation_title') ?? text(heading) ?? '',
    authors: authorsOf(document),
    ...(abstract === undefined ? {} : { abstract }),
  };
}

function idInMeta(document: Document): ArxivId | undefined {
  return parseArxivId(meta(document, 'citation_arxiv_id') ?? '')?.id;
}

/** The id in the page's address, for pages without their meta elements. */
function idOf(document: Document): ArxivId | undefined {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return paperInAddress(canonical ?? '') ?? paperInAddress(document.URL);
}

function authorsOf(document: Document): string[] {
  const names = [...document.querySelectorAll<HTMLMetaElement>('meta[name=citation_author]')];
  if (names.length > 0) return names.map((name) => givenNameFirst(name.content));
  return [...document.querySelectorAll('#abs .authors a')].flatMap((link) => text(link) ?? []);
}

/** Puts the given name first: the page's `Chen, Shangyu` is `Shangyu Chen` in digests. */
function givenNameFirst(name: string): string {
  const [last = '', ...rest] = name.split(',');
  return [...rest, last]
    .map((part) => part.trim())
    .join(' ')
    .trim();
}

function meta(document: Document, name: string): string | undefined {
  const content = document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content.trim();
  return content || undefined;
}

/** The text without arXiv's own label in front ("Title:", "Abstract:"). */
function text(element: Element | null): string | undefined {
  if (!element) return undefined;
  const words = [...element.childNodes]
    .filter((node) => !('matches' in node && (node as Element).matches('.descriptor')))
    .map((node) => node.textContent ?? '');
  return words.join('').replaceAll(/\s+/g, ' ').trim() || undefined;
}
