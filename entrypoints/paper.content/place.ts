import type { PaperPage } from '../../lib/arxiv/paper-pages';

/** Room for `In digest` at the least. */
const ENOUGH_PX = 96;

/**
 * Puts the mark into the free room at the end of one of the page's lines, where it takes no room of its own and so
 * moves nothing. Where there is none, it goes into the corner of the window.
 */
export function placeMark(document: Document, host: HTMLElement, { lines }: PaperPage): void {
  const places = lines.flatMap(([line, box]) => {
    const element = document.querySelector(line);
    const end = element?.closest(box)?.getBoundingClientRect().right ?? 0;
    return element ? [{ element, room: end - endOf(element, host) }] : [];
  });
  const [best] = places.toSorted((a, b) => b.room - a.room);
  const isRoomy = best !== undefined && best.room >= ENOUGH_PX;
  host.dataset['place'] = isRoomy ? 'line' : 'corner';
  host.style.maxWidth = isRoomy ? `${Math.floor(best.room) - 12}px` : '';
  const parent = isRoomy ? best.element : document.body;
  if (parent.lastElementChild !== host) parent.append(host);
}

/** Where the last line of an element's own text ends; beyond every box where it is not shown. */
function endOf(element: Element, host: HTMLElement): number {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  if (host.parentElement === element) range.setEndBefore(host);
  return [...range.getClientRects()].at(-1)?.right ?? Infinity;
}

/** Puts the panel after everything that stands in its box. */
export function placePanel(document: Document, host: HTMLElement, { panels }: PaperPage): void {
  const box = panels.map((panel) => document.querySelector(panel)).find((found) => found !== null);
  if (box && host.parentElement !== box) box.append(host);
}
