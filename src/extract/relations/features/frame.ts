import { mix } from '../hash.js';
import type { Codes } from '../lexicon.js';
import type { Phrase } from '../syntax.js';
import type { Sink } from './sink.js';

/**
 * The features of a candidate's frame: which slots the two phrases fill, for which predicate, under which
 * governors. They come in parts by what they look at, so that what candidates have in common can be worked out
 * once for all of them.
 */

/** The number of the last template of the frame. */
export const LAST_OF_FRAME = 32;

/** What a candidate has of its frame beside the governors: small numbers. */
export interface Placing {
  readonly subjectSlot: number;
  readonly objectSlot: number;
  /** See `orderOf`. */
  readonly order: number;
  readonly isTogether: boolean;
  readonly isTitle: boolean;
}

/** In which order the three stand, by their first tokens. */
export function orderOf(subject: number, predicate: number, object: number): number {
  return (subject < predicate ? 1 : 0) + (object < predicate ? 2 : 0) + (subject < object ? 4 : 0);
}

export function slotsCode({ kind }: Codes, subjectSlot: number, objectSlot: number): number {
  return (kind * 16 + subjectSlot) * 16 + objectSlot;
}

/** Of the word and its sense, the slots and the types. */
export function addPlacing(
  sink: Sink,
  codes: Codes,
  placing: Placing,
  subject: Phrase,
  object: Phrase,
): void {
  const { kind, word, relation, family, strength } = codes;
  const { subjectSlot, objectSlot, order, isTogether, isTitle } = placing;
  const slots = slotsCode(codes, subjectSlot, objectSlot);
  const types = mix(subject.typeHash, object.typeHash);
  // The whole frame, from general to particular.
  sink.add(1, slots, 0);
  sink.add(2, relation, slots);
  sink.add(3, word, slots);
  sink.add(4, relation, word);
  sink.add(5, mix(relation, kind), subjectSlot);
  sink.add(6, mix(relation, kind), objectSlot);
  sink.add(7, word, subjectSlot);
  sink.add(15, family, 0);
  sink.add(16, family, slots);
  sink.add(19, family, types);
  sink.add(20, relation, types);
  sink.add(21, mix(relation, subjectSlot), subject.typeHash);
  sink.add(22, mix(relation, objectSlot), object.typeHash);
  sink.add(23, relation, order);
  sink.add(24, word, order);
  sink.add(25, mix(relation, 3), isTogether ? 1 : 0);
  sink.add(26, relation, isTitle ? slots : 0);
  // What holds for all words that mean one relation and hardly anything else.
  sink.add(27, strength, slots);
  sink.add(30, mix(strength, slots), types);
  sink.add(31, mix(strength, slots), order);
  sink.add(32, mix(relation, strength), slots);
}

/** Of what governs the subject. */
export function addSubjectGovernor(sink: Sink, codes: Codes, slot: number, governor: number): void {
  const { kind, relation, family, strength } = codes;
  sink.add(11, mix(relation, kind), governor);
  sink.add(12, mix(kind, slot), governor);
  sink.add(17, mix(family, slot), governor);
  sink.add(28, mix(strength, slot), governor);
}

/** Of what governs the object. */
export function addObjectGovernor(sink: Sink, codes: Codes, slot: number, governor: number): void {
  const { kind, word, relation, family, strength } = codes;
  sink.add(8, mix(word, slot), governor);
  sink.add(9, word, governor);
  sink.add(10, mix(relation, kind), governor);
  sink.add(13, mix(kind, slot), governor);
  sink.add(18, mix(family, slot), governor);
  sink.add(29, mix(strength, slot), governor);
}

/** Of both governors. */
export function addGovernors(
  sink: Sink,
  { relation }: Codes,
  order: number,
  ofSubject: number,
  ofObject: number,
): void {
  sink.add(14, mix(relation, order), mix(ofSubject, ofObject));
}
