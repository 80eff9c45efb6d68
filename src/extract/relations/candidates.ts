import type { RelationTypeDefinition } from '../../schema/types.js';
import { type Candidate, makeCandidate, type RelationInfo } from './features.js';
import type { Sense } from './lexicon.js';
import { FARTHEST, ObjectSlot, SubjectSlot } from './slot-kinds.js';
import { type Slots, slotsOf } from './slots.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';

/** A relation type as candidates need it. */
export interface Relation extends RelationInfo {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** Whether a place within a country may stand for it as the subject, and as the object. */
  readonly fromPlace: boolean;
  readonly toPlace: boolean;
}

/** What befalls a town befalls its country, though neither end of these is a place as such. */
const BEFALLING: ReadonlySet<string> = new Set(['attacks', 'fights', 'threatens', 'aids', 'supports']);

/** The types of nodes that are places. */
const PLACES: ReadonlySet<string> = new Set(['country', 'base']);

export function relationTable(types: readonly RelationTypeDefinition[]): ReadonlyMap<string, Relation> {
  return new Map(
    types.map(({ type, from, to, symmetric }, number) => [
      type,
      {
        type,
        symmetric,
        number,
        from: new Set(from),
        to: new Set(to),
        fromPlace: from.every(name => PLACES.has(name)),
        toPlace: to.every(name => PLACES.has(name)) || BEFALLING.has(type),
      },
    ]),
  );
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Calls back with every reading of a sentence as a relation between two of its phrases that the types allow. It is
 * one object, which changes from call to call: there are far more candidates than ever come to anything. With it
 * comes a number for the entity of each phrase.
 */
export function forEachCandidate(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
  visit: (candidate: Candidate, entities: Int32Array) => void,
): void {
  const { phrases } = sentence;
  if (phrases.length < 2 || sentence.predicates.length === 0) return;
  const entities = numberEntities(phrases);
  const ends: (Ends | undefined)[] = [];
  let candidate: Mutable<Candidate> | undefined;
  for (const predicate of sentence.predicates) {
    let slots: Slots | undefined;
    let expected: ReadonlySet<string> | undefined;
    for (const sense of predicate.lexeme.senses) {
      const relation = relations.get(sense.relation);
      if (!relation) continue;
      const fitting = ends[relation.number] ?? fittingEnds(relation, phrases);
      ends[relation.number] = fitting;
      const { from, to } = fitting;
      if (from.length === 0 || to.length === 0) continue;
      if (!slots || expected !== sense.object) {
        expected = sense.object;
        slots = slotsOf(sentence, predicate, expected, subjects);
      }
      candidate ??= emptyCandidate(sentence, predicate, sense, relation);
      candidate.predicate = predicate;
      candidate.sense = sense;
      candidate.relation = relation;
      if (sense.swap) pairUp(candidate, to, from, entities, slots, visit);
      else pairUp(candidate, from, to, entities, slots, visit);
    }
  }
}

function emptyCandidate(
  sentence: Sentence,
  predicate: Predicate,
  sense: Sense,
  relation: Relation,
): Candidate {
  const [subject, object] = sentence.phrases;
  if (!subject || !object) throw new Error('a candidate has two phrases');
  return makeCandidate({
    sentence,
    predicate,
    sense,
    relation,
    subject,
    object,
    subjectSlot: 0,
    objectSlot: 0,
  });
}

/** The phrases of a sentence that may be the ends of a relation. */
interface Ends {
  readonly from: readonly Phrase[];
  readonly to: readonly Phrase[];
}

function fittingEnds({ from, to, fromPlace, toPlace }: Relation, phrases: readonly Phrase[]): Ends {
  return {
    from: phrases.filter(({ mention }) => from.has(mention.entity.type) && (fromPlace || !mention.locality)),
    to: phrases.filter(({ mention }) => to.has(mention.entity.type) && (toPlace || !mention.locality)),
  };
}

/** A number for the entity of each phrase: that of its first phrase. */
function numberEntities(phrases: readonly Phrase[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(phrases, ({ mention, number }) => {
    const { id } = mention.entity;
    const known = numbers.get(id) ?? number;
    numbers.set(id, known);
    return known;
  });
}

/** Goes over the pairs of phrases that a sense of a predicate may join. */
function pairUp(
  candidate: Mutable<Candidate>,
  from: readonly Phrase[],
  to: readonly Phrase[],
  entities: Int32Array,
  slots: Slots,
  visit: (candidate: Candidate, entities: Int32Array) => void,
): void {
  const { predicate, relation } = candidate;
  for (const subject of from) {
    const subjectSlot = slots.subject[subject.number] ?? 0;
    const isSlotless = subjectSlot === SubjectSlot.None;
    if (isSlotless && (subject.implicit || subject.mention.locality || isFar(subject, predicate))) continue;
    candidate.subject = subject;
    candidate.subjectSlot = subjectSlot;
    for (const object of to) {
      if (entities[subject.number] === entities[object.number]) continue;
      let objectSlot = slots.object[object.number] ?? 0;
      if (object.implicit && objectSlot === ObjectSlot.None) continue;
      if (relation.symmetric && subject.group === object.group && !isSlotless) {
        if (subject.number > object.number) continue;
        objectSlot = ObjectSlot.Together;
      }
      if (objectSlot === ObjectSlot.None && (isSlotless || isFar(object, predicate))) continue;
      candidate.object = object;
      candidate.objectSlot = objectSlot;
      visit(candidate, entities);
    }
  }
}

/** All candidates of a sentence, for what keeps them. */
export function candidatesOf(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
): Candidate[] {
  const found: Candidate[] = [];
  forEachCandidate(sentence, subjects, relations, candidate => found.push(makeCandidate(candidate)));
  return found;
}

/** A phrase whose role no slot tells is tried only near the predicate. */
function isFar({ start, end }: Phrase, { index }: Predicate): boolean {
  return start - index > FARTHEST || index - end > FARTHEST;
}
