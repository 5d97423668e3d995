import type { PaperPage } from '../../lib/arxiv/paper-pages';

/** Room for `In digest` at the least, and the distance to the words before it. */
const ENOUGH_PX = 112;
const GAP_PX = 12;

/**
 * Puts the mark right after the title. It takes no room there, so that it moves nothing: it is shown in the free room
 * at the end of one of the page's lines, or where there is none, in the corner of the window. The answer is the line.
 */
export function placeMark(
  document: Document,
  host: HTMLElement,
  { title, lines }: PaperPage,
): Element | undefined {
  const heading = document.querySelector(title);
  if (!heading && host.parentElement !== document.body) document.body.append(host);
  if (heading && heading.nextElementSibling !== host) heading.after(host);

  const ends = lines.flatMap(([line, box]) => {
    const element = document.querySelector(line);
    const end = element && endOf(element);
    if (!end) return [];
    const room = (element.closest(box)?.getBoundingClientRect().right ?? 0) - end.right;
    return [{ element, end, room }];
  });
  const best = ends.toSorted((a, b) => b.room - a.room)[0];
  const isRoomy = best !== undefined && best.room >= ENOUGH_PX;
  host.dataset['place'] = isRoomy ? 'line' : 'corner';
  host.style.width = isRoomy ? `${Math.floor(best.room) - GAP_PX}px` : '';
  host.style.translate = '';
  if (!isRoomy) return undefined;
  const { left, top, height } = host.getBoundingClientRect();
  const { end } = best;
  host.style.translate = `${end.right + GAP_PX - left}px ${end.top + end.height / 2 - top - height / 2}px`;
  return best.element;
}

/** The last line of an element's text; none where it is not shown. */
function endOf(element: Element): DOMRect | undefined {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].at(-1);
}

/** Puts the panel after everything that stands in its box, which is the answer. */
export function placePanel(
  document: Document,
  host: HTMLElement,
  { panels }: PaperPage,
): Element | undefined {
  const box = panels.map((panel) => document.querySelector(panel)).find((found) => found !== null);
  if (box && host.parentElement !== box) box.append(host);
  return box ?? undefined;
}
