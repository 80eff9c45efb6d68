import type { Candidate } from '../features.js';
import { probabilityOf, type RelationModel } from '../model.js';
import { isPairAlone } from '../reading.js';
import type { CandidateReading } from '../readings.js';
import { contextNames, frameNames } from './feature-names.js';
import type { Weight } from './types.js';

/** What the linear model and the encoder say of a candidate. */
export interface Weighed {
  readonly dropped: boolean;
  readonly probability: number;
  readonly for: readonly Weight[];
  readonly against: readonly Weight[];
}

/** Weights below this are left unsaid. */
const SMALLEST = 0.05;
const MOST = 4;

const WHOLE_SENTENCE = 'the sentence as a whole (encoder)';

/** @param place the reading of the article that the candidate became, if it was likely enough */
export function weighCandidate(
  candidate: Candidate,
  model: RelationModel,
  place: CandidateReading | undefined,
): Weighed {
  if (place && isPairAlone(place)) {
    const whole = [{ name: WHOLE_SENTENCE, weight: Math.round(place.score * 100) / 100 }];
    const isFor = place.score > 0;
    return {
      dropped: false,
      probability: probabilityOf(place.score),
      for: isFor ? whole : [],
      against: isFor ? [] : whole,
    };
  }
  const { by, score, weights } = model.weigh(candidate);
  const names = frameNames(candidate);
  if (by === 'scorer') names.push(...contextNames(candidate));
  const sums = new Map<string, number>();
  weights.forEach((weight, index) => {
    const name = names[index] ?? '';
    sums.set(name, (sums.get(name) ?? 0) + weight);
  });
  if (place) sums.set(WHOLE_SENTENCE, place.score - place.linear);
  const all = [...sums]
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST)
    .map(([name, weight]) => ({ name, weight: Math.round(weight * 100) / 100 }));
  return {
    dropped: by === 'sieve',
    probability: probabilityOf(place?.score ?? score),
    for: all
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST),
    against: all
      .filter(({ weight }) => weight < 0)
      .sort((a, b) => a.weight - b.weight)
      .slice(0, MOST),
  };
}
