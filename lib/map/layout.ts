import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Likeness } from './likeness';
import { MAP_HEIGHT, MAP_WIDTH, type Point } from './plane';

/** What stays free at each side of the map for coasts and names, in units of the map. */
const MARGIN = 46;

/**
 * The spacing is the distance from one paper to the next, in units of the map. The papers together fill this share of
 * the map, unless the spacing would then be wider than still looks like one picture.
 */
const WIDEST_SPACING = 30;
const FILLED_SHARE = 0.27;

/** What stays free around an island for its coast and its name, in units of the map. */
const ISLAND_MARGIN = 32;

/**
 * A map of few papers is not enlarged by more than the first factor, and not stretched one way by more than the
 * second.
 */
const LARGEST_SCALE = 1.5;
const WIDEST_STRETCH = 1.3;

const ROUNDS = 140;

/** The share of its heat that the simulation loses in each round: by the last round everything stands still. */
const COOLING = 1 - 0.001 ** (1 / ROUNDS);

type Node = SimulationNodeDatum & Point;
type Tie = SimulationLinkDatum<Node> & { strength: number };

interface Layout {
  places: Point[];
  spacing: number;
}

/** Papers that stand together, given by their places in the list: a region, or a single paper that is in none. */
type Island = readonly number[];

/**
 * Where each paper stands: regions near the regions they are most like, in each region papers near the papers they
 * are most like, and no paper on top of another. The same links and regions give the same places, since d3-force
 * draws its random numbers from a fixed sequence.
 */
export function layOut(papers: number, links: readonly Likeness[], regions: readonly Island[]): Layout {
  const spacing = Math.min(
    WIDEST_SPACING,
    Math.sqrt((FILLED_SHARE * MAP_WIDTH * MAP_HEIGHT) / Math.max(1, papers)),
  );
  const inRegions = new Set(regions.flat());
  const alone = Array.from({ length: papers }, (_, paper) => paper).filter((paper) => !inRegions.has(paper));
  const islands = [...regions, ...alone.map((paper) => [paper])];
  const islandOf = new Map(islands.flatMap((members, island) => members.map((paper) => [paper, island])));
  const centres = layOutIslands(islands, links, islandOf, spacing);
  return { places: fit(layOutPapers(papers, links, islandOf, centres, spacing)), spacing };
}

function layOutIslands(
  islands: readonly Island[],
  links: readonly Likeness[],
  islandOf: ReadonlyMap<number, number>,
  spacing: number,
): Point[] {
  const ties = new Map<string, Tie>();
  for (const { source, target, likeness } of links) {
    const [from, to] = [islandOf.get(source) ?? 0, islandOf.get(target) ?? 0].toSorted((a, b) => a - b);
    if (from === undefined || to === undefined || from === to) continue;
    const tie = ties.get(`${from} ${to}`) ?? { source: from, target: to, strength: 0 };
    const pairs = (islands[from]?.length ?? 1) * (islands[to]?.length ?? 1);
    tie.strength += likeness / Math.sqrt(pairs);
    ties.set(`${from} ${to}`, tie);
  }
  const radii = islands.map(
    ({ length }) => 0.6 * spacing * Math.sqrt(length) + (length > 1 ? ISLAND_MARGIN : 0),
  );
  const radius = (island: number) => radii[island] ?? 0;
  const nodes = islands.map(() => ({}) as Node);
  forceSimulation(nodes)
    .alphaDecay(COOLING)
    .force(
      'like',
      linkForce(
        [...ties.values()],
        ({ source, target }) => radius(indexOf(source)) + radius(indexOf(target)),
      ),
    )
    .force(
      'apart',
      forceManyBody<Node>().strength((_, island) => -6 * radius(island)),
    )
    .force('side by side', forceCollide<Node>((_, island) => radius(island)).iterations(4))
    .force(
      'x',
      forceX<Node>().strength((_, island) => (radius(island) > spacing ? 0.05 : 0.12)),
    )
    .force('y', forceY<Node>().strength(0.3))
    .stop()
    .tick(ROUNDS);
  return nodes;
}

function layOutPapers(
  papers: number,
  links: readonly Likeness[],
  islandOf: ReadonlyMap<number, number>,
  centres: readonly Point[],
  spacing: number,
): Point[] {
  const centreOf = (paper: number): Point => centres[islandOf.get(paper) ?? 0] ?? { x: 0, y: 0 };
  const nodes = Array.from({ length: papers }, (_, paper): Node => {
    const { x, y } = centreOf(paper);
    // The papers begin on a spiral, so that no two begin at the same point.
    const angle = paper * Math.PI * (3 - Math.sqrt(5));
    const away = 0.5 * spacing * Math.sqrt(paper % 97);
    return { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) };
  });
  const ties = links.map(({ source, target, likeness }): Tie => {
    const isWithin = islandOf.get(source) === islandOf.get(target);
    return { source, target, strength: (isWithin ? 0.35 : 0.04) * likeness };
  });
  forceSimulation(nodes)
    .alphaDecay(COOLING)
    .force(
      'like',
      linkForce(ties, () => spacing),
    )
    .force('side by side', forceCollide<Node>(0.48 * spacing))
    .force('x', forceX<Node>((_, paper) => centreOf(paper).x).strength(0.1))
    .force('y', forceY<Node>((_, paper) => centreOf(paper).y).strength(0.1))
    .stop()
    .tick(ROUNDS);
  return nodes;
}

function linkForce(ties: Tie[], distance: (tie: Tie) => number) {
  return forceLink<Node, Tie>(ties)
    .distance(distance)
    .strength(({ strength }) => Math.min(1, strength));
}

/** The number of an end of a tie; d3-force replaces the number by the node itself. */
function indexOf(end: Tie['source']): number {
  return typeof end === 'object' ? (end.index ?? 0) : Number(end);
}

/**
 * Moves the places into the middle of the map and scales them to fill it. Each direction has a scale of its own,
 * within bounds, so that distances stay comparable and no half of the picture is empty.
 */
function fit(places: readonly Point[]): Point[] {
  if (places.length === 0) return [];
  const x = spanOf(places.map((place) => place.x));
  const y = spanOf(places.map((place) => place.y));
  const [width, height] = [MAP_WIDTH - 2 * MARGIN, MAP_HEIGHT - 2 * MARGIN];
  const common = Math.min(width / (x.size || 1), height / (y.size || 1), LARGEST_SCALE);
  const scaleX = Math.min(width / (x.size || 1), WIDEST_STRETCH * common);
  const scaleY = Math.min(height / (y.size || 1), WIDEST_STRETCH * common);
  return places.map((place) => ({
    x: rounded(MAP_WIDTH / 2 + (place.x - x.low - x.size / 2) * scaleX),
    y: rounded(MAP_HEIGHT / 2 + (place.y - y.low - y.size / 2) * scaleY),
  }));
}

function spanOf(values: readonly number[]): { low: number; size: number } {
  const low = Math.min(...values);
  return { low, size: Math.max(...values) - low };
}

const rounded = (value: number): number => Math.round(10 * value) / 10;
