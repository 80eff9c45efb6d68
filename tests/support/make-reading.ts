import { NO_SCORE, type Reading } from '../../src/extract/relations/reading.js';

/** A reading of a sentence that is as good as any but for some of its parts. */
export function makeReading(parts: Partial<Reading>): Reading {
  return {
    subject: 'a',
    relation: 'visits',
    object: 'b',
    score: 1,
    linear: 1,
    pair: NO_SCORE,
    sentence: 3,
    isTitle: false,
    predicate: 5,
    subjectAt: 2,
    objectAt: 8,
    phrases: 3,
    subjectSlot: 1,
    objectSlot: 2,
    swap: false,
    subjectGroup: 0,
    objectGroup: 1,
    core: true,
    ...parts,
  };
}
