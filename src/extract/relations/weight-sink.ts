import { hashOf, type Sink } from './features/sink.js';
import { MOST_FEATURES } from './features.js';
import { mix } from './hash.js';
import type { Linear } from './linear.js';

/**
 * Adds up the weights of features. They are looked up together, as their places in memory are far apart: the
 * processor then waits for many at once.
 */
export class WeightSink implements Sink {
  readonly #weights: Linear;
  readonly #features = new Int32Array(MOST_FEATURES);
  #count = 0;

  constructor(weights: Linear) {
    this.#weights = weights;
  }

  add(template: number, a: number, b: number): void {
    this.#features[this.#count++] = hashOf(template, a, b);
  }

  bag(template: number, a: number): void {
    this.#features[this.#count++] = mix(template, a);
  }

  /** The sum of what was added since the last time, as {@link Linear.sum}. */
  take(): number {
    const sum = this.#weights.sum(this.#features, this.#count);
    this.#count = 0;
    return sum;
  }
}
