import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import type { RelationGraph } from '../model.js';
import type { Projection } from './measure.js';
import { seededRandom } from './random.js';

export interface LayoutOptions {
  readonly seed: number;
  /** Upper bound of force iterations; large graphs get fewer (see {@link ITERATION_BUDGET}). */
  readonly iterations: number;
  /** Node sizes, in units of the layout. */
  readonly smallest: number;
  readonly largest: number;
}

export const LAYOUT_DEFAULTS: LayoutOptions = { seed: 42, iterations: 400, smallest: 3, largest: 24 };

/** Nodes times iterations that the force layout may spend. */
const ITERATION_BUDGET = 600_000;
const FEWEST_ITERATIONS = 5;
/** Removing overlaps takes quadratic time where nodes lie dense. */
const NOVERLAP_LIMIT = 3000;

/**
 * Writes `size` (by rank) and `x`, `y` on every node: ForceAtlas2 with settings inferred from the graph, from
 * seeded starting places that put each community on its own spot, then overlaps removed. The same graph
 * always gets the same places. Needs the measures.
 */
export function layout(
  graph: RelationGraph,
  projection: Projection,
  options: LayoutOptions = LAYOUT_DEFAULTS,
): void {
  if (graph.order === 0) return;
  writeSizes(graph, options);
  place(graph, projection, options.seed);
  const budget = Math.max(FEWEST_ITERATIONS, Math.floor(ITERATION_BUDGET / graph.order));
  const positions = forceAtlas2(projection, {
    iterations: Math.min(options.iterations, budget),
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(projection),
      edgeWeightInfluence: 0.5,
      linLogMode: true,
      outboundAttractionDistribution: true,
      adjustSizes: false,
      // Far groups of nodes push as one: less exact than the 0.5 by default, in half the time, to the same effect.
      barnesHutTheta: 0.8,
      gravity: 0.4,
      scalingRatio: 6,
    },
  });
  spread(graph, projection, positions);
}

function writeSizes(graph: RelationGraph, { smallest, largest }: LayoutOptions): void {
  const highest = graph.reduceNodes((most, _, { pagerank }) => Math.max(most, pagerank), 0) || 1;
  graph.forEachNode((_, attributes) => {
    attributes.size = round(smallest + (largest - smallest) * Math.sqrt(attributes.pagerank / highest));
  });
}

function place(graph: RelationGraph, projection: Projection, seed: number): void {
  const random = seededRandom(seed);
  const turn = Math.PI * (3 - Math.sqrt(5));
  graph.forEachNode((node, { community }) => {
    const distance = 60 * Math.sqrt(community);
    const angle = community * turn;
    const around = random() * 2 * Math.PI;
    const radius = 20 * Math.sqrt(random());
    projection.mergeNodeAttributes(node, {
      x: distance * Math.cos(angle) + radius * Math.cos(around),
      y: distance * Math.sin(angle) + radius * Math.sin(around),
    });
  });
}

/** Scales the places so that nodes of their sizes have room, and moves overlapping ones apart. */
function spread(
  graph: RelationGraph,
  projection: Projection,
  positions: Readonly<Record<string, { x: number; y: number }>>,
): void {
  const area = graph.reduceNodes((sum, _, { size }) => sum + (2 * size + 6) ** 2, 0);
  const radii = Object.values(positions)
    .map(({ x, y }) => Math.hypot(x, y))
    .sort((a, b) => a - b);
  const reach = radii[Math.floor(radii.length * 0.9)] || 1;
  const scale = (1.6 * Math.sqrt(area / Math.PI)) / reach;
  graph.forEachNode((node, { size }) => {
    const { x = 0, y = 0 } = positions[node] ?? {};
    projection.mergeNodeAttributes(node, { x: x * scale, y: y * scale, size });
  });
  if (graph.order <= NOVERLAP_LIMIT) {
    const maxIterations = graph.order <= 500 ? 300 : 60;
    noverlap.assign(projection, { maxIterations, settings: { margin: 3, ratio: 1.1, expansion: 1.05 } });
  }
  graph.forEachNode((node, attributes) => {
    attributes.x = round(Number(projection.getNodeAttribute(node, 'x')));
    attributes.y = round(Number(projection.getNodeAttribute(node, 'y')));
  });
}

/** To hundredths; never minus zero, which JSON does not keep. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
