import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { RelationGraph } from '../model.js';
import { seededRandom } from './random.js';

/** A graph with one undirected edge for each pair of tied nodes, weighted by what ties them. */
export type Projection = UndirectedGraph<Record<string, unknown>, { weight: number }>;

/**
 * The graph without directions, parallel edges and signs. Weights are damped (the logarithm of the number of
 * independent sources), so that a much-repeated office does not outweigh ten different ties.
 */
export function project(graph: RelationGraph): Projection {
  const projection: Projection = new UndirectedGraph();
  graph.forEachNode(node => projection.addNode(node));
  graph.forEachEdge((_, { sources }, source, target) => {
    if (source === target) return;
    const weight = 1 + Math.log2(Math.max(1, sources));
    const edge = projection.edge(source, target);
    if (edge === undefined) projection.addEdge(source, target, { weight });
    else projection.updateEdgeAttribute(edge, 'weight', known => (known ?? 0) + weight);
  });
  return projection;
}

export interface MeasureOptions {
  /** Seed of the community search. */
  readonly seed: number;
}

export const MEASURE_DEFAULTS: MeasureOptions = { seed: 42 };

/**
 * Writes `degree` (number of edges), `pagerank` (weighted, sums to 1) and `community` (Louvain; 0 is the
 * largest) on every node.
 */
export function measure(
  graph: RelationGraph,
  projection: Projection,
  options: MeasureOptions = MEASURE_DEFAULTS,
): void {
  if (graph.order === 0) return;
  const ranks = pagerank(projection, { getEdgeWeight: 'weight', tolerance: 1e-6, maxIterations: 500 });
  const communities = louvain(projection, { rng: seededRandom(options.seed), getEdgeWeight: 'weight' });
  const bySize = orderBySize(communities);
  graph.forEachNode((node, attributes) => {
    attributes.degree = graph.degree(node);
    attributes.pagerank = round(ranks[node] ?? 0);
    attributes.community = bySize.get(communities[node] ?? -1) ?? 0;
  });
}

function orderBySize(communities: Readonly<Record<string, number>>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const community of Object.values(communities)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ordered = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Map(ordered.map(([community], index) => [community, index]));
}

function round(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
