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

/** The number of all weights that are too rare to have one of a byte. */
const RARE = 255;

/**
 * The weights of a linear model, by the low bits of features. There are millions of features but few different
 * weights, so features have the numbers of theirs: a byte each, of which many stay in the processor's caches.
 */
export class Linear {
  readonly bias: number;
  readonly #numbers: Uint8Array;
  /** The numbers of the weights of features that are {@link RARE}. */
  readonly #rare = new Map<number, number>();
  readonly #values: Float32Array;
  readonly #mask: number;

  constructor({ bits, bias, scale, indexes, weights }: LinearFile) {
    const values = byFrequency(weights);
    const known = new Map(values.map((weight, number) => [weight, number]));
    const numbers = new Uint8Array(1 << bits);
    let index = 0;
    for (let at = 0; at < indexes.length; at++) {
      index += indexes[at] ?? 0;
      const number = known.get(weights[at] ?? 0) ?? 0;
      numbers[index] = Math.min(number, RARE);
      if (number >= RARE) this.#rare.set(index, number);
    }
    this.bias = bias;
    this.#numbers = numbers;
    this.#values = Float32Array.from(values, weight => weight / scale);
    this.#mask = (1 << bits) - 1;
  }

  /** The sum of the weights of the first features of a list. */
  sum(features: Int32Array, count: number): number {
    const [numbers, values, mask] = [this.#numbers, this.#values, this.#mask];
    let sum = 0;
    for (let at = 0; at < count; at++) {
      const index = (features[at] ?? 0) & mask;
      const number = numbers[index] ?? 0;
      sum += values[number === RARE ? (this.#rare.get(index) ?? 0) : number] ?? 0;
    }
    return sum;
  }

  weights(features: Int32Array): number[] {
    return Array.from(features, (_, at) => this.sum(features.subarray(at), 1));
  }
}

/** Zero, and the weights from the most frequent on. */
function byFrequency(weights: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const weight of weights) if (weight !== 0) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  return [0, ...[...counts].sort(([, one], [, other]) => other - one).map(([weight]) => weight)];
}
