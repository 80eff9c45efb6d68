import { ContextScorer } from './context-scorer.js';
import { orderOf } from './features/frame.js';
import type { Candidate } from './features.js';
import { FrameScorer } from './frame-scorer.js';
import type { Linear } from './linear.js';
import { WeightSink } from './weight-sink.js';

/**
 * Scores candidates without listing their features: a score is a sum, and candidates have most of its parts in
 * common. Weights have so few digits that their sums are exact, in whatever order.
 *
 * @param hopeless what the sieve gives less is dropped: its score is minus infinity
 */
export function createScorer(
  sieve: Linear,
  scorer: Linear,
  hopeless: number,
): (candidate: Candidate) => number {
  const sieveFrame = new FrameScorer(new WeightSink(sieve));
  const weights = new WeightSink(scorer);
  const frame = new FrameScorer(weights);
  const context = new ContextScorer(weights);
  return candidate => {
    const { subject, predicate, object } = candidate;
    const order = orderOf(subject.mention.first, predicate.index, object.mention.first);
    if (sieve.bias + sieveFrame.score(candidate, order) < hopeless) return Number.NEGATIVE_INFINITY;
    return scorer.bias + (frame.score(candidate, order) + context.score(candidate, order));
  };
}
