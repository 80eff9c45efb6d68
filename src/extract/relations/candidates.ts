import type { RelationTypeDefinition } from '../../schema/types.js';
import type { Candidate, RelationInfo } from './features.js';
import { hashText } from './hash.js';
import type { Sense } from './lexicon.js';
import { ObjectSlot, type Slots, SubjectSlot, slotsOf } from './slots.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';

/** A relation type as candidates need it. */
export interface Relation extends RelationInfo {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
}

export function relationTable(types: readonly RelationTypeDefinition[]): ReadonlyMap<string, Relation> {
  return new Map(
    types.map(({ type, from, to, symmetric }) => [
      type,
      { type, hash: hashText(type), symmetric, from: new Set(from), to: new Set(to) },
    ]),
  );
}

/** Calls back with every reading of a sentence as a relation between two of its phrases that the types allow. */
export function forEachCandidate(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
  visit: (candidate: Candidate, relation: Relation) => void,
): void {
  if (sentence.phrases.length < 2) return;
  for (const predicate of sentence.predicates) {
    for (const sense of predicate.lexeme.senses) {
      const relation = relations.get(sense.relation);
      if (!relation) continue;
      const slots = slotsOf(sentence, predicate, sense.object, subjects);
      pairUp(sentence, predicate, sense, relation, slots, visit);
    }
  }
}

function pairUp(
  sentence: Sentence,
  predicate: Predicate,
  sense: Sense,
  relation: Relation,
  slots: Slots,
  visit: (candidate: Candidate, relation: Relation) => void,
): void {
  const { phrases } = sentence;
  const [from, to] = sense.swap ? [relation.to, relation.from] : [relation.from, relation.to];
  phrases.forEach((subject, s) => {
    if (!from.has(subject.mention.entity.type)) return;
    const subjectSlot = slots.subject[s] ?? 0;
    if (subject.implicit && subjectSlot === SubjectSlot.None) return;
    phrases.forEach((object, o) => {
      if (s === o || !to.has(object.mention.entity.type)) return;
      if (subject.mention.entity.id === object.mention.entity.id) return;
      let objectSlot = slots.object[o] ?? 0;
      if (object.implicit && objectSlot === ObjectSlot.None) return;
      if (relation.symmetric && subject.group === object.group && subjectSlot !== SubjectSlot.None) {
        if (s > o) return;
        objectSlot = ObjectSlot.Together;
      }
      if (subjectSlot === SubjectSlot.None && (objectSlot === ObjectSlot.None || isFar(subject, predicate)))
        return;
      if (objectSlot === ObjectSlot.None && isFar(object, predicate)) return;
      visit({ sentence, predicate, sense, relation, subject, object, subjectSlot, objectSlot }, relation);
    });
  });
}

/** A phrase that fills no slot of a predicate this far away has nothing to do with it; keeps long sentences linear. */
const FARTHEST = 40;

function isFar({ start, end }: Phrase, { index }: Predicate): boolean {
  return start - index > FARTHEST || index - end > FARTHEST;
}
