import { mix, wordHashes } from '../language/word-hashes.js';

/**
 * Near-duplicate sentences: newspapers print the same agency text with small changes, and such copies are
 * one source, not several. MinHash over word pairs (Broder 1997): sentences that agree in one of the bands
 * are taken for copies. The result does not depend on the order of the sentences.
 */

const BANDS = 4;
const ROWS = 3;
/** What makes a hash of its own for each row of each band. */
const SALTS = Int32Array.from({ length: BANDS * ROWS }, (_, row) => Math.imul(row, 0x9e3779b1));
const FACTORS = Int32Array.from({ length: BANDS * ROWS }, (_, row) => 0x85ebca6b + row * 2);

/** Groups sentences; returns the group number of each, numbered by first appearance. */
export function groupSimilar(sentences: readonly string[]): number[] {
  if (sentences.length === 1) return [0];
  const parent = sentences.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const seen = Array.from({ length: BANDS }, () => new Map<number, number>());
  sentences.forEach((sentence, index) => {
    signature(sentence).forEach((hash, band) => {
      const other = seen[band]?.get(hash);
      if (other === undefined) seen[band]?.set(hash, index);
      else parent[Math.max(find(index), find(other))] = Math.min(find(index), find(other));
    });
  });
  const numbers = new Map<number, number>();
  return sentences.map((_, index) => {
    const root = find(index);
    let number = numbers.get(root);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(root, number);
    }
    return number;
  });
}

/** Sentences often stand behind several edges. */
const signatures = new Map<string, readonly number[]>();
const MOST_KEPT = 20_000;

/** A number for each band, of 52 bits. */
function signature(sentence: string): readonly number[] {
  const known = signatures.get(sentence);
  if (known) return known;
  const words = wordHashes(sentence);
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (let index = 0; index < Math.max(1, words.length - 1); index++) {
    const base = mix((words[index] ?? 0) ^ Math.imul(words[index + 1] ?? 0, 0x9e3779b1));
    for (let row = 0; row < minima.length; row++) {
      const value = Math.imul(base ^ (SALTS[row] ?? 0), FACTORS[row] ?? 0);
      const mixed = (value ^ (value >>> 15)) >>> 0;
      if (mixed < (minima[row] ?? 0)) minima[row] = mixed;
    }
  }
  const bands = Array.from({ length: BANDS }, (_, band) => combine(minima, band * ROWS));
  if (signatures.size >= MOST_KEPT) signatures.clear();
  signatures.set(sentence, bands);
  return bands;
}

function combine(minima: Uint32Array, from: number): number {
  let [high, low] = [0x243f6a88, 0x13198a2e];
  for (let row = from; row < from + ROWS; row++) {
    high = mix(high ^ (minima[row] ?? 0));
    low = mix(Math.imul(low, 0x9e3779b1) + (minima[row] ?? 0));
  }
  return (high >>> 12) * 2 ** 32 + low;
}
