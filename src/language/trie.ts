/** A trie over words, for finding names of one or more words in a token stream. */
export interface TrieNode<T> {
  readonly next: Map<string, TrieNode<T>>;
  /** What ends here. */
  readonly values: T[];
}

export function createTrie<T>(): TrieNode<T> {
  return { next: new Map(), values: [] };
}

/** Adds a value under a sequence of (folded) words. */
export function addToTrie<T>(root: TrieNode<T>, words: readonly string[], value: T): void {
  let node = root;
  for (const word of words) {
    let child = node.next.get(word);
    if (!child) {
      child = createTrie<T>();
      node.next.set(word, child);
    }
    node = child;
  }
  if (!node.values.includes(value)) node.values.push(value);
}
