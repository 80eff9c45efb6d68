/**
 * Boosted regression trees (Friedman 2001): a sum of small decision trees over a few numbers, as log-odds.
 * Learned by `scripts/training/boost.ts`.
 */
export interface ForestFile {
  readonly bias: number;
  /**
   * One list a tree, node after node: the number of the feature, the value up to which one goes left, and the
   * nodes to the left and to the right; a leaf is -1 and its value.
   */
  readonly trees: readonly (readonly number[])[];
}

const NODE = 4;
export const LEAF = -1;

/** A forest made ready: it scores many cases. */
export class Forest {
  readonly #bias: number;
  /** Of each node: its feature, and the nodes to the left and to the right. */
  readonly #nodes: Int32Array;
  /** Of each node: the value up to which one goes left, or what the leaf adds. */
  readonly #values: Float64Array;
  readonly #roots: Int32Array;

  constructor({ bias, trees }: ForestFile) {
    const count = trees.reduce((sum, tree) => sum + tree.length / NODE, 0);
    this.#bias = bias;
    this.#nodes = new Int32Array(3 * count);
    this.#values = new Float64Array(count);
    this.#roots = new Int32Array(trees.length);
    let root = 0;
    trees.forEach((tree, number) => {
      this.#roots[number] = root;
      for (let at = 0; at < tree.length; at += NODE) {
        const [feature = LEAF, value = 0, left = 0, right = 0] = tree.slice(at, at + NODE);
        const node = root + at / NODE;
        this.#nodes.set([feature, root + left, root + right], 3 * node);
        this.#values[node] = value;
      }
      root += tree.length / NODE;
    });
  }

  /** The sum of the trees, as log-odds, for the features of one case. */
  score(features: ArrayLike<number>): number {
    const nodes = this.#nodes;
    const values = this.#values;
    const roots = this.#roots;
    let score = this.#bias;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] ?? 0;
      for (;;) {
        const feature = nodes[3 * node] ?? LEAF;
        if (feature === LEAF) break;
        const goesLeft = (features[feature] ?? 0) <= (values[node] ?? 0);
        node = nodes[3 * node + (goesLeft ? 1 : 2)] ?? 0;
      }
      score += values[node] ?? 0;
    }
    return score;
  }
}
