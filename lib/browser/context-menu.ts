import browser from 'webextension-polyfill';
import { ARXIV_ORIGINS } from '../arxiv/address';

/** The patterns of links for which the menu offers the paper. */
const PAPER_LINKS = ARXIV_ORIGINS.flatMap((origin) =>
  ['abs', 'pdf', 'html'].map((kind) => origin.replace(/\*$/, `${kind}/*`)),
);

/**
 * Sets the entries in the menu of a link to a paper and of selected text. The browser keeps them from one start to
 * the next.
 */
export async function showMenu(titles: { paper: string; selection: string }): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'paper',
    title: titles.paper,
    contexts: ['link'],
    targetUrlPatterns: PAPER_LINKS,
  });
  browser.contextMenus.create({ id: 'selection', title: titles.selection, contexts: ['selection'] });
}

/** Hears which menu entry was chosen: `paper` gets the address of the link, `selection` the selected text. */
export function onMenu(chosen: {
  paper: (address: string) => void;
  selection: (text: string) => void;
}): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, selectionText }) => {
    if (menuItemId === 'paper' && linkUrl !== undefined) chosen.paper(linkUrl);
    if (menuItemId === 'selection' && selectionText !== undefined) chosen.selection(selectionText);
  });
}
