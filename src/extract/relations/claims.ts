import { append } from './append.js';
import { isCoordinated, keyOf, NO_SCORE, type Reading } from './reading.js';

/** The relations that an article may state, and what competes with each. */

/** A place counts among the likely ones from here. */
export const LIKELY = -1;

/** A relation that some places may state. */
export interface Claim {
  readonly key: string;
  readonly relation: string;
  /** Likeliest first. */
  readonly places: readonly Reading[];
  readonly best: Reading;
  /** Of the best place. */
  readonly score: number;
}

export interface ClaimedPlace {
  readonly claim: Claim;
  readonly place: Reading;
}

/** What can compete with a claim, by what they have in common; it is among them itself. */
export interface Rivals {
  readonly ofPair: readonly Claim[];
  readonly ofSubject: readonly Claim[];
  readonly ofObject: readonly Claim[];
  readonly ofRelation: readonly Claim[];
  /** All in which its subject has a part, and all in which its object has. */
  readonly withSubject: readonly Claim[];
  readonly withObject: readonly Claim[];
  /** The places at the predicate of its best place. */
  readonly ofWord: readonly ClaimedPlace[];
}

export function claimsOf(places: ReadonlyMap<string, readonly Reading[]>): Claim[] {
  const claims: Claim[] = [];
  for (const [key, unsorted] of places) {
    const sorted = unsorted.length > 1 ? [...unsorted].sort(byScore) : unsorted;
    const [best] = sorted;
    if (best) claims.push({ key, relation: best.relation, places: sorted, best, score: best.score });
  }
  return claims;
}

function byScore(one: Reading, other: Reading): number {
  return other.score - one.score || one.sentence - other.sentence;
}

/** The rivals of each claim, in their order. */
export function rivalsOf(claims: readonly Claim[], isSymmetric: (relation: string) => boolean): Rivals[] {
  const byPair = new Map<string, Claim[]>();
  const bySubject = new Map<string, Claim[]>();
  const byObject = new Map<string, Claim[]>();
  const byRelation = new Map<string, Claim[]>();
  const byEnd = new Map<string, Claim[]>();
  const byWord = new Map<number, ClaimedPlace[]>();
  for (const claim of claims)
    for (const place of claim.places) append(byWord, place.predicate, { claim, place });
  return claims.map(claim => {
    const { subject, relation, object, predicate } = claim.best;
    const rivals = {
      ofPair: append(byPair, keyOf(subject, '', object, true), claim),
      ofSubject: append(bySubject, `${subject} ${relation}`, claim),
      ofObject: append(byObject, `${relation} ${object}`, claim),
      ofRelation: append(byRelation, relation, claim),
      withSubject: append(byEnd, subject, claim),
      withObject: append(byEnd, object, claim),
      ofWord: byWord.get(predicate) ?? [],
    };
    if (isSymmetric(relation)) {
      append(bySubject, `${object} ${relation}`, claim);
      append(byObject, `${relation} ${subject}`, claim);
    }
    return rivals;
  });
}

/** The highest score of some claims, without one of them. */
export function highest(claims: readonly Claim[], except: Claim): number {
  let score = NO_SCORE;
  for (const claim of claims) if (claim !== except) score = Math.max(score, claim.score);
  return score;
}

export function countAbove(claims: readonly Claim[], score: number): number {
  let count = 0;
  for (const claim of claims) if (claim.score > score) count++;
  return count;
}

/** The rank of the likeliest of some claims. */
export function rankOfHighest(
  claims: readonly Claim[],
  except: Claim,
  ranks: Readonly<Record<string, number>>,
): number {
  let score = NO_SCORE;
  let rank = -1;
  for (const claim of claims) {
    if (claim === except || claim.score <= score) continue;
    score = claim.score;
    rank = ranks[claim.relation] ?? -1;
  }
  return rank;
}

/** What else the predicate of a claim may state: anything, the same relation, the same beside it in a coordination. */
export function atWord(claim: Claim, places: readonly ClaimedPlace[]) {
  const { relation, best, score } = claim;
  const found = {
    sameWord: NO_SCORE,
    claimant: NO_SCORE,
    claimantsAbove: 0,
    coordinated: NO_SCORE,
    coordinatedCount: 0,
    rival: NO_SCORE,
    rivalCount: 0,
  };
  for (const { claim: other, place } of places) {
    const rival = other === claim ? NO_SCORE : place.score;
    found.sameWord = Math.max(found.sameWord, rival);
    if (other.relation !== relation) continue;
    found.claimant = Math.max(found.claimant, rival);
    if (place.score > score) found.claimantsAbove++;
    if (isCoordinated(place, best)) {
      found.coordinated = Math.max(found.coordinated, rival);
      found.coordinatedCount++;
    } else {
      found.rival = Math.max(found.rival, rival);
      found.rivalCount++;
    }
  }
  return found;
}
