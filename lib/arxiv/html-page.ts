import type { AbsPage } from './abs-page';
import { paperInAddress } from './address';

/**
 * The paper that arXiv shows as HTML; undefined if the page shows none. Such a page names its id only in its address
 * and in a line of text. LaTeXML has made these pages since 2023, in two different frames.
 */
export function readHtmlPage(document: Document): AbsPage | undefined {
  const id = paperInAddress(document.URL);
  const paper = document.querySelector('.ltx_document');
  if (id === undefined || !paper) return undefined;
  const abstract = text(paper.querySelector('.ltx_abstract'));
  return {
    id,
    title: text(paper.querySelector('.ltx_title_document')),
    authors: [...paper.querySelectorAll('.ltx_personname')].map(text).filter(Boolean),
    ...(abstract && { abstract }),
  };
}

/**
 * The words as a person reads them. A formula carries its TeX beside its symbols, and the abstract's heading does not
 * belong to the abstract, so both are removed.
 */
function text(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('annotation, .ltx_note, .ltx_title_abstract')) extra.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
