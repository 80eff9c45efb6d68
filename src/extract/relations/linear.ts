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

/** The weights of a linear model, by the low bits of features. */
export class Linear {
  readonly bias: number;
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor({ bits, bias, scale, indexes, weights }: LinearFile) {
    this.bias = bias;
    this.#weights = new Float32Array(1 << bits);
    this.#mask = (1 << bits) - 1;
    let index = 0;
    for (let at = 0; at < indexes.length; at++) {
      index += indexes[at] ?? 0;
      this.#weights[index] = (weights[at] ?? 0) / scale;
    }
  }

  weight(feature: number): number {
    return this.#weights[feature & this.#mask] ?? 0;
  }

  weights(features: Int32Array): number[] {
    return Array.from(features, feature => this.weight(feature));
  }
}
