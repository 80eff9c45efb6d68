import type { Governor } from '../openings.js';
import type { Phrase } from '../syntax.js';

/** The grammatical roles of `slots.ts` in words, by their numbers. */

const SUBJECT = [
  'no role of a subject',
  'after its verb',
  'before its verb',
  'described by the relative clause of the verb',
  'subject of the verb before, shared',
  'left unsaid: what the text was speaking of',
  'genitive of the noun',
  'adjective of the noun',
  'pronoun on the noun',
  'subject of the verb that governs the noun',
  'after من, من قبل or من جانب',
  'beside بين',
  'the last one before the noun',
  'right before it, described by it',
  'whoever speaks in the first person',
  'the country or body that the speaker means by "we"',
];

const OBJECT = [
  'no role of an object',
  'direct object',
  'after the expected preposition',
  'after another preposition',
  'genitive of the noun',
  'adjective of the noun',
  'described by the relative clause of the verb',
  'after the expected preposition, in another clause',
  'bare, in another clause',
  'pronoun on the noun',
  'beside بين',
  'before the predicate',
  'bare, after a comma',
  'in one coordination with the subject',
];

export const subjectSlotName = (slot: number): string => SUBJECT[slot] ?? `slot ${slot}`;
export const objectSlotName = (slot: number): string => OBJECT[slot] ?? `slot ${slot}`;

const GOVERNORS: Readonly<Record<Exclude<Governor, 'preposition'>, string>> = {
  none: 'nothing',
  verb: 'a verb',
  clause: 'a conjunction that opens a clause',
  event: 'an event noun',
  entity: 'the name before it',
};

/** What governs a phrase: a preposition as such, other governors by their kind. */
export function governorName({ governor, preposition }: Phrase): string {
  return governor === 'preposition' ? preposition : GOVERNORS[governor];
}
