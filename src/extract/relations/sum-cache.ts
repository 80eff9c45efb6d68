/** Two sums of weights: for the sieve and for the scorer. */
export interface Sums {
  readonly sieve: number;
  readonly scorer: number;
}

/**
 * Remembers sums by two whole numbers, in a table of fixed size in which a later key may take the place of an
 * earlier one: what was forgotten is worked out again.
 */
export class SumCache implements Sums {
  sieve = 0;
  scorer = 0;
  readonly #keys: Int32Array;
  readonly #sums: Float64Array;
  readonly #shift: number;
  #slot = 0;

  constructor(bits: number) {
    // No key has a first number below zero.
    this.#keys = new Int32Array(2 << bits).fill(-1);
    this.#sums = new Float64Array(2 << bits);
    this.#shift = 32 - bits;
  }

  /** Whether the sums of a key are known, and takes them up if so. */
  find(a: number, b: number): boolean {
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b ^ (b >>> 15), 0x85ebca6b);
    const slot = (hash >>> this.#shift) << 1;
    this.#slot = slot;
    if (this.#keys[slot] !== a || this.#keys[slot + 1] !== b) {
      this.#keys[slot] = a;
      this.#keys[slot + 1] = b;
      return false;
    }
    this.sieve = this.#sums[slot] ?? 0;
    this.scorer = this.#sums[slot + 1] ?? 0;
    return true;
  }

  /** Sets the sums of the key that was not found. */
  learn({ sieve, scorer }: Sums): void {
    this.sieve = sieve;
    this.scorer = scorer;
    this.#sums[this.#slot] = sieve;
    this.#sums[this.#slot + 1] = scorer;
  }
}
