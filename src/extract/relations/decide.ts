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
  /** How likely by its sentence alone, as log-odds. */
  readonly score: number;
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

/** The key of a relation; the order of the ends does not matter for symmetric types. */
export function keyOf(subject: string, relation: string, object: string, symmetric: boolean): string {
  return symmetric && subject > object
    ? `${object} ${relation} ${subject}`
    : `${subject} ${relation} ${object}`;
}

/** A score for what is not there. */
const NONE = -9;
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
  let score = NONE;
  for (const claim of claims ?? []) if (claim.key !== except) score = Math.max(score, claim.score);
  return score;
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
  let score = NONE;
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
    ids.reduce((score, id) => Math.max(score, rivals.scores.get(keyFor(id)) ?? NONE), NONE);
  const withSubject = (id: string) => keyOf(id, relation, object, symmetric);
  const withObject = (id: string) => keyOf(subject, relation, id, symmetric);
  const doubt = places.reduce((rest, place) => rest / (1 + Math.exp(place.score)), 1);
  return Float64Array.of(
    ranks[relation] ?? 0,
    score,
    places[1]?.score ?? NONE,
    places.length,
    1 - doubt,
    highest(pair, key),
    countAbove(pair, LIKELY),
    symmetric ? NONE : (rivals.scores.get(keyOf(object, relation, subject, false)) ?? NONE),
    highest(rivals.bySubject.get(`${subject} ${relation}`), key),
    highest(rivals.byObject.get(`${relation} ${object}`), key),
    countAbove(rivals.bySubject.get(`${subject} ${relation}`), score),
    countAbove(rivals.byObject.get(`${relation} ${object}`), score),
    highest(sense, key),
    countAbove(sense, score),
    highest(rivals.byPredicate.get(`${best.predicate}`), key),
    best.subjectSlot,
    best.objectSlot,
    best.swap ? 1 : 0,
    best.core ? 1 : 0,
    places.some(({ core }) => core) ? 1 : 0,
    best.isTitle ? 1 : 0,
    places.some(({ isTitle }) => isTitle) ? 1 : 0,
    TYPES[from?.type ?? ''] ?? 0,
    TYPES[to?.type ?? ''] ?? 0,
    from?.mentions ?? 1,
    to?.mentions ?? 1,
    from?.inTitle ? 1 : 0,
    to?.inTitle ? 1 : 0,
    highestOf(members(subject), withSubject),
    highestOf(members(object), withObject),
    highestOf(homes(subject), withSubject),
    highestOf(homes(object), withObject),
    homes(subject).includes(object) || homes(object).includes(subject) ? 1 : 0,
    best.sentence,
    rivals.scores.size,
    view.entities.size,
    highest(coordinated, key),
    highest(rival, key),
    rankOfHighest(pair, key, ranks),
    coordinated?.length ?? 0,
    rival?.length ?? 0,
    places[2]?.score ?? NONE,
  );
}
