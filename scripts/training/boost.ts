import { type ForestFile, LEAF, scoreOf } from '../../src/extract/relations/forest.js';

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

export const BOOST_DEFAULTS: BoostOptions = { trees: 200, leaves: 15, rate: 0.05, smallest: 40, l2: 1 };

const BINS = 64;
const NODE = 4;

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
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
    cases.forEach(({ features }, row) => {
      scores[row] = (scores[row] ?? 0) + scoreOf({ bias: 0, trees: [tree] }, features);
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
  const open = (rows: Int32Array): Leaf => {
    let [gradient, weight] = [0, options.l2];
    for (const row of rows) {
      gradient += gradients[row] ?? 0;
      weight += weights[row] ?? 0;
    }
    const node = tree.length / NODE;
    tree.push(LEAF, Math.round((options.rate * gradient * 1e5) / weight) / 1e5, 0, 0);
    return { rows, node, split: bestSplit(rows, bins, gradients, weights, options) };
  };
  const leaves = [open(all)];
  while (leaves.length < options.leaves) {
    let best: Leaf | undefined;
    for (const leaf of leaves) if (leaf.split && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf;
    if (!best?.split) break;
    const { feature, bin } = best.split;
    const column = bins[feature] ?? new Uint8Array();
    const left = open(best.rows.filter(row => (column[row] ?? 0) <= bin));
    const right = open(best.rows.filter(row => (column[row] ?? 0) > bin));
    tree.splice(best.node * NODE, NODE, feature, edges[feature]?.[bin] ?? 0, left.node, right.node);
    leaves.splice(leaves.indexOf(best), 1, left, right);
  }
  return tree;
}

function bestSplit(
  rows: Int32Array,
  bins: readonly Uint8Array[],
  gradients: Float64Array,
  weights: Float64Array,
  { smallest, l2 }: BoostOptions,
): Split | undefined {
  if (rows.length < 2 * smallest) return undefined;
  let best: Split | undefined;
  const gradientOf = new Float64Array(BINS);
  const weightOf = new Float64Array(BINS);
  const countOf = new Int32Array(BINS);
  bins.forEach((column, feature) => {
    gradientOf.fill(0);
    weightOf.fill(0);
    countOf.fill(0);
    let [gradient, weight] = [0, 0];
    for (const row of rows) {
      const bin = column[row] ?? 0;
      const [g, w] = [gradients[row] ?? 0, weights[row] ?? 0];
      gradientOf[bin] = (gradientOf[bin] ?? 0) + g;
      weightOf[bin] = (weightOf[bin] ?? 0) + w;
      countOf[bin] = (countOf[bin] ?? 0) + 1;
      gradient += g;
      weight += w;
    }
    const whole = gradient ** 2 / (weight + l2);
    let [left, leftWeight, leftCount] = [0, 0, 0];
    for (let bin = 0; bin < BINS - 1; bin++) {
      left += gradientOf[bin] ?? 0;
      leftWeight += weightOf[bin] ?? 0;
      leftCount += countOf[bin] ?? 0;
      if (leftCount < smallest) continue;
      if (rows.length - leftCount < smallest) break;
      const gain =
        left ** 2 / (leftWeight + l2) + (gradient - left) ** 2 / (weight - leftWeight + l2) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { gain, feature, bin };
    }
  });
  return best;
}
