/** Feature hashing: categories and their combinations as 32-bit integers (FNV-1a and a multiplicative mix). */

export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

const known = new Map<string, number>();

/** The hash of a text that comes up again and again: the name of a type, of a kind, of a word of the lexicon. */
export function hashName(name: string): number {
  let hash = known.get(name);
  if (hash === undefined) {
    hash = hashText(name);
    known.set(name, hash);
  }
  return hash;
}

export function mix(a: number, b: number): number {
  let value = Math.imul(a ^ ((b - 0x61c88647) | 0), 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}
