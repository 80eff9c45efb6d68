import type { RelationTypeDefinition } from '../../schema/types.js';
import type { Candidate, RelationInfo } from './features.js';
import type { Sense } from './lexicon.js';
import { FARTHEST, ObjectSlot, SubjectSlot } from './slot-kinds.js';
import { type Slots, slotsOf } from './slots.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';

/** A relation type as candidates need it. */
export interface Relation extends RelationInfo {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
}

export function relationTable(types: readonly RelationTypeDefinition[]): ReadonlyMap<string, Relation> {
  return new Map(
    types.map(({ type, from, to, symmetric }, number) => [
      type,
      { type, symmetric, number, from: new Set(from), to: new Set(to) },
    ]),
  );
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Calls back with every reading of a sentence as a relation between two of its phrases that the types allow. It is
 * one object, which changes from call to call: there are far more candidates than ever come to anything.
 */
export function forEachCandidate(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
  visit: (candidate: Candidate) => void,
): void {
  if (sentence.phrases.length < 2) return;
  let candidate: Mutable<Candidate> | undefined;
  for (const predicate of sentence.predicates) {
    let slots: Slots | undefined;
    let expected: ReadonlySet<string> | undefined;
    for (const sense of predicate.lexeme.senses) {
      const relation = relations.get(sense.relation);
      if (!relation) continue;
      if (!slots || expected !== sense.object) {
        expected = sense.object;
        slots = slotsOf(sentence, predicate, expected, subjects);
      }
      candidate ??= emptyCandidate(sentence, predicate, sense, relation);
      candidate.predicate = predicate;
      candidate.sense = sense;
      candidate.relation = relation;
      pairUp(candidate, relation, slots, visit);
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
  return { sentence, predicate, sense, relation, subject, object, subjectSlot: 0, objectSlot: 0 };
}

/** Goes over the pairs of phrases that a sense of a predicate may join. */
function pairUp(
  candidate: Mutable<Candidate>,
  relation: Relation,
  slots: Slots,
  visit: (candidate: Candidate) => void,
): void {
  const { predicate, sense } = candidate;
  const { phrases } = candidate.sentence;
  const from = sense.swap ? relation.to : relation.from;
  const to = sense.swap ? relation.from : relation.to;
  for (const subject of phrases) {
    if (!from.has(subject.mention.entity.type)) continue;
    const subjectSlot = slots.subject[subject.number] ?? 0;
    const isSlotless = subjectSlot === SubjectSlot.None;
    if (isSlotless && (subject.implicit || isFar(subject, predicate))) continue;
    candidate.subject = subject;
    candidate.subjectSlot = subjectSlot;
    for (const object of phrases) {
      if (subject === object || !to.has(object.mention.entity.type)) continue;
      if (subject.mention.entity.id === object.mention.entity.id) continue;
      let objectSlot = slots.object[object.number] ?? 0;
      if (object.implicit && objectSlot === ObjectSlot.None) continue;
      if (relation.symmetric && subject.group === object.group && !isSlotless) {
        if (subject.number > object.number) continue;
        objectSlot = ObjectSlot.Together;
      }
      if (objectSlot === ObjectSlot.None && (isSlotless || isFar(object, predicate))) continue;
      candidate.object = object;
      candidate.objectSlot = objectSlot;
      visit(candidate);
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
  forEachCandidate(sentence, subjects, relations, candidate => found.push({ ...candidate }));
  return found;
}

/** A phrase whose role no slot tells is tried only near the predicate. */
function isFar({ start, end }: Phrase, { index }: Predicate): boolean {
  return start - index > FARTHEST || index - end > FARTHEST;
}
