import type { Modality, Polarity } from '../../../model.js';
import type { Predicate, Sentence } from '../syntax.js';
import { wordsAbove } from './governors.js';
import { modalityOf } from './modality.js';
import { polarityOf } from './polarity.js';

export { speakerOf } from './attribution.js';

/** How a predicate is stated: affirmed or negated, as done, planned or alleged. */
export function circumstancesOf(
  sentence: Sentence,
  predicate: Predicate,
  relation: string,
): { readonly polarity: Polarity; readonly modality: Modality } {
  const above = wordsAbove(sentence, predicate.index - sentence.first);
  const polarity = polarityOf(above, predicate, relation);
  const modality = modalityOf(above, sentence, predicate, relation);
  // "نفت واشنطن القصف" does not allege it.
  return { polarity, modality: polarity === 'negated' && modality === 'alleged' ? 'actual' : modality };
}
