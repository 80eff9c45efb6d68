/** A trie over words, for finding names of one or more words in a token stream. */
export interface TrieNode<T> {
  readonly next: ReadonlyMap<string, TrieNode<T>>;
  /** What ends here. */
  readonly values: readonly T[];
}

interface Growing<T> extends TrieNode<T> {
  next: Map<string, Growing<T>>;
  values: readonly T[];
}

// Most nodes have nothing after them or no value: they share these, which halves the memory of a large trie.
const NO_NODES = new Map<string, never>();
const NO_VALUES: readonly never[] = [];

export interface Trie<T> {
  readonly root: TrieNode<T>;
  /** Adds a value under a sequence of (folded) words. */
  add(words: readonly string[], value: T): void;
}

export function createTrie<T>(): Trie<T> {
  const root: Growing<T> = { next: new Map(), values: NO_VALUES };
  return {
    root,
    add(words, value) {
      let node = root;
      for (const word of words) {
        let child = node.next.get(word);
        if (!child) {
          child = { next: NO_NODES, values: NO_VALUES };
          if (node.next === NO_NODES) node.next = new Map();
          node.next.set(word, child);
        }
        node = child;
      }
      if (!node.values.includes(value)) node.values = [...node.values, value];
    },
  };
}
