import type { PageLayout } from '../../lib/arxiv/paper-pages';

/** The least room in which `In digest` can be read, and the distance to the words before it. */
const ENOUGH_PX = 116;
const GAP_PX = 12;

/** Room for the panel's heading and a paper or two: in less, nothing could be read without scrolling. */
const ENOUGH_HEIGHT_PX = 160;

/**
 * Puts an element in its place in steps that in turn read the page and write to it; the first one reads. What it
 * returns is the part of the page that the element leans on.
 */
export type Placing = (
  document: Document,
  host: HTMLElement,
  page: PageLayout,
) => Generator<void, Element | undefined>;

/** All read, then all write: whoever reads what was just written makes the browser lay out the page once more. */
export function placeAll(
  document: Document,
  page: PageLayout,
  placings: ReadonlyMap<HTMLElement, Placing>,
): Map<HTMLElement, Element | undefined> {
  const supports = new Map<HTMLElement, Element | undefined>();
  let left = [...placings].map(([host, placing]) => ({ host, steps: placing(document, host, page) }));
  while (left.length > 0) {
    left = left.filter(({ host, steps }) => {
      const { done, value } = steps.next();
      if (done) supports.set(host, value ?? undefined);
      return !done;
    });
  }
  return supports;
}

/** How the page is laid out where ours leans on it: as long as this stays the same, ours need not be moved. */
export function layoutOf(document: Document, { title, lines, panels }: PageLayout): string {
  const elements = (selectors: readonly string[]) =>
    selectors.map((selector) => document.querySelector(selector));
  const boxes = elements([title, ...panels, ...lines.map(([, box]) => box)]);
  const rects = [
    ...boxes.map((box) => box?.getBoundingClientRect()),
    ...elements(lines.map(([line]) => line)).map((line) => line && endOf(line)),
  ];
  // A height counts only for the title: the other boxes grow with the panel that stands in them.
  const numbers = rects.map((rect) => rect && [rect.left, rect.top + scrollY, rect.width]);
  return [innerWidth, innerHeight, rects[0]?.height, ...numbers].join();
}

/**
 * Puts the mark right after the title, where it takes no room, so that it moves nothing. It is shown in the free room
 * at the end of one of the page's lines, or where no line has any, in the corner of the window.
 */
export function* placeMark(
  document: Document,
  host: HTMLElement,
  { title, lines }: PageLayout,
): ReturnType<Placing> {
  const ends = lines.flatMap(([line, box]) => {
    const element = document.querySelector(line);
    const end = element && endOf(element);
    if (!end) return [];
    const room = (element.closest(box)?.getBoundingClientRect().right ?? 0) - end.right;
    return [{ element, end, room }];
  });
  const best = ends.toSorted((a, b) => b.room - a.room)[0];
  const isRoomy = best !== undefined && best.room >= ENOUGH_PX;

  yield;
  const heading = document.querySelector(title);
  if (!heading && host.parentElement !== document.body) document.body.append(host);
  if (heading && heading.nextElementSibling !== host) heading.after(host);
  host.dataset['place'] = isRoomy ? 'line' : 'corner';
  host.style.width = isRoomy ? `${Math.floor(best.room) - 2 * GAP_PX}px` : '';
  host.style.translate = '';
  if (!isRoomy) return undefined;

  yield;
  const { left, top, height } = host.getBoundingClientRect();
  const { end } = best;

  yield;
  host.style.translate = `${end.right + GAP_PX - left}px ${end.top + end.height / 2 - top - height / 2}px`;
  return best.element;
}

/** The box of the last line of an element's text; undefined where the element is not shown. */
function endOf(element: Element): DOMRect | undefined {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].at(-1);
}

/**
 * Puts the panel after everything that stands in its box. Where it would move only what is out of sight when the page
 * opens, it takes the room that it needs; elsewhere it lies in the room that is free, and scrolls where that is too
 * little. On a page without such a box or room, it stands in the corner of the window.
 */
export function* placePanel(
  document: Document,
  host: HTMLElement,
  { panels }: PageLayout,
): ReturnType<Placing> {
  const box = panels.map((panel) => document.querySelector(panel)).find((found) => found !== null);
  const width = box && roomIn(box);

  yield;
  const parent = box ?? document.body;
  if (host.parentElement !== parent) parent.append(host);
  host.dataset['place'] = box ? 'free' : 'corner';
  host.style.width = box ? `${width}px` : '';
  host.style.maxHeight = '';
  if (!box) return undefined;

  yield;
  const floor = floorUnder(host);
  const room = floor - host.getBoundingClientRect().top;
  const isOutOfSight = floor + scrollY >= innerHeight;

  yield;
  if (!isOutOfSight && room >= ENOUGH_HEIGHT_PX) {
    host.style.maxHeight = `${Math.floor(room)}px`;
    return box;
  }
  host.style.width = '';
  host.dataset['place'] = isOutOfSight ? 'box' : 'corner';
  return box;
}

/** The width that a block has inside an element. */
function roomIn(element: Element): number {
  const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(element);
  return [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].reduce(
    (room, taken) => room - Number.parseFloat(taken),
    element.getBoundingClientRect().width,
  );
}

/** Where whatever stands next below an element begins. */
function floorUnder(element: Element): number {
  const { left, right, top } = element.getBoundingClientRect();
  const root = element.ownerDocument.documentElement;
  let floor = root.getBoundingClientRect().bottom;
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const box = next.getBoundingClientRect();
      if (box.height > 0 && box.top >= top && box.left < right && box.right > left) {
        floor = Math.min(floor, box.top);
      }
    }
  }
  return floor;
}
