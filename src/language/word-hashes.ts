import { decomposed, foldUnit } from './arabic/normalize.js';

/** For each UTF-16 unit: what it folds to where it is part of a word, else one of the two below. */
const UNITS = new Uint16Array(0x10000);
const SEPARATOR = 0;
/** It is dropped, in words and between them. */
const DROPPED = 1;
for (let code = 0; code < 0x10000; code++) {
  const unit = foldUnit(code);
  if (unit === undefined) UNITS[code] = DROPPED;
  else if (isHalf(unit) || /[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) UNITS[code] = unit;
}

/** Whether a unit is half of a character. */
function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

let scratch = new Uint32Array(4096);

/**
 * A 32-bit hash of each word of a text as it is folded, in order; for comparing texts without making a string of
 * each word. The array is overwritten by the next call.
 */
export function wordHashes(text: string): Uint32Array {
  const source = decomposed(text);
  // Two words have a space between them.
  if (scratch.length < source.length / 2 + 1) scratch = new Uint32Array(source.length);
  let words = 0;
  let word = 0;
  for (let index = 0; index <= source.length; index++) {
    const unit = index < source.length ? (UNITS[source.charCodeAt(index)] ?? SEPARATOR) : SEPARATOR;
    if (unit > DROPPED) {
      word = Math.imul(word === 0 ? 0x811c9dc5 ^ unit : word ^ unit, 0x01000193) | 1;
    } else if (unit === SEPARATOR && word !== 0) {
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
