import type { Polarity } from '../../model.js';
import { type PolarityModel, polaritiesOf } from './circumstances/index.js';
import type { JudgedEvent } from './judge.js';
import { probabilityOf } from './model.js';
import { NO_SCORE } from './reading.js';
import type { CandidateReading } from './readings.js';

/** How an article states a relation, and the places that state it so. */
export interface EventEvidence {
  readonly polarity: Polarity;
  readonly places: readonly CandidateReading[];
}

/** The probability from which a further place of a stated relation is kept as evidence. */
const FURTHER_PLACE = 0.3;

/** An article states a relation one way: as its likeliest place does. */
export function evidenceOf({ places }: JudgedEvent, model: PolarityModel): EventEvidence {
  const best = Math.max(...places.map(({ score }) => score));
  const bestLinear = Math.max(...places.map(({ linear }) => linear));
  const kept = places.filter(
    ({ score, linear }) =>
      score === best ||
      (linear === bestLinear && linear > NO_SCORE) ||
      probabilityOf(Math.max(score, linear)) >= FURTHER_PLACE,
  );
  const polarities = polaritiesOf(
    kept.map(({ candidate }) => candidate),
    model,
  );
  const polarity = polarities[kept.findIndex(({ score }) => score === best)] ?? 'affirmed';
  return { polarity, places: kept.filter((_, index) => polarities[index] === polarity) };
}
