/**
 * From sentences to the article: a relation that several places may state is likelier than one that a single
 * place may state, and of the relations between two entities the likeliest one speaks against the others.
 */

/** One place that may state a relation. */
export interface Reading {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** From the model, 0 to 1. */
  readonly probability: number;
}

/** How much of its probability a relation keeps beside a likelier one between the same two entities. */
const RIVAL = 0.6;

/** The key of a relation; the order of the ends does not matter for symmetric types. */
export function keyOf(subject: string, relation: string, object: string, symmetric: boolean): string {
  return symmetric && subject > object
    ? `${object} ${relation} ${subject}`
    : `${subject} ${relation} ${object}`;
}

/** The probability of each relation of an article, by its key. */
export function combineReadings(
  readings: readonly Reading[],
  isSymmetric: (relation: string) => boolean,
): Map<string, number> {
  const doubts = new Map<string, number>();
  const rivals = new Map<string, Set<string>>();
  for (const { subject, relation, object, probability } of readings) {
    const key = keyOf(subject, relation, object, isSymmetric(relation));
    doubts.set(key, (doubts.get(key) ?? 1) * (1 - probability));
    const pair = keyOf(subject, '', object, true);
    const keys = rivals.get(pair);
    if (keys) keys.add(key);
    else rivals.set(pair, new Set([key]));
  }
  const combined = new Map<string, number>();
  for (const keys of rivals.values()) {
    const likelihoods = [...keys].map(key => [key, 1 - (doubts.get(key) ?? 1)] as const);
    likelihoods.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    likelihoods.forEach(([key, probability], rank) => {
      combined.set(key, rank === 0 ? probability : probability * RIVAL);
    });
  }
  return combined;
}
