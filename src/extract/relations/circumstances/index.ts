/** How a predicate is stated: affirmed or negated, as done, planned or alleged, and by whom. */
export { speakerOf } from './attribution.js';
export { modalityOf } from './modality.js';
export { polarityOf } from './polarity.js';
