import { backgroundOf } from '../find/related/term-background';
import type { ArxivId } from '../paper';
import type { TermVectors } from '../text/term-vectors';
import { coastsOf } from './coasts';
import { layOut } from './layout';
import { type MappedPaper, nearestLinks } from './likeness';
import type { Point } from './plane';
import { nameRegions } from './region-names';
import { findRegions } from './regions';

export type { MappedPaper } from './likeness';

export interface MapPlace extends Point {
  id: ArxivId;
  title: string;
  /** The index of the place's region in `regions`; undefined if the paper is in none. */
  region: number | undefined;
}

export interface MapRegion {
  /** The most telling terms of the region as its papers write them, the most telling first. */
  name: string[];
  ids: ArxivId[];
  /** The outline as an SVG path. */
  coast: string;
}

/**
 * A picture of papers: papers that are alike stand near each other, and papers that belong together form a region.
 */
export interface PaperMap {
  places: MapPlace[];
  /** The regions, the largest first. */
  regions: MapRegion[];
  /** The distance from one paper to the next, in units of the map. */
  spacing: number;
}

/** Makes the map of papers. The same papers give the same map, in whatever order they come. */
export function mapPapers(papers: readonly MappedPaper[], vectors: TermVectors | undefined): PaperMap {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const background = backgroundOf(vectors);
  const links = nearestLinks(sorted, vectors, background);
  const regions = findRegions(sorted.length, links);
  const { places, spacing } = layOut(sorted.length, links, regions);
  const names = nameRegions(sorted, regions, background);
  const coasts = coastsOf(places, regions, spacing);
  const regionOf = new Map(regions.flatMap((members, region) => members.map((paper) => [paper, region])));
  return {
    places: sorted.map(({ id, title }, i) => ({
      id,
      title,
      x: places[i]?.x ?? 0,
      y: places[i]?.y ?? 0,
      region: regionOf.get(i),
    })),
    regions: regions.map((members, region) => ({
      name: names[region] ?? [],
      ids: members.map((paper) => sorted[paper]?.id ?? ''),
      coast: coasts[region] ?? '',
    })),
    spacing,
  };
}
