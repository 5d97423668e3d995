import type { PageKind } from '../paper';
import { type AbsPage, readAbsPage } from './abs-page';
import { readHtmlPage } from './html-page';

/** A kind of page that shows one paper: how to read it, and where it has room for the mark and the panel. */
export interface PageLayout {
  kind: PageKind;
  read(document: Document): AbsPage | undefined;
  /** The selector of the title, after which the mark stands. */
  title: string;
  /** Selectors of lines that may end in free room, each with the selector of the box that ends the line. */
  lines: readonly [line: string, box: string][];
  /**
   * The panel stands at the end of the first of these that the page has, where it moves nothing that a reader is
   * looking at.
   */
  panels: readonly string[];
}

/*
 * The selectors were seen on saved pages of 2020 to August 2026; the line of the narrow page only on those pages that
 * have it.
 */
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

/** The layout of the page at an address of one paper; any other address than HTML's counts as an abs page. */
export function pageLayoutAt(address: string): PageLayout {
  return LAYOUTS[new URL(address).pathname.startsWith('/html') ? 'html' : 'abs'];
}
