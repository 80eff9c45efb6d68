import { append } from './append.js';
import type { ArticleView, EntityView } from './article-view.js';
import {
  atWord,
  type Claim,
  claimsOf,
  countAbove,
  highest,
  LIKELY,
  type Rivals,
  rankOfHighest,
  rivalsOf,
} from './claims.js';
import { isPairAlone, keyOf, NO_SCORE, type Reading } from './reading.js';

/**
 * From sentences to the article: whether a relation that some places may state is stated at all. A relation of
 * several likely places is likelier than one of a single place; likelier relations between the same two
 * entities, or likelier ends for the same predicate, speak against it.
 */

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
  'together',
  'firstTogether',
  'linear',
  'bestLinear',
  'subjectSentences',
  'objectSentences',
  'phrases',
  'sameRelation',
  'likelyOfRelation',
  'distance',
  'subjectDistance',
  'objectDistance',
  'subjectFirst',
  'sharedHome',
  'subjectClaims',
  'objectClaims',
  'subjectKind',
  'objectKind',
] as const;
export type FeatureName = (typeof FEATURES)[number];
/** One number for each of {@link FEATURES}, in their order. */
type Values = Numbers<typeof FEATURES>;
type Numbers<T extends readonly unknown[]> = { readonly [Index in keyof T]: number };

const TYPES: Readonly<Record<string, number>> = { country: 0, leader: 1, organization: 2, base: 3 };

/** What all claims of an article are judged by. */
interface Context extends ArticleView {
  readonly scores: ReadonlyMap<string, number>;
  /** Who stands for a country or body. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly ranks: Ranks;
  readonly isSymmetric: (relation: string) => boolean;
}

/**
 * Numbers for names, such that those that the trees should treat alike often stand side by side: in the order of how
 * often what may be stated of them is.
 */
export interface Ranks {
  /** Of relation types. */
  readonly relations: Readonly<Record<string, number>>;
  /** Of what an entity is, see {@link kindOf}. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What an entity is, as finely as is known. */
export function kindOf({ type, subtype }: EntityView): string {
  return subtype === undefined ? type : `${type} ${subtype}`;
}

/**
 * The features of every relation that an article may state, by its key.
 *
 * @param places see {@link placesByKey}
 */
export function relationFeatures(
  places: ReadonlyMap<string, readonly Reading[]>,
  { entities, homes }: ArticleView,
  ranks: Ranks,
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

/** Who stands for a country or body: the inverse of homes. */
function membersOf(homes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [id, own] of homes) for (const home of own) append(members, home, id);
  return members;
}

/** The sentence of a meeting that never is. */
const NEVER = 99;

/** In how many sentences two entities are mentioned, and which is the first. */
function meetings(
  one: EntityView | undefined,
  other: EntityView | undefined,
): [count: number, first: number] {
  let [count, first] = [0, NEVER];
  for (const sentence of one?.sentences ?? []) {
    if (!other?.sentences.has(sentence)) continue;
    count++;
    first = Math.min(first, sentence);
  }
  return [count, first];
}

function intersects(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const id of one) if (other.has(id)) return true;
  return false;
}

const NOBODY: ReadonlySet<string> = new Set();

function featuresOf(claim: Claim, rivals: Rivals, context: Context): Float64Array {
  const { relation, places, best, score } = claim;
  const { ofPair, ofSubject, ofObject, ofRelation, ofWord } = rivals;
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
  let bestLinear = NO_SCORE;
  for (const { score: own, pair, linear } of places) {
    rest /= 1 + Math.exp(own);
    bestPair = Math.max(bestPair, pair);
    if (pair > LIKELY) likelyPairs++;
    bestLinear = Math.max(bestLinear, linear);
  }
  const [together, firstTogether] = meetings(from, to);
  const values: Values = [
    ranks.relations[relation] ?? 0, // rank
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
    rankOfHighest(ofPair, claim, ranks.relations), // rankOfRival
    word.coordinatedCount, // coordinatedCount
    word.rivalCount, // rivalCount
    places[2]?.score ?? NO_SCORE, // third
    best.pair, // pair
    bestPair, // bestPair
    likelyPairs, // likelyPairs
    places.every(isPairAlone) ? 1 : 0, // pairAlone
    together, // together
    firstTogether, // firstTogether
    best.linear, // linear
    bestLinear, // bestLinear
    from?.sentences.size ?? 0, // subjectSentences
    to?.sentences.size ?? 0, // objectSentences
    best.phrases, // phrases
    highest(ofRelation, claim), // sameRelation
    countAbove(ofRelation, LIKELY), // likelyOfRelation
    Math.abs(best.subjectAt - best.objectAt), // distance
    Math.abs(best.subjectAt - best.predicate), // subjectDistance
    Math.abs(best.objectAt - best.predicate), // objectDistance
    best.objectAt > best.subjectAt ? 1 : 0, // subjectFirst
    intersects(subjectHomes, objectHomes) ? 1 : 0, // sharedHome
    countAbove(rivals.withSubject, LIKELY), // subjectClaims
    countAbove(rivals.withObject, LIKELY), // objectClaims
    (from && ranks.kinds[kindOf(from)]) ?? -1, // subjectKind
    (to && ranks.kinds[kindOf(to)]) ?? -1, // objectKind
  ];
  return new Float64Array(values);
}
