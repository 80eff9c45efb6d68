import noverlap from 'graphology-layout-noverlap';
import type { RelationGraph } from '../model.js';
import type { ForceWork, Places } from './forces.js';
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
 * Writes `size` (by rank) on every node and makes the work of ForceAtlas2, from seeded starting places that put each
 * community on its own spot. The same graph always gets the same places. Needs the measures.
 */
export function beginLayout(
  graph: RelationGraph,
  projection: Projection,
  options: LayoutOptions = LAYOUT_DEFAULTS,
): ForceWork {
  writeSizes(graph, options);
  const budget = Math.max(FEWEST_ITERATIONS, Math.floor(ITERATION_BUDGET / graph.order));
  const iterations = Math.min(options.iterations, budget);
  return { places: startingPlaces(graph, options.seed), ...tiesOf(projection), iterations };
}

function writeSizes(graph: RelationGraph, { smallest, largest }: LayoutOptions): void {
  const highest = graph.reduceNodes((most, _, { pagerank }) => Math.max(most, pagerank), 0) || 1;
  graph.forEachNode((_, attributes) => {
    attributes.size = round(smallest + (largest - smallest) * Math.sqrt(attributes.pagerank / highest));
  });
}

function startingPlaces(graph: RelationGraph, seed: number): Places {
  const x = new Float64Array(graph.order);
  const y = new Float64Array(graph.order);
  const random = seededRandom(seed);
  const turn = Math.PI * (3 - Math.sqrt(5));
  graph.nodes().forEach((node, index) => {
    const community = graph.getNodeAttribute(node, 'community');
    const distance = 60 * Math.sqrt(community);
    const angle = community * turn;
    const around = random() * 2 * Math.PI;
    const radius = 20 * Math.sqrt(random());
    x[index] = distance * Math.cos(angle) + radius * Math.cos(around);
    y[index] = distance * Math.sin(angle) + radius * Math.sin(around);
  });
  return { x, y };
}

function tiesOf(projection: Projection): Pick<ForceWork, 'source' | 'target' | 'weight'> {
  const numbers = new Map(projection.nodes().map((node, index) => [node, index]));
  const source = new Int32Array(projection.size);
  const target = new Int32Array(projection.size);
  const weight = new Float64Array(projection.size);
  let count = 0;
  projection.forEachEdge((_, attributes, from, to) => {
    source[count] = numbers.get(from) ?? 0;
    target[count] = numbers.get(to) ?? 0;
    weight[count++] = attributes.weight;
  });
  return { source, target, weight };
}

/**
 * Writes `x` and `y` on every node: the places that the forces gave, scaled so that nodes of their sizes have room,
 * with overlapping ones moved apart.
 */
export function endLayout(graph: RelationGraph, projection: Projection, { x, y }: Places): void {
  if (graph.order === 0) return;
  const area = graph.reduceNodes((sum, _, { size }) => sum + (2 * size + 6) ** 2, 0);
  const radii = Float64Array.from(x, (value, index) => Math.hypot(value, y[index] ?? 0)).sort();
  const reach = radii[Math.floor(radii.length * 0.9)] || 1;
  const scale = (1.6 * Math.sqrt(area / Math.PI)) / reach;
  graph.nodes().forEach((node, index) => {
    projection.mergeNodeAttributes(node, {
      x: (x[index] ?? 0) * scale,
      y: (y[index] ?? 0) * scale,
      size: graph.getNodeAttribute(node, 'size'),
    });
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
