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

interface Claim {
  readonly key: string;
  readonly score: number;
}

interface PlacedClaim extends Claim {
  readonly place: Reading;
}

/** What can compete with a relation, by what they have in common. */
interface Rivals {
  readonly scores: ReadonlyMap<string, number>;
  readonly byPair: ReadonlyMap<string, readonly Claim[]>;
  readonly bySubject: ReadonlyMap<string, readonly Claim[]>;
  readonly byObject: ReadonlyMap<string, readonly Claim[]>;
  readonly byPredicate: ReadonlyMap<string, readonly Claim[]>;
  readonly bySense: ReadonlyMap<string, readonly PlacedClaim[]>;
}

/**
 * The features of every relation that the readings of an article may state, by its key.
 *
 * @param ranks a number for each relation type, such that types that are stated alike often stand side by side
 */
export function relationFeatures(
  readings: readonly Reading[],
  view: ArticleView,
  ranks: Readonly<Record<string, number>>,
  isSymmetric: (relation: string) => boolean,
): Map<string, Float64Array> {
  const places = new Map<string, Reading[]>();
  for (const reading of readings) {
    append(
      places,
      keyOf(reading.subject, reading.relation, reading.object, isSymmetric(reading.relation)),
      reading,
    );
  }
  for (const list of places.values()) list.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  const rivals = rivalsOf(places, isSymmetric);
  const members = membersOf(view.homes);
  return new Map(
    [...places].map(([key, list]) => [
      key,
      featuresOf(key, list, rivals, { ...view, members }, ranks, isSymmetric),
    ]),
  );
}

function rivalsOf(
  places: ReadonlyMap<string, readonly Reading[]>,
  isSymmetric: (relation: string) => boolean,
): Rivals {
  const scores = new Map<string, number>();
  const byPair = new Map<string, Claim[]>();
  const bySubject = new Map<string, Claim[]>();
  const byObject = new Map<string, Claim[]>();
  const byPredicate = new Map<string, Claim[]>();
  const bySense = new Map<string, PlacedClaim[]>();
  for (const [key, list] of places) {
    const [best] = list;
    if (!best) continue;
    const { subject, relation, object, score } = best;
    const claim = { key, score };
    scores.set(key, score);
    append(byPair, keyOf(subject, '', object, true), claim);
    append(bySubject, `${subject} ${relation}`, claim);
    append(byObject, `${relation} ${object}`, claim);
    if (isSymmetric(relation)) {
      append(bySubject, `${object} ${relation}`, claim);
      append(byObject, `${relation} ${subject}`, claim);
    }
    for (const place of list) {
      append(byPredicate, `${place.predicate}`, { key, score: place.score });
      append(bySense, `${place.predicate} ${relation}`, { key, score: place.score, place });
    }
  }
  return { scores, byPair, bySubject, byObject, byPredicate, bySense };
}

/** Who stands for a country or body: the inverse of homes. */
function membersOf(homes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [id, own] of homes) for (const home of own) append(members, home, id);
  return members;
}

