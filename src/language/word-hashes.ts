/** For each UTF-16 unit: whether it is part of a word. */
const IN_WORD = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const isHalf = code >= 0xd800 && code < 0xe000;
  if (isHalf || /[\p{L}\p{N}]/u.test(String.fromCharCode(code))) IN_WORD[code] = 1;
}

let scratch = new Uint32Array(4096);

/**
 * A 32-bit hash of each word of a text, in order; for comparing texts without making a string of each word.
 * The array is overwritten by the next call.
 */
export function wordHashes(text: string): Uint32Array {
  // Two words have a space between them.
  if (scratch.length < text.length / 2 + 1) scratch = new Uint32Array(text.length);
  let words = 0;
  let word = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0x20;
    if (IN_WORD[code] === 1) {
      word = Math.imul(word === 0 ? 0x811c9dc5 ^ code : word ^ code, 0x01000193) | 1;
    } else if (word !== 0) {
      scratch[words++] = mix(word);
      word = 0;
    }
  }
  return scratch.subarray(0, words);
}

/** Spreads the bits of a hash, as an unsigned number. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
