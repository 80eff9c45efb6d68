import type { Polarity } from '../../../model.js';
import { type CircumstanceModel, type Clues, scoreOf } from './clues.js';

/**
 * What scores more (log-odds) is denied. Where grammar negates it, as many are right from here to 0, but more denials
 * are found from here; words alone must be surer.
 */
const DENIED_FROM = { byGrammar: -1.5, byWords: 0 };

/** Whether a relation is affirmed or negated at a place, by a model of what is negated. */
export function polarityOf(clues: Clues, negated: CircumstanceModel): Polarity {
  const score = scoreOf(clues, negated);
  return score > (clues.isDenied ? DENIED_FROM.byGrammar : DENIED_FROM.byWords) ? 'negated' : 'affirmed';
}
