import { hashOf, type Sink } from './features/sink.js';
import { mix } from './hash.js';
import type { Linear } from './linear.js';

/** Adds up the weights of features as they are worked out. */
export class WeightSink implements Sink {
  readonly #weights: Linear;
  // In an array, where adding makes no new number object.
  readonly #sum = new Float64Array(1);

  constructor(weights: Linear) {
    this.#weights = weights;
  }

  add(template: number, a: number, b: number): void {
    this.#add(hashOf(template, a, b));
  }

  bag(template: number, a: number): void {
    this.#add(mix(template, a));
  }

  /** The sum of what was added since the last time. */
  take(): number {
    const sum = this.#sum[0] ?? 0;
    this.#sum[0] = 0;
    return sum;
  }

  #add(feature: number): void {
    this.#sum[0] = (this.#sum[0] ?? 0) + this.#weights.weight(feature);
  }
}
