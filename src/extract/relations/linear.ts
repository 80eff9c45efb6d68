/** Weights of hashed features (Weinberger and others 2009). */
export interface LinearFile {
  /** Features are taken modulo two to this power. */
  readonly bits: number;
  readonly bias: number;
  /** Weights are whole numbers over this. */
  readonly scale: number;
  /** Differences between the indexes of the features that have a weight, and their weights. */
  readonly indexes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The weights of a linear model, by the low bits of features. There are millions of features but few different
 * weights, so features have the numbers of theirs: a quarter of the memory stays in the processor's caches.
 */
export class Linear {
  readonly bias: number;
  readonly #numbers: Uint8Array | Uint16Array;
  readonly #values: Float32Array;
  readonly #mask: number;

  constructor({ bits, bias, scale, indexes, weights }: LinearFile) {
    const known = new Map([[0, 0]]);
    for (const weight of weights) if (!known.has(weight)) known.set(weight, known.size);
    const numbers = known.size <= 256 ? new Uint8Array(1 << bits) : new Uint16Array(1 << bits);
    let index = 0;
    for (let at = 0; at < indexes.length; at++) {
      index += indexes[at] ?? 0;
      numbers[index] = known.get(weights[at] ?? 0) ?? 0;
    }
    this.bias = bias;
    this.#numbers = numbers;
    this.#values = Float32Array.from(known.keys(), weight => weight / scale);
    this.#mask = (1 << bits) - 1;
  }

  weight(feature: number): number {
    return this.#values[this.#numbers[feature & this.#mask] ?? 0] ?? 0;
  }

  weights(features: Int32Array): number[] {
    return Array.from(features, feature => this.weight(feature));
  }
}
