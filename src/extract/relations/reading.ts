import { append } from './append.js';

/** One place that may state a relation. */
export interface Reading {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** How likely by its sentence alone, as log-odds; by the linear model until the encoder knows better. */
  score: number;
  /** How likely by the linear model alone; nothing where no candidate stands behind it. */
  readonly linear: number;
  /** How likely by the two phrases alone, whatever the predicate (see `pairs.ts`). */
  pair: number;
  readonly sentence: number;
  readonly isTitle: boolean;
  /** Index of the predicate's token. */
  readonly predicate: number;
  /** Indexes of the tokens that the phrases of the two begin with. */
  readonly subjectAt: number;
  readonly objectAt: number;
  /** How many phrases its sentence has. */
  readonly phrases: number;
  readonly subjectSlot: number;
  readonly objectSlot: number;
  readonly swap: boolean;
  /** The coordinations that the two stand in, by their numbers in the sentence. */
  readonly subjectGroup: number;
  readonly objectGroup: number;
  /** The predicate means this relation and hardly anything else. */
  readonly core: boolean;
}

/** The key of a relation; the order of the ends does not matter for symmetric types. */
export function keyOf(subject: string, relation: string, object: string, symmetric: boolean): string {
  return symmetric && subject > object
    ? `${object} ${relation} ${subject}`
    : `${subject} ${relation} ${object}`;
}

/** A score for what is not there. */
export const NO_SCORE = -9;

/** No predicate of the lexicon stands behind it. */
export function isPairAlone({ subjectSlot, objectSlot }: Reading): boolean {
  return subjectSlot === 0 && objectSlot === 0;
}

/** Whether one end is the same and the other stands in the same coordination: "زار الوزير مصر والأردن". */
export function isCoordinated(one: Reading, other: Reading): boolean {
  return (
    (one.subject === other.subject && one.objectGroup === other.objectGroup) ||
    (one.object === other.object && one.subjectGroup === other.subjectGroup)
  );
}

/** The readings of an article by what they state, see {@link keyOf}. */
export function placesByKey<R extends Reading>(
  readings: readonly R[],
  isSymmetric: (relation: string) => boolean,
): Map<string, R[]> {
  const places = new Map<string, R[]>();
  for (const reading of readings) {
    const { subject, relation, object } = reading;
    append(places, keyOf(subject, relation, object, isSymmetric(relation)), reading);
  }
  return places;
}
