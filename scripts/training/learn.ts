import { seededRandom } from '../../src/graph/random.js';

/** One relation between two entities in one sentence, with all the ways in which the sentence may state it. */
export interface Bag {
  readonly relation: string;
  /** Subject, type and object: the same in every sentence that states it. */
  readonly key: string;
  /** 1: stated here. 0: not stated in the article. -1: stated elsewhere in it, so nothing can be learned here. */
  readonly label: 1 | 0 | -1;
  readonly candidates: readonly Int32Array[];
}

export interface LearnOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

export const LEARN_DEFAULTS: LearnOptions = { bits: 20, epochs: 5, rate: 0.15, decay: 0.003, seed: 7 };

export interface Weights {
  readonly bias: number;
  readonly values: Float64Array;
}

/**
 * Logistic regression over bags (multiple-instance learning: a bag counts by its likeliest candidate), by
 * stochastic gradient descent with AdaGrad steps and weight decay. Deterministic for a seed.
 */
export function learn(bags: readonly Bag[], options: LearnOptions = LEARN_DEFAULTS): Weights {
  const values = new Float64Array(1 << options.bits);
  const squares = new Float64Array(1 << options.bits);
  let bias = -2;
  const random = seededRandom(options.seed);
  const items = bags.filter(bag => bag.label >= 0);
  const AVG = Number(process.env.AVG ?? 0); const sum = AVG ? new Float64Array(values.length) : values; let biasSum = 0; let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(items, random);
    for (const bag of items) {
      const [best, score] = likeliest(bag, { bias, values });
      const error = bag.label - 1 / (1 + Math.exp(-score));
      if (Math.abs(error) < 0.01) continue;
      for (const feature of best) {
        const gradient = error - options.decay * (values[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
        values[feature] =
          (values[feature] ?? 0) + (options.rate * gradient) / Math.sqrt(1 + (squares[feature] ?? 0));
      }
      bias += options.rate * 0.1 * error;
    }
    if (AVG && epoch >= options.epochs - AVG) { averaged++; biasSum += bias; for (let i = 0; i < values.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0); }
  }
  if (AVG) { for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) / averaged; return { bias: biasSum / averaged, values: sum }; }
  return { bias, values };
}

/** The candidate of a bag with the highest score, and that score. */
export function likeliest(bag: Bag, { bias, values }: Weights): [Int32Array, number] {
  let best = new Int32Array();
  let highest = Number.NEGATIVE_INFINITY;
  for (const candidate of bag.candidates) {
    let score = bias;
    for (const feature of candidate) score += values[feature] ?? 0;
    if (score > highest) {
      highest = score;
      best = candidate as typeof best;
    }
  }
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
