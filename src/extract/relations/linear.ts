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

/** The number of weights that are too rare to have one of their own. */
const RARE = 255;

/**
 * The weights of a linear model, by the low bits of features. There are millions of features but few different
 * weights, so features have the numbers of theirs: a byte each, of which many stay in the processor's caches.
 */
export class Linear {
  readonly bias: number;
  readonly #numbers: Uint8Array;
  readonly #values: Float32Array;
  /** Weights of the features whose number is {@link RARE}. */
  readonly #rare = new Map<number, number>();
  readonly #mask: number;

  constructor({ bits, bias, scale, indexes, weights }: LinearFile) {
    const common = commonest(weights);
    const known = new Map(common.map((weight, number) => [weight, number]));
    const numbers = new Uint8Array(1 << bits);
    let index = 0;
    for (let at = 0; at < indexes.length; at++) {
      index += indexes[at] ?? 0;
      const weight = weights[at] ?? 0;
      const number = known.get(weight) ?? RARE;
      numbers[index] = number;
      if (number === RARE) this.#rare.set(index, Math.fround(weight / scale));
    }
    this.bias = bias;
    this.#numbers = numbers;
    this.#values = Float32Array.from(common, weight => weight / scale);
    this.#mask = (1 << bits) - 1;
  }

  weight(feature: number): number {
    const index = feature & this.#mask;
    const number = this.#numbers[index] ?? 0;
    return (number === RARE ? this.#rare.get(index) : this.#values[number]) ?? 0;
  }

  weights(features: Int32Array): number[] {
    return Array.from(features, feature => this.weight(feature));
  }
}

/** Nothing, and the most frequent weights, as many as have numbers of their own. */
function commonest(weights: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const weight of weights) if (weight !== 0) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([weight]) => weight);
  return [0, ...sorted.slice(0, RARE - 1)];
}
