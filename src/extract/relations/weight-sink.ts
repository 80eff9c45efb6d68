import { hashOf, type Sink } from './features/sink.js';
import { mix } from './hash.js';
import type { Linear } from './linear.js';

/** Adds up the weights of features as they are worked out. */
export class WeightSink implements Sink {
  readonly #weights: Linear;
  #sum = 0;

  constructor(weights: Linear) {
    this.#weights = weights;
  }

  add(template: number, a: number, b: number): void {
    this.#sum += this.#weights.weight(hashOf(template, a, b));
  }

  bag(template: number, a: number): void {
    this.#sum += this.#weights.weight(mix(template, a));
  }

  /** The sum of what was added since the last time. */
  take(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }
}