function highest(claims: readonly Claim[] | undefined, except: string): number {
  let score = NO_SCORE;
  for (const claim of claims ?? []) if (claim.key !== except) score = Math.max(score, claim.score);
  return score;
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

/** The rank of the likeliest of some claims, by their relations. */
function rankOfHighest(
  claims: readonly Claim[] | undefined,
  except: string,
  ranks: Readonly<Record<string, number>>,
): number {
  let score = NO_SCORE;
  let rank = -1;
  for (const claim of claims ?? []) {
    if (claim.key === except || claim.score <= score) continue;
    score = claim.score;
    rank = ranks[claim.key.split(' ')[1] ?? ''] ?? -1;
  }
  return rank;
}

function countAbove(claims: readonly Claim[] | undefined, score: number): number {
  let count = 0;
  for (const claim of claims ?? []) if (claim.score > score) count++;
  return count;
}

function featuresOf(
  key: string,
  places: readonly Reading[],
  rivals: Rivals,
  view: ArticleView & { readonly members: ReadonlyMap<string, readonly string[]> },
  ranks: Readonly<Record<string, number>>,
  isSymmetric: (relation: string) => boolean,
): Float64Array {
  const [best] = places;
  if (!best) throw new Error(`no place states ${key}`);
  const { subject, relation, object, score } = best;
  const symmetric = isSymmetric(relation);
  const from = view.entities.get(subject);
  const to = view.entities.get(object);
  const pair = rivals.byPair.get(keyOf(subject, '', object, true));
  const sense = rivals.bySense.get(`${best.predicate} ${relation}`);
  const coordinated = sense?.filter(({ place }) => isCoordinated(place, best));
  const rival = sense?.filter(({ place }) => !isCoordinated(place, best));
  const homes = (id: string) => [...(view.homes.get(id) ?? [])];
  const members = (id: string) => view.members.get(id) ?? [];
  const highestOf = (ids: readonly string[], keyFor: (id: string) => string) =>
    ids.reduce((score, id) => Math.max(score, rivals.scores.get(keyFor(id)) ?? NO_SCORE), NO_SCORE);
  const withSubject = (id: string) => keyOf(id, relation, object, symmetric);
  const withObject = (id: string) => keyOf(subject, relation, id, symmetric);
  const doubt = places.reduce((rest, place) => rest / (1 + Math.exp(place.score)), 1);
  const values: Record<FeatureName, number> = {
    rank: ranks[relation] ?? 0,
    score,
    second: places[1]?.score ?? NO_SCORE,
    places: places.length,
    doubtless: 1 - doubt,
    rivalOfPair: highest(pair, key),
    likelyOfPair: countAbove(pair, LIKELY),
    reverse: symmetric ? NO_SCORE : (rivals.scores.get(keyOf(object, relation, subject, false)) ?? NO_SCORE),
    otherObject: highest(rivals.bySubject.get(`${subject} ${relation}`), key),
    otherSubject: highest(rivals.byObject.get(`${relation} ${object}`), key),
    objectsAbove: countAbove(rivals.bySubject.get(`${subject} ${relation}`), score),
    subjectsAbove: countAbove(rivals.byObject.get(`${relation} ${object}`), score),
    claimant: highest(sense, key),
    claimantsAbove: countAbove(sense, score),
    sameWord: highest(rivals.byPredicate.get(`${best.predicate}`), key),
    subjectSlot: best.subjectSlot,
    objectSlot: best.objectSlot,
    swap: best.swap ? 1 : 0,
    core: best.core ? 1 : 0,
    anyCore: places.some(({ core }) => core) ? 1 : 0,
    title: best.isTitle ? 1 : 0,
    anyTitle: places.some(({ isTitle }) => isTitle) ? 1 : 0,
    subjectType: TYPES[from?.type ?? ''] ?? 0,
    objectType: TYPES[to?.type ?? ''] ?? 0,
    subjectMentions: from?.mentions ?? 1,
    objectMentions: to?.mentions ?? 1,
    subjectInTitle: from?.inTitle ? 1 : 0,
    objectInTitle: to?.inTitle ? 1 : 0,
    subjectMember: highestOf(members(subject), withSubject),
    objectMember: highestOf(members(object), withObject),
    subjectHome: highestOf(homes(subject), withSubject),
    objectHome: highestOf(homes(object), withObject),
    standsFor: homes(subject).includes(object) || homes(object).includes(subject) ? 1 : 0,
    sentence: best.sentence,
    relations: rivals.scores.size,
    entities: view.entities.size,
    coordinated: highest(coordinated, key),
    rival: highest(rival, key),
    rankOfRival: rankOfHighest(pair, key, ranks),
    coordinatedCount: coordinated?.length ?? 0,
    rivalCount: rival?.length ?? 0,
    third: places[2]?.score ?? NO_SCORE,
    pair: best.pair,
    bestPair: places.reduce((most, { pair }) => Math.max(most, pair), NO_SCORE),
    likelyPairs: places.filter(({ pair }) => pair > LIKELY).length,
    pairAlone: places.every(isPairAlone) ? 1 : 0,
  };
  return Float64Array.from(FEATURES, name => values[name]);
}
