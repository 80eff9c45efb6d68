import type { Modality, Polarity } from '../../../model.js';
import type { Predicate, Sentence } from '../syntax.js';
import { wordsAbove } from './governors.js';
import { modalityOf } from './modality.js';

export { speakerOf } from './attribution.js';
export { type PolarityModel, polaritiesOf } from './polarity.js';

/** How a predicate of that polarity is stated: as done, planned or alleged. */
export function modalityOfPredicate(
  sentence: Sentence,
  predicate: Predicate,
  relation: string,
  polarity: Polarity,
): Modality {
  const above = wordsAbove(sentence, predicate.index - sentence.first);
  const modality = modalityOf(above, sentence, predicate, relation);
  // "نفت واشنطن القصف" does not allege it.
  return polarity === 'negated' && modality === 'alleged' ? 'actual' : modality;
}
