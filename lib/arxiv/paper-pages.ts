import type { PageKind } from '../paper';
import { type AbsPage, readAbsPage } from './abs-page';
import { readHtmlPage } from './html-page';

/** A kind of page that shows one paper: how to read it, and where it has room for us. */
export interface PageLayout {
  kind: PageKind;
  read(document: Document): AbsPage | undefined;
  /** The title, after which the mark stands. */
  title: string;
  /** Lines that may end in free room, each with the box that ends it. */
  lines: readonly [line: string, box: string][];
  /** The panel stands at the end of the first of these, where it pushes nothing that a reader is looking at. */
  panels: readonly string[];
}

/* The selectors stand in saved pages of 2020 to August 2026, the narrow page's line in those that have one. */
const LAYOUTS: Record<'abs' | 'html', PageLayout> = {
  abs: {
    kind: 'abs',
    read: readAbsPage,
    title: '#abs h1.title',
    lines: [
      ['#abs .dateline', '#abs .dateline'],
      ['.header-breadcrumbs-mobile', '.header-breadcrumbs-mobile'],
    ],
    panels: ['.extra-services', '.leftcolumn', '#abs'],
  },
  html: {
    kind: 'html',
    read: readHtmlPage,
    title: '.ltx_document h1.ltx_title_document',
    lines: [['#watermark-tr', '.ltx_page_main']],
    panels: ['.ltx_document'],
  },
};

export function pageLayoutAt(address: string): PageLayout {
  return LAYOUTS[new URL(address).pathname.startsWith('/html') ? 'html' : 'abs'];
}
