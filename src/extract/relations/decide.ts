import { append } from './append.js';

/**
 * From sentences to the article: whether a relation that some places may state is stated at all. A relation of
 * several likely places is likelier than one of a single place; likelier relations between the same two
 * entities, or likelier ends for the same predicate, speak against it.
 */

/** One place that may state a relation. */
export interface Reading {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** How likely by its sentence alone, as log-odds; by the linear model until the encoder knows better. */
  score: number;
  /** How likely by the two phrases alone, whatever the predicate (see `pairs.ts`). */
  pair: number;
  readonly sentence: number;
  readonly isTitle: boolean;
  /** Index of the predicate's token. */
  readonly predicate: number;
  readonly subjectSlot: number;
  readonly objectSlot: number;
  readonly swap: boolean;
  /** The coordinations that the two stand in, by their numbers in the sentence. */
  readonly subjectGroup: number;
  readonly objectGroup: number;
  /** The predicate means this relation and hardly anything else. */
  readonly core: boolean;
}

/** What the article says of its entities. */
export interface ArticleView {
  readonly entities: ReadonlyMap<string, EntityView>;
  /** The countries and bodies that a leader or an organization stands for, by title or nationality. */
  readonly homes: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface EntityView {
  readonly type: string;
  readonly mentions: number;
  readonly inTitle: boolean;
}

/** What the judge looks at, in order. */
export const FEATURES = [
  'rank',
  'score',
  'second',
  'places',
  'doubtless',
  'rivalOfPair',
  'likelyOfPair',
  'reverse',
  'otherObject',
  'otherSubject',
  'objectsAbove',
  'subjectsAbove',
  'claimant',
  'claimantsAbove',
  'sameWord',
  'subjectSlot',
  'objectSlot',
  'swap',
  'core',
  'anyCore',
  'title',
  'anyTitle',
  'subjectType',
  'objectType',
  'subjectMentions',
  'objectMentions',
  'subjectInTitle',
  'objectInTitle',
  'subjectMember',
  'objectMember',
  'subjectHome',
  'objectHome',
  'standsFor',
  'sentence',
  'relations',
  'entities',
  'coordinated',
  'rival',
  'rankOfRival',
  'coordinatedCount',
  'rivalCount',
  'third',
  'pair',
  'bestPair',
  'likelyPairs',
  'pairAlone',
] as const;
export type FeatureName = (typeof FEATURES)[number];
/** One number for each of {@link FEATURES}, in their order. */
type Values = Numbers<typeof FEATURES>;
type Numbers<T extends readonly unknown[]> = { readonly [Index in keyof T]: number };

/** The key of a relation; the order of the ends does not matter for symmetric types. */
export function keyOf(subject: string, relation: string, object: string, symmetric: boolean): string {
  return symmetric && subject > object
    ? `${object} ${relation} ${subject}`
    : `${subject} ${relation} ${object}`;
}

/** A score for what is not there. */
export const NO_SCORE = -9;
/** A place counts among the likely ones from here. */
const LIKELY = -1;

const TYPES: Readonly<Record<string, number>> = { country: 0, leader: 1, organization: 2, base: 3 };

/** A relation that some places may state. */
interface Claim {
  readonly key: string;
  readonly relation: string;
  /** Likeliest first. */
  readonly places: readonly Reading[];
  readonly best: Reading;
  /** Of the best place. */
  readonly score: number;
}

interface ClaimedPlace {
  readonly claim: Claim;
  readonly place: Reading;
}

/** What can compete with a claim, by what they have in common; it is among them itself. */
interface Rivals {
  readonly ofPair: readonly Claim[];
  readonly ofSubject: readonly Claim[];
  readonly ofObject: readonly Claim[];
  /** The places at the predicate of its best place. */
  readonly ofWord: readonly ClaimedPlace[];
}

/** What all claims of an article are judged by. */
interface Context extends ArticleView {
  readonly scores: ReadonlyMap<string, number>;
  /** Who stands for a country or body. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly ranks: Readonly<Record<string, number>>;
  readonly isSymmetric: (relation: string) => boolean;
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

/**
 * The features of every relation that an article may state, by its key.
 *
 * @param places see {@link placesByKey}
 * @param ranks a number for each relation type, such that types that are stated alike often stand side by side
 */
export function relationFeatures(
  places: ReadonlyMap<string, readonly Reading[]>,
  { entities, homes }: ArticleView,
  ranks: Readonly<Record<string, number>>,
  isSymmetric: (relation: string) => boolean,
): Map<string, Float64Array> {
  const claims = claimsOf(places);
  const rivals = rivalsOf(claims, isSymmetric);
  const scores = new Map(claims.map(({ key, score }) => [key, score]));
  const context: Context = { entities, homes, scores, members: membersOf(homes), ranks, isSymmetric };
  return new Map(
    claims.map((claim, index) => [claim.key, featuresOf(claim, rivals[index] as Rivals, context)]),
  );
}

function claimsOf(places: ReadonlyMap<string, readonly Reading[]>): Claim[] {
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

/** Of each claim, in their order. */
function rivalsOf(claims: readonly Claim[], isSymmetric: (relation: string) => boolean): Rivals[] {
  const byPair = new Map<string, Claim[]>();
  const bySubject = new Map<string, Claim[]>();
  const byObject = new Map<string, Claim[]>();
  const byWord = new Map<number, ClaimedPlace[]>();
  for (const claim of claims)
    for (const place of claim.places) append(byWord, place.predicate, { claim, place });
  return claims.map(claim => {
    const { subject, relation, object, predicate } = claim.best;
    const rivals = {
      ofPair: append(byPair, keyOf(subject, '', object, true), claim),
      ofSubject: append(bySubject, `${subject} ${relation}`, claim),
      ofObject: append(byObject, `${relation} ${object}`, claim),
      ofWord: byWord.get(predicate) ?? [],
    };
    if (isSymmetric(relation)) {
      append(bySubject, `${object} ${relation}`, claim);
      append(byObject, `${relation} ${subject}`, claim);
    }
    return rivals;
  });
}

/** Who stands for a country or body: the inverse of homes. */
function membersOf(homes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [id, own] of homes) for (const home of own) append(members, home, id);
  return members;
}

function highest(claims: readonly Claim[], except: Claim): number {
  let score = NO_SCORE;
  for (const claim of claims) if (claim !== except) score = Math.max(score, claim.score);
  return score;
}

function countAbove(claims: readonly Claim[], score: number): number {
  let count = 0;
  for (const claim of claims) if (claim.score > score) count++;
  return count;
}

/** The rank of the likeliest of some claims. */
function rankOfHighest(
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

/** No predicate of the lexicon stands behind it. */
export function isPairAlone({ subjectSlot, objectSlot }: Reading): boolean {
  return subjectSlot === 0 && objectSlot === 0;
}

/** Whether one end is the same and the other stands in the same coordination: "زار الوزير مصر والأردن". */
function isCoordinated(one: Reading, other: Reading): boolean {
  return (
    (one.subject === other.subject && one.objectGroup === other.objectGroup) ||
    (one.object === other.object && one.subjectGroup === other.subjectGroup)
  );
}

/** What else the predicate of a claim may state: anything, the same relation, the same beside it in a coordination. */
function atWord(claim: Claim, places: readonly ClaimedPlace[]) {
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

const NOBODY: ReadonlySet<string> = new Set();

function featuresOf(claim: Claim, rivals: Rivals, context: Context): Float64Array {
  const { relation, places, best, score } = claim;
  const { ofPair, ofSubject, ofObject, ofWord } = rivals;
  const { entities, scores, ranks } = context;
  const { subject, object } = best;
  const symmetric = context.isSymmetric(relation);
  const from = entities.get(subject);
  const to = entities.get(object);
  const subjectHomes = context.homes.get(subject) ?? NOBODY;
  const objectHomes = context.homes.get(object) ?? NOBODY;
  const word = atWord(claim, ofWord);
  const scoreOf = (one: string, other: string) =>
    scores.get(keyOf(one, relation, other, symmetric)) ?? NO_SCORE;
  const highestOf = (ids: Iterable<string>, scoreWith: (id: string) => number) => {
    let most = NO_SCORE;
    for (const id of ids) most = Math.max(most, scoreWith(id));
    return most;
  };
  const withSubject = (id: string) => scoreOf(id, object);
  const withObject = (id: string) => scoreOf(subject, id);
  let rest = 1;
  let bestPair = NO_SCORE;
  let likelyPairs = 0;
  for (const { score: own, pair } of places) {
    rest /= 1 + Math.exp(own);
    bestPair = Math.max(bestPair, pair);
    if (pair > LIKELY) likelyPairs++;
  }
  const values: Values = [
    ranks[relation] ?? 0, // rank
    score, // score
    places[1]?.score ?? NO_SCORE, // second
    places.length, // places
    1 - rest, // doubtless
    highest(ofPair, claim), // rivalOfPair
    countAbove(ofPair, LIKELY), // likelyOfPair
    symmetric ? NO_SCORE : scoreOf(object, subject), // reverse
    highest(ofSubject, claim), // otherObject
    highest(ofObject, claim), // otherSubject
    countAbove(ofSubject, score), // objectsAbove
    countAbove(ofObject, score), // subjectsAbove
    word.claimant, // claimant
    word.claimantsAbove, // claimantsAbove
    word.sameWord, // sameWord
    best.subjectSlot, // subjectSlot
    best.objectSlot, // objectSlot
    best.swap ? 1 : 0, // swap
    best.core ? 1 : 0, // core
    places.some(({ core }) => core) ? 1 : 0, // anyCore
    best.isTitle ? 1 : 0, // title
    places.some(({ isTitle }) => isTitle) ? 1 : 0, // anyTitle
    TYPES[from?.type ?? ''] ?? 0, // subjectType
    TYPES[to?.type ?? ''] ?? 0, // objectType
    from?.mentions ?? 1, // subjectMentions
    to?.mentions ?? 1, // objectMentions
    from?.inTitle ? 1 : 0, // subjectInTitle
    to?.inTitle ? 1 : 0, // objectInTitle
    highestOf(context.members.get(subject) ?? NOBODY, withSubject), // subjectMember
    highestOf(context.members.get(object) ?? NOBODY, withObject), // objectMember
    highestOf(subjectHomes, withSubject), // subjectHome
    highestOf(objectHomes, withObject), // objectHome
    subjectHomes.has(object) || objectHomes.has(subject) ? 1 : 0, // standsFor
    best.sentence, // sentence
    scores.size, // relations
    entities.size, // entities
    word.coordinated, // coordinated
    word.rival, // rival
    rankOfHighest(ofPair, claim, ranks), // rankOfRival
    word.coordinatedCount, // coordinatedCount
    word.rivalCount, // rivalCount
    places[2]?.score ?? NO_SCORE, // third
    best.pair, // pair
    bestPair, // bestPair
    likelyPairs, // likelyPairs
    places.every(isPairAlone) ? 1 : 0, // pairAlone
  ];
  return new Float64Array(values);
}
