import { Forest, type ForestFile, LEAF } from '../../src/extract/relations/forest.js';

export interface Case {
  readonly features: Float64Array;
  readonly label: 0 | 1;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Fewest cases in a leaf. */
  readonly smallest: number;
  readonly l2: number;
}

export const BOOST_DEFAULTS: BoostOptions = { trees: 450, leaves: 24, rate: 0.035, smallest: 40, l2: 1 };

const BINS = 64;
const NODE = 4;

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/**
 * Gradient boosting of regression trees for a yes-or-no question (Friedman 2001), on histograms of binned
 * features, each tree grown leaf by leaf where the gain is highest. Deterministic.
 */
export function boost(cases: readonly Case[], options: BoostOptions = BOOST_DEFAULTS): ForestFile {
  const width = cases[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(cases, feature));
  const bins = binAll(cases, edges);
  const positives = cases.reduce((sum, { label }) => sum + label, 0);
  const bias = Math.log((positives + 1) / (cases.length - positives + 1));
  const scores = new Float64Array(cases.length).fill(bias);
  const gradients = new Float64Array(cases.length);
  const weights = new Float64Array(cases.length);
  const all = Int32Array.from(cases.keys());
  const trees: number[][] = [];
  for (let round = 0; round < options.trees; round++) {
    cases.forEach(({ label }, row) => {
      const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      gradients[row] = label - probability;
      weights[row] = probability * (1 - probability);
    });
    const tree = growTree(all, bins, edges, gradients, weights, options);
    trees.push(tree);
    const grown = new Forest({ bias: 0, trees: [tree] });
    cases.forEach(({ features }, row) => {
      scores[row] = (scores[row] ?? 0) + grown.score(features);
    });
  }
  return { bias, trees };
}

/** Values between which the cases are spread evenly. */
function edgesOf(cases: readonly Case[], feature: number): number[] {
  const values = Float64Array.from(cases, ({ features }) => features[feature] ?? 0).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((bin * values.length) / BINS);
    const [low, high] = [values[at - 1] ?? 0, values[at] ?? 0];
    const edge = Math.round(((low + high) / 2) * 1000) / 1000;
    if (edge > (edges.at(-1) ?? Number.NEGATIVE_INFINITY) && edge < (values.at(-1) ?? 0)) edges.push(edge);
  }
  // Of few different values each gets a bin of its own.
  const different = [...new Set(values)];
  if (different.length <= BINS)
    return different.slice(1).map((value, index) => (value + (different[index] ?? 0)) / 2);
  return edges;
}

function binAll(cases: readonly Case[], edges: readonly (readonly number[])[]): Uint8Array[] {
  return edges.map((own, feature) =>
    Uint8Array.from(cases, ({ features }) => {
      const value = features[feature] ?? 0;
      let [low, high] = [0, own.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (own[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      return low;
    }),
  );
}

function growTree(
  all: Int32Array,
  bins: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  gradients: Float64Array,
  weights: Float64Array,
  options: BoostOptions,
): number[] {
  const tree: number[] = [];
  const open = (rows: Int32Array, histogram: Float64Array): Leaf => {
    let [gradient, weight] = [0, options.l2];
    for (const row of rows) {
      gradient += gradients[row] ?? 0;
      weight += weights[row] ?? 0;
    }
    const node = tree.length / NODE;
    tree.push(LEAF, Math.round((options.rate * gradient * 1e5) / weight) / 1e5, 0, 0);
    return { rows, node, histogram, split: bestSplit(rows.length, histogram, bins.length, options) };
  };
  const leaves = [open(all, histogramOf(all, bins, gradients, weights))];
  while (leaves.length < options.leaves) {
    let best: Leaf | undefined;
    for (const leaf of leaves) if (leaf.split && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf;
    if (!best?.split) break;
    const { feature, bin } = best.split;
    const [low, high] = part(best.rows, bins[feature] ?? new Uint8Array(), bin);
    // The histogram of the larger part is what the smaller one leaves of the whole.
    const small = histogramOf(low.length < high.length ? low : high, bins, gradients, weights);
    const large = best.histogram.map((value, index) => value - (small[index] ?? 0));
    const left = open(low, low.length < high.length ? small : large);
    const right = open(high, low.length < high.length ? large : small);
    tree.splice(best.node * NODE, NODE, feature, edges[feature]?.[bin] ?? 0, left.node, right.node);
    leaves.splice(leaves.indexOf(best), 1, left, right);
  }
  return tree;
}

/** The rows up to a bin of a feature, and the others. */
function part(rows: Int32Array, column: Uint8Array, bin: number): [Int32Array, Int32Array] {
  const low = new Int32Array(rows.length);
  const high = new Int32Array(rows.length);
  let [lows, highs] = [0, 0];
  for (const row of rows) {
    if ((column[row] ?? 0) <= bin) low[lows++] = row;
    else high[highs++] = row;
  }
  return [low.slice(0, lows), high.slice(0, highs)];
}

/** Of each bin of a histogram: the sums of the gradients and of the weights, and how many rows. */
const FIELDS = 3;

function histogramOf(
  rows: Int32Array,
  bins: readonly Uint8Array[],
  gradients: Float64Array,
  weights: Float64Array,
): Float64Array {
  const histogram = new Float64Array(bins.length * BINS * FIELDS);
  bins.forEach((column, feature) => {
    const start = feature * BINS * FIELDS;
    for (const row of rows) {
      const at = start + (column[row] ?? 0) * FIELDS;
      histogram[at] = (histogram[at] ?? 0) + (gradients[row] ?? 0);
      histogram[at + 1] = (histogram[at + 1] ?? 0) + (weights[row] ?? 0);
      histogram[at + 2] = (histogram[at + 2] ?? 0) + 1;
    }
  });
  return histogram;
}

function bestSplit(
  count: number,
  histogram: Float64Array,
  features: number,
  { smallest, l2 }: BoostOptions,
): Split | undefined {
  if (count < 2 * smallest) return undefined;
  let best: Split | undefined;
  for (let feature = 0; feature < features; feature++) {
    const start = feature * BINS * FIELDS;
    let [gradient, weight] = [0, 0];
    for (let at = start; at < start + BINS * FIELDS; at += FIELDS) {
      gradient += histogram[at] ?? 0;
      weight += histogram[at + 1] ?? 0;
    }
    const whole = gradient ** 2 / (weight + l2);
    let [left, leftWeight, leftCount] = [0, 0, 0];
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = start + bin * FIELDS;
      left += histogram[at] ?? 0;
      leftWeight += histogram[at + 1] ?? 0;
      leftCount += histogram[at + 2] ?? 0;
      if (leftCount < smallest) continue;
      if (count - leftCount < smallest) break;
      const gain =
        left ** 2 / (leftWeight + l2) + (gradient - left) ** 2 / (weight - leftWeight + l2) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { gain, feature, bin };
    }
  }
  return best;
}
