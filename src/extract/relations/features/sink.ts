import { mix } from '../hash.js';

/**
 * Takes features as they are worked out. Each belongs to a template, a number of its own, and says two things;
 * what is taken from them is up to the sink: their hashes, or the sum of their weights.
 */
export interface Sink {
  add(template: number, a: number, b: number): void;
  /** A feature of which a candidate has any number: all are of one template. */
  bag(template: number, a: number): void;
}

export function hashOf(template: number, a: number, b: number): number {
  return mix(mix(template, a), b);
}
