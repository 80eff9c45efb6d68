import { type CircumstanceModels, type Circumstances, circumstancesOf } from './circumstances/index.js';
import type { JudgedEvent } from './judge.js';
import { probabilityOf } from './model.js';
import { NO_SCORE } from './reading.js';
import type { CandidateReading } from './readings.js';

/** A place that states a relation, and how. */
export interface EvidencePlace {
  readonly place: CandidateReading;
  readonly circumstances: Circumstances;
}

/** The probability from which a further place of a stated relation is kept as evidence. */
const FURTHER_PLACE = 0.3;

/** The places that state a relation. An article affirms or negates it as its likeliest place does. */
export function evidenceOf({ places }: JudgedEvent, models: CircumstanceModels): EvidencePlace[] {
  const best = Math.max(...places.map(({ score }) => score));
  const bestLinear = Math.max(...places.map(({ linear }) => linear));
  const kept = places.filter(
    ({ score, linear }) =>
      score === best ||
      (linear === bestLinear && linear > NO_SCORE) ||
      probabilityOf(Math.max(score, linear)) >= FURTHER_PLACE,
  );
  const circumstances = circumstancesOf(
    kept.map(({ candidate }) => candidate),
    models,
  );
  const { polarity } = circumstances[kept.findIndex(({ score }) => score === best)] ?? {};
  return kept.flatMap((place, index) => {
    const own = circumstances[index];
    return own && own.polarity === polarity ? { place, circumstances: own } : [];
  });
}
