import type { Point } from './plane';

interface Size {
  width: number;
  height: number;
}

type Box = Point & Size;

/**
 * A region whose name is to be placed: where its papers stand, and the sizes of its name and of ever shorter forms of
 * it.
 */
interface NamedRegion {
  papers: readonly Point[];
  forms: readonly Size[];
}

/** The middle of a name, and which of its forms fits there; undefined if none fits. */
export type NamePlace = (Point & { form: number }) | undefined;

/** What stays free between two names, around a name and at the edge. */
const GAP = 4;

/** The distance between a name and the papers that it stands above or below. */
const RISE = 12;

/**
 * What it costs to hide a paper of the region itself, to hide a paper of another region, and to come as `NEAR`
 * another region's paper as if it were meant.
 */
const OWN_HIDDEN = 1;
const OTHER_HIDDEN = 4;
const OTHER_NEAR = 1.5;
const NEAR = 18;

/** What it costs to hide all papers of the region, beside the cost of each. */
const ALL_HIDDEN = 6;

/** What it costs to use the next shorter form, and to stand in a spot further down the list. */
const SHORTER = 2.5;
const LATER_SPOT = 0.1;

/** What each pixel away from the middle of the region costs. */
const ASIDE = 0.02;

/**
 * Places the names of regions, the first region first. No name stands on another or beyond the edge, and as few
 * papers of other regions as possible are near. A name that has too little room is placed in a shorter form.
 */
export function placeNames(named: readonly NamedRegion[], all: readonly Point[], room: Size): NamePlace[] {
  const taken: Box[] = [];
  return named.map(({ papers, forms }): NamePlace => {
    const spots = forms.flatMap((size, form) =>
      spotsAbout(papers, size, room)
        .filter((box) => !taken.some((other) => overlap(box, other, GAP)))
        .map((box, at) => ({ box, form, cost: costOf(box, papers, all) + LATER_SPOT * at + SHORTER * form })),
    );
    const [best] = spots.toSorted((a, b) => a.cost - b.cost);
    if (!best) return undefined;
    taken.push(best.box);
    const { x, y, width, height } = best.box;
    return { x: x + width / 2, y: y + height / 2, form: best.form };
  });
}

/** Spots above, below and on the papers, the preferred ones first. */
function spotsAbout(papers: readonly Point[], { width, height }: Size, room: Size): Box[] {
  const xs = papers.map(({ x }) => x);
  const ys = papers.map(({ y }) => y);
  const middle = { x: mean(xs), y: mean(ys) };
  const [top, bottom] = [Math.min(...ys) - height / 2 - RISE, Math.max(...ys) + height / 2 + RISE];
  const heights = [top, bottom, top + RISE, bottom - RISE, middle.y, top + height + RISE];
  const spots = [0, -0.25, 0.25, -0.5, 0.5].flatMap((aside) =>
    heights.map((y) => ({ x: middle.x + aside * width, y })),
  );
  spots.push({ x: Math.min(...xs) - width / 2 - RISE, y: middle.y });
  spots.push({ x: Math.max(...xs) + width / 2 + RISE, y: middle.y });
  return spots.map(({ x, y }) => ({
    x: clamp(x - width / 2, GAP, room.width - width - GAP),
    y: clamp(y - height / 2, GAP, room.height - height - GAP),
    width,
    height,
  }));
}

function costOf(box: Box, own: readonly Point[], all: readonly Point[]): number {
  const hides = (points: readonly Point[], about: number) =>
    points.reduce(
      (count, point) => count + Number(overlap(box, { ...point, width: 0, height: 0 }, about)),
      0,
    );
  const ownHidden = hides(own, GAP);
  const aside = Math.abs(box.x + box.width / 2 - mean(own.map(({ x }) => x)));
  return (
    ASIDE * aside +
    OWN_HIDDEN * ownHidden +
    (ALL_HIDDEN * ownHidden) / own.length +
    OTHER_HIDDEN * (hides(all, GAP) - ownHidden) +
    OTHER_NEAR * (hides(all, NEAR) - hides(own, NEAR))
  );
}

function overlap(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
