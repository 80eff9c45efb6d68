import { orderOf } from './features/frame.js';
import type { Candidate } from './features.js';
import type { Linear } from './linear.js';
import { PartScorer } from './part-scorer.js';

/**
 * Scores candidates in two steps: a sieve looks at their frames, and a scorer at those it lets through.
 *
 * @param hopeless what the sieve gives less is dropped: its score is minus infinity
 * @returns the score; no higher than `least`, though not always exact, for those that do not come above it
 */
export function createScorer(
  sieve: Linear,
  scorer: Linear,
  hopeless: number,
): (candidate: Candidate, least?: number) => number {
  const frames = new PartScorer(sieve, false);
  const whole = new PartScorer(scorer, true);
  return (candidate, least = Number.NEGATIVE_INFINITY) => {
    const { subject, predicate, object } = candidate;
    const order = orderOf(subject.mention.first, predicate.index, object.mention.first);
    if (frames.score(candidate, order, hopeless) < hopeless) return Number.NEGATIVE_INFINITY;
    return whole.score(candidate, order, least);
  };
}
