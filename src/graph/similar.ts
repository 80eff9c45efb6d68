import { fold } from '../language/arabic/normalize.js';

/**
 * Near-duplicate sentences: newspapers print the same agency text with small changes, and such copies are
 * one source, not several. MinHash over word pairs (Broder 1997): sentences that agree in one of the bands
 * are taken for copies. The result does not depend on the order of the sentences.
 */

const BANDS = 4;
const ROWS = 3;

/** Groups sentences; returns the group number of each, numbered by first appearance. */
export function groupSimilar(sentences: readonly string[]): number[] {
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
  const seen = new Map<string, number>();
  sentences.forEach((sentence, index) => {
    signature(sentence).forEach((hash, band) => {
      const key = `${band}:${hash}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, index);
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

const signatures = new Map<string, readonly string[]>();

function signature(sentence: string): readonly string[] {
  const known = signatures.get(sentence);
  if (known) return known;
  const words = fold(sentence).match(/[\p{L}\p{N}]+/gu) ?? [];
  const minima = new Array<number>(BANDS * ROWS).fill(0xffffffff);
  for (let index = 0; index < Math.max(1, words.length - 1); index++) {
    const base = hash(`${words[index] ?? ''} ${words[index + 1] ?? ''}`);
    for (let row = 0; row < minima.length; row++) {
      const value = Math.imul(base ^ (row * 0x9e3779b1), 0x85ebca6b + row * 2) >>> 0;
      const mixed = (value ^ (value >>> 15)) >>> 0;
      if (mixed < (minima[row] ?? 0)) minima[row] = mixed;
    }
  }
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band++) bands.push(minima.slice(band * ROWS, (band + 1) * ROWS).join(' '));
  if (signatures.size > 100_000) signatures.clear();
  signatures.set(sentence, bands);
  return bands;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
