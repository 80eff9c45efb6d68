import { keyOf, NO_SCORE, type Reading } from './reading.js';
import type { Phrase, Predicate } from './syntax.js';

/**
 * Relations that a sentence states between two phrases without a predicate that the lexicon knows for them: the
 * encoder reads each pair of phrases by itself. Where candidates state the same, it is their second opinion.
 */

/** How likely a sentence states a relation between two of its phrases, whatever the words, as log-odds. */
export interface PairScore {
  /** The phrases of subject and object, by their numbers in the sentence. */
  readonly from: number;
  readonly to: number;
  readonly relation: string;
  readonly score: number;
}

/** What gets less (log-odds) has no say. */
export const LEAST_PAIR_SCORE = -2;

/** Two phrases further apart (in tokens) are no pair: keeps long sentences linear. */
export const PAIR_REACH = 48;

/** What a phrase must tell to stand in a pair. */
export type PairEnd = Pick<Phrase, 'number' | 'start' | 'end' | 'group'>;

/** What the readings of a sentence have in common. */
export interface PairPlace {
  readonly sentence: number;
  readonly isTitle: boolean;
  /** Indexes of the tokens of its predicates, in order. */
  readonly predicates: readonly number[];
  /** How many phrases the sentence has. */
  readonly phrases: number;
}

/**
 * Gives the readings of a sentence what pairs say of them, and adds one for each relation that only a pair states.
 *
 * @param endOf the id of the entity and the phrase behind a number
 * @param complete makes a reading of the kind that is asked for
 */
export function joinPairs<R extends Reading, P extends PairEnd>(
  readings: readonly R[],
  pairs: readonly PairScore[],
  place: PairPlace,
  endOf: (number: number) => { readonly id: string; readonly phrase: P },
  isSymmetric: (relation: string) => boolean,
  complete: (reading: Reading, from: P, to: P) => R,
): R[] {
  const best = new Map<string, PairScore>();
  for (const pair of pairs) {
    const key = keyOf(endOf(pair.from).id, pair.relation, endOf(pair.to).id, isSymmetric(pair.relation));
    const known = best.get(key);
    if (!known || pair.score > known.score) best.set(key, pair);
  }
  const joined = [...readings];
  for (const reading of readings) {
    const key = keyOf(reading.subject, reading.relation, reading.object, isSymmetric(reading.relation));
    reading.pair = best.get(key)?.score ?? NO_SCORE;
    best.delete(key);
  }
  for (const { from, to, relation, score } of best.values()) {
    const [one, other] = [endOf(from), endOf(to)];
    const { sentence, isTitle, predicates, phrases } = place;
    joined.push(
      complete(
        {
          subject: one.id,
          relation,
          object: other.id,
          score,
          linear: NO_SCORE,
          pair: score,
          sentence,
          isTitle,
          predicate: anchorOf(predicates, one.phrase, other.phrase),
          subjectAt: one.phrase.start,
          objectAt: other.phrase.start,
          phrases,
          subjectSlot: 0,
          objectSlot: 0,
          swap: false,
          subjectGroup: one.phrase.group,
          objectGroup: other.phrase.group,
          core: false,
        },
        one.phrase,
        other.phrase,
      ),
    );
  }
  return joined;
}

/** The predicate nearest to what two phrases have to do with each other: between them, else before, else after. */
function anchorOf(predicates: readonly number[], one: PairEnd, other: PairEnd): number {
  const [left, right] = one.start <= other.start ? [one, other] : [other, one];
  const between = predicates.findLast(index => index >= left.end && index < right.start);
  const before = predicates.findLast(index => index < left.start);
  return between ?? before ?? predicates.find(index => index >= right.end) ?? left.start;
}

/** Where predicates stand, in order and each once: what {@link PairPlace} needs. */
export function placesOf(predicates: readonly Predicate[]): number[] {
  return [...new Set(predicates.map(({ index }) => index))].sort((a, b) => a - b);
}
