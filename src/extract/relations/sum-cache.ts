/**
 * Remembers sums by two whole numbers, in a table of fixed size in which a later key may take the place of an
 * earlier one: what was forgotten is worked out again.
 */
export class SumCache {
  // A key and its sum stand side by side, so that they are read from memory at once: four numbers of 32 bits a key.
  readonly #keys: Int32Array;
  readonly #sums: Float64Array;
  readonly #shift: number;
  #slot = 0;

  constructor(bits: number) {
    // No key has a first number below zero.
    this.#keys = new Int32Array(4 << bits).fill(-1);
    this.#sums = new Float64Array(this.#keys.buffer);
    this.#shift = 32 - bits;
  }

  /** The sum of a key; not a number where it is not known. */
  find(a: number, b: number): number {
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b ^ (b >>> 15), 0x85ebca6b);
    const slot = hash >>> this.#shift;
    this.#slot = slot;
    const keys = this.#keys;
    if (keys[4 * slot] === a && keys[4 * slot + 1] === b) return this.#sums[2 * slot + 1] ?? Number.NaN;
    keys[4 * slot] = a;
    keys[4 * slot + 1] = b;
    return Number.NaN;
  }

  /** Sets the sum of the key that was asked for last, and gives it back. */
  learn(sum: number): number {
    this.#sums[2 * this.#slot + 1] = sum;
    return sum;
  }
}
