import type { LinearFile } from '../../src/extract/relations/model.js';
import { type Bag, LEARN_DEFAULTS, learn, likeliest, linearFile } from './learn.js';
import type { Sieve } from './prepare.js';

/** Share of the stated relations that may be lost for speed. */
const LOSS = 0.06;

const OPTIONS = { ...LEARN_DEFAULTS, bits: 17, epochs: 4, averaged: 2 };

export interface TrainedSieve {
  readonly passes: Sieve;
  readonly file: LinearFile;
  readonly hopeless: number;
  readonly report: string;
}

/** Learns from the frames of candidates which ones are not worth a closer look. */
export function trainSieve(bags: readonly Bag[]): TrainedSieve {
  const weights = learn(bags, OPTIONS);
  const scores = unseenScores(bags);
  const stated = scores.filter((_, index) => bags[index]?.label === 1).sort((a, b) => a - b);
  const hopeless = Math.round((stated[Math.floor(stated.length * LOSS)] ?? 0) * 100) / 100;
  const kept = scores.filter(score => score >= hopeless).length;
  const mask = weights.values.length - 1;
  return {
    hopeless,
    file: linearFile(weights),
    report: `sieve: keeps ${kept} of ${bags.length} bags, from ${hopeless}`,
    passes(features, count) {
      let score = weights.bias;
      for (let at = 0; at < count; at++) score += weights.values[(features[at] ?? 0) & mask] ?? 0;
      return score >= hopeless;
    },
  };
}

/** The score of each bag by weights that were learned from the other half: what new articles will get. */
function unseenScores(bags: readonly Bag[]): number[] {
  const half = Math.floor(bags.length / 2);
  const [first, second] = [bags.slice(0, half), bags.slice(half)];
  const score = (some: readonly Bag[], others: readonly Bag[]) => {
    const weights = learn(others, OPTIONS);
    return some.map(bag => likeliest(bag, weights)[1]);
  };
  return [...score(first, second), ...score(second, first)];
}
