import type { Modality } from '../../../model.js';
import { type CircumstanceModel, type Clues, scoreOf } from './clues.js';

/** Tell what is planned and what is alleged from what is neither. */
export interface ModalityModels {
  readonly planned: CircumstanceModel;
  readonly alleged: CircumstanceModel;
}

/**
 * What scores more (log-odds) is planned or alleged. Where grammar says so too, less is enough: there, the articles that
 * were annotated with most care call so what the others often do not.
 */
const FROM = { planned: { byGrammar: -1, byWords: 0 }, alleged: { byGrammar: -3.5, byWords: -1 } };

/**
 * The modality of each of the places that state one relation: half by itself and half by what the places tell together,
 * as an article mostly states a relation one way.
 */
export function modalitiesOf(clues: readonly Clues[], models: ModalityModels): Modality[] {
  const [plans, allegations] = (['planned', 'alleged'] as const).map(name => {
    const scores = smoothed(clues.map(own => scoreOf(own, models[name])));
    const { byGrammar, byWords } = FROM[name];
    return clues.map(({ mood }, index) => (scores[index] ?? 0) - (mood === name ? byGrammar : byWords));
  });
  return clues.map((_, index) => {
    const [plan, allegation] = [plans?.[index] ?? 0, allegations?.[index] ?? 0];
    if (Math.max(plan, allegation) <= 0) return 'actual';
    return allegation >= plan ? 'alleged' : 'planned';
  });
}

/** The mean of each value and the mean of all. */
function smoothed(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map(value => (value + mean) / 2);
}
