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

/** The sum of the trees, as log-odds, for the features of one case. */
export function scoreOf({ bias, trees }: ForestFile, features: ArrayLike<number>): number {
  let score = bias;
  for (const tree of trees) {
    let at = 0;
    for (;;) {
      const feature = tree[at] ?? LEAF;
      if (feature === LEAF) break;
      const next = (features[feature] ?? 0) <= (tree[at + 1] ?? 0) ? tree[at + 2] : tree[at + 3];
      at = (next ?? 0) * NODE;
    }
    score += tree[at + 1] ?? 0;
  }
  return score;
}
