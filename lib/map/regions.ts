import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Likeness } from './likeness';

/** Fewer papers make no region: they stand among the papers of none. */
const FEWEST_PAPERS = 4;

/** Louvain's resolution: a value above 1 gives more and smaller regions. */
const RESOLUTION = 1.4;

/**
 * The regions of a map, the largest first, each as the places of its papers in the list. The papers of a region are
 * linked among themselves more than with the rest (Louvain's method). A paper is in one region at most.
 */
export function findRegions(papers: number, links: readonly Likeness[]): number[][] {
  const graph = new UndirectedGraph();
  for (let paper = 0; paper < papers; paper += 1) graph.addNode(paper);
  for (const { source, target, likeness } of links) graph.addEdge(source, target, { weight: likeness ** 2 });
  const communities = louvain(graph, {
    getEdgeWeight: 'weight',
    resolution: RESOLUTION,
    randomWalk: false,
  });
  const regions = new Map<number, number[]>();
  for (const [paper, community] of Object.entries(communities)) {
    const known = regions.get(community);
    if (known) known.push(Number(paper));
    else regions.set(community, [Number(paper)]);
  }
  return [...regions.values()]
    .filter((members) => members.length >= FEWEST_PAPERS)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
