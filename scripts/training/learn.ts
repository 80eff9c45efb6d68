import type { LinearFile } from '../../src/extract/relations/model.js';
import { seededRandom } from '../../src/graph/random.js';

/** One relation between two entities in one sentence, with all the ways in which the sentence may state it. */
export interface Bag {
  readonly relation: string;
  /** Subject, type and object: the same in every sentence that states it. */
  readonly key: string;
  /** 1: stated here. 0: not stated in the article. -1: stated elsewhere in it, so nothing can be learned here. */
  readonly label: 1 | 0 | -1;
  /** The features of each, hashed. */
  readonly candidates: readonly Int32Array[];
}

export interface LearnOptions {
  readonly bits: number;
  readonly epochs: number;
  /** The weights are the mean of those after so many last epochs (Polyak and Juditsky 1992). */
  readonly averaged: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

export const LEARN_DEFAULTS: LearnOptions = {
  bits: 21,
  epochs: 7,
  averaged: 4,
  rate: 0.15,
  decay: 0.003,
  seed: 7,
};

export interface Weights {
  readonly bias: number;
  readonly values: Float32Array;
}

/**
 * Logistic regression over bags (multiple-instance learning: a bag counts by its likeliest candidate), by
 * stochastic gradient descent with AdaGrad steps and weight decay. Deterministic for a seed.
 */
export function learn(bags: readonly Bag[], options: LearnOptions = LEARN_DEFAULTS): Weights {
  const size = 1 << options.bits;
  const mask = size - 1;
  const values = new Float32Array(size);
  const squares = new Float32Array(size);
  const sums = new Float32Array(size);
  let bias = -2;
  let biasSum = 0;
  const random = seededRandom(options.seed);
  const items = bags.filter(bag => bag.label >= 0);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(items, random);
    for (const bag of items) {
      const [best, score] = likeliest(bag, { bias, values });
      const error = bag.label - 1 / (1 + Math.exp(-score));
      if (Math.abs(error) < 0.01) continue;
      for (const hash of bag.candidates[best] ?? []) {
        const feature = hash & mask;
        const gradient = error - options.decay * (values[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
        values[feature] =
          (values[feature] ?? 0) + (options.rate * gradient) / Math.sqrt(1 + (squares[feature] ?? 0));
      }
      bias += options.rate * 0.1 * error;
    }
    if (epoch < options.epochs - options.averaged) continue;
    biasSum += bias / options.averaged;
    for (let feature = 0; feature < size; feature++)
      sums[feature] = (sums[feature] ?? 0) + (values[feature] ?? 0) / options.averaged;
  }
  return { bias: biasSum, values: sums };
}

/** The number of the candidate of a bag with the highest score, and that score. */
export function likeliest(bag: Bag, { bias, values }: Weights): [number, number] {
  const mask = values.length - 1;
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  bag.candidates.forEach((candidate, index) => {
    let score = bias;
    for (const feature of candidate) score += values[feature & mask] ?? 0;
    if (score > highest) {
      highest = score;
      best = index;
    }
  });
  return [best, highest];
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [items[index], items[other]];
    if (a === undefined || b === undefined) continue;
    items[index] = b;
    items[other] = a;
  }
}

const SCALE = 100;
/** Smaller weights are left out of the file, in hundredths. */
const SMALLEST = 5;

/** The weights as a file holds them. */
export function linearFile({ bias, values }: Weights): LinearFile {
  const indexes: number[] = [];
  const weights: number[] = [];
  let last = 0;
  values.forEach((value, index) => {
    const weight = Math.round(value * SCALE);
    if (Math.abs(weight) < SMALLEST) return;
    indexes.push(index - last);
    weights.push(weight);
    last = index;
  });
  return {
    bits: Math.log2(values.length),
    bias: Math.round(bias * 1000) / 1000,
    scale: SCALE,
    indexes,
    weights,
  };
}
