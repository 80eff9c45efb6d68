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
/** A tree has no more leaves: each is a bit, the leftmost the highest. */
const MOST_LEAVES = 32;

/** An inner node: where the feature is above the value, only these leaves of its tree stay. */
interface Fork {
  readonly feature: number;
  readonly value: number;
  readonly tree: number;
  readonly leaves: number;
}

/**
 * So many first trees tell most cases that are none (three in five) from the others: what is below this (log-odds) after
 * them never became likely, of 6,300 likely cases in 3,000 articles.
 */
const FIRST = 40;
const HOPELESS = -2.2;

/** A forest made ready: it scores many cases. */
export class Forest {
  readonly #bias: number;
  readonly #first: Trees;
  readonly #others: Trees;

  constructor({ bias, trees }: ForestFile) {
    this.#bias = bias;
    this.#first = new Trees(trees.slice(0, FIRST));
    this.#others = new Trees(trees.slice(FIRST));
  }

  /** The sum of the trees, as log-odds, for the features of one case. */
  score(features: ArrayLike<number>): number {
    return this.#bias + this.#first.score(features) + this.#others.score(features);
  }

  /** The same, but for a hopeless case the sum of the first trees only. */
  quickScore(features: ArrayLike<number>): number {
    const score = this.#bias + this.#first.score(features);
    return score < HOPELESS ? score : score + this.#others.score(features);
  }
}

/**
 * Trees of a forest. None is walked from its root, which mostly waits for memory: the value of each feature rules out
 * leaves in all trees at once, and in each tree the leftmost leaf that stays is the one that a walk ends at
 * (QuickScorer, Lucchese et al. 2015).
 */
class Trees {
  /** Of each tree, what its leaves add. */
  readonly #added: Float64Array;
  /** Of each feature, where its forks begin. */
  readonly #starts: Int32Array;
  /** Of each fork, by feature and in rising order: the value, the tree and the leaves that stay above it. */
  readonly #values: Float64Array;
  readonly #trees: Uint16Array;
  readonly #leaves: Int32Array;
  /** Of each tree, the leaves that the case at hand leaves it. */
  readonly #left: Int32Array;

  constructor(trees: readonly (readonly number[])[]) {
    this.#left = new Int32Array(trees.length);
    this.#added = new Float64Array(trees.length * MOST_LEAVES);
    const forks = trees.flatMap((tree, number) =>
      forksOf(tree, number, this.#added.subarray(number * MOST_LEAVES, (number + 1) * MOST_LEAVES)),
    );
    forks.sort((a, b) => a.feature - b.feature || a.value - b.value);
    const starts: number[] = [];
    forks.forEach(({ feature }, index) => {
      while (starts.length <= feature) starts.push(index);
    });
    this.#starts = Int32Array.of(...starts, forks.length);
    this.#values = Float64Array.from(forks, ({ value }) => value);
    this.#trees = Uint16Array.from(forks, ({ tree }) => tree);
    this.#leaves = Int32Array.from(forks, ({ leaves }) => leaves);
  }

  score(features: ArrayLike<number>): number {
    const [starts, values, trees, leaves] = [this.#starts, this.#values, this.#trees, this.#leaves];
    const left = this.#left;
    left.fill(-1);
    for (let feature = 0; feature < starts.length - 1; feature++) {
      const value = features[feature] ?? 0;
      const end = starts[feature + 1] ?? 0;
      for (let fork = starts[feature] ?? 0; fork < end; fork++) {
        if (value <= (values[fork] ?? 0)) break;
        const tree = trees[fork] ?? 0;
        left[tree] = (left[tree] ?? 0) & (leaves[fork] ?? 0);
      }
    }
    const added = this.#added;
    let score = 0;
    for (let tree = 0; tree < left.length; tree++)
      score += added[tree * MOST_LEAVES + Math.clz32(left[tree] ?? 0)] ?? 0;
    return score;
  }
}

/** The inner nodes of a tree; writes what its leaves add, from left to right. */
function forksOf(nodes: readonly number[], tree: number, added: Float64Array): Fork[] {
  if (nodes.length / NODE > 2 * MOST_LEAVES - 1) throw new Error(`a tree of over ${MOST_LEAVES} leaves`);
  const forks: Fork[] = [];
  let leaf = 0;
  const walk = (node: number): void => {
    const at = node * NODE;
    const feature = nodes[at] ?? LEAF;
    const value = nodes[at + 1] ?? 0;
    if (feature === LEAF) {
      added[leaf++] = value;
      return;
    }
    const first = leaf;
    walk(nodes[at + 2] ?? 0);
    // All but those to the left.
    forks.push({ feature, value, tree, leaves: (-1 >>> leaf) | ~(-1 >>> first) });
    walk(nodes[at + 3] ?? 0);
  };
  walk(0);
  return forks;
}
