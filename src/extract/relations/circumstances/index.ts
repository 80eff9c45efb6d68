import type { Modality, Polarity } from '../../../model.js';
import { type CircumstanceModel, cluesOf, type StatedPlace } from './clues.js';
import { type ModalityModels, modalitiesOf } from './modality.js';
import { polarityOf } from './polarity.js';

export { speakerOf } from './attribution.js';

export interface CircumstanceModels extends ModalityModels {
  readonly negated: CircumstanceModel;
}

/** How a place states a relation. */
export interface Circumstances {
  readonly polarity: Polarity;
  readonly modality: Modality;
}

/** How each of the places that state one relation states it. */
export function circumstancesOf(places: readonly StatedPlace[], models: CircumstanceModels): Circumstances[] {
  const clues = cluesOf(places);
  const modalities = modalitiesOf(clues, models);
  return clues.map((own, index) => {
    const polarity = polarityOf(own, models.negated);
    const modality = modalities[index] ?? 'actual';
    if (polarity === 'affirmed') return { polarity, modality };
    // "نفت واشنطن القصف" and "رفض أن يلتقيه" neither allege nor plan it; "لن يلتقيه" does.
    return { polarity, modality: modality === 'planned' && own.mood === 'planned' ? 'planned' : 'actual' };
  });
}
