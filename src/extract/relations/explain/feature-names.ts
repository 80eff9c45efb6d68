import type { Candidate } from '../features.js';
import { contextWords, wayTo } from '../paths.js';
import type { Phrase, Sentence } from '../syntax.js';
import { governorName, objectSlotName, subjectSlotName } from './slot-names.js';

/**
 * The features of candidates in words, one name for each, in the order of their templates (see `features/`). Features
 * that look at one thing from several sides share a name, so that their weights can be added up.
 */

const repeat = (names: readonly string[], times: number) => Array.from({ length: times }, () => names).flat();

const PATH_NAMES = [
  ...repeat(['way from predicate to subject', 'way from predicate to object'], 4),
  'both ways together',
  'way from predicate to subject',
  'way from predicate to object',
  'both ways together',
  ...repeat(['way between the two'], 3),
];

/** The names of the features of a candidate's frame, which the sieve looks at. */
export function frameNames(candidate: Candidate): string[] {
  const { roles, roleOfSubject, roleOfObject, word, governors, order, types, place } = wordsOf(candidate);
  const [beforeSubject, beforeObject] = governors;
  return [
    roles,
    roles,
    roles,
    word,
    roleOfSubject,
    roleOfObject,
    roleOfSubject,
    beforeObject,
    beforeObject,
    beforeObject,
    beforeSubject,
    beforeSubject,
    beforeObject,
    order,
    word,
    roles,
    beforeSubject,
    beforeObject,
    types,
    types,
    roleOfSubject,
    roleOfObject,
    order,
    order,
    candidate.subject.group === candidate.object.group ? 'the two are coordinated' : 'not coordinated',
    place,
    roles,
    beforeSubject,
    beforeObject,
    types,
    order,
    roles,
  ];
}

/** The names of the features of a candidate's context, which follow those of its frame. */
export function contextNames(candidate: Candidate): string[] {
  return [
    ...phraseNames(candidate),
    ...wayNames(candidate),
    ...predicateNames(candidate),
    ...articleNames(candidate),
    ...neighbourNames(candidate),
    ...PATH_NAMES,
    ...repeat(['other predicates before the subject', 'other predicates before the object'], 2),
    'other predicates in between',
    ...nearbyNames(candidate),
  ];
}

function wordsOf({ sentence, predicate, relation, subject, object, subjectSlot, objectSlot }: Candidate) {
  const [s, p, o] = [subject.mention.first, predicate.index, object.mention.first];
  const order = [
    [s, 'subject'],
    [p, 'predicate'],
    [o, 'object'],
  ] as const;
  return {
    roles: `roles: subject ${subjectSlotName(subjectSlot)}, object ${objectSlotName(objectSlot)}`,
    roleOfSubject: `subject ${subjectSlotName(subjectSlot)}`,
    roleOfObject: `object ${objectSlotName(objectSlot)}`,
    word: `«${predicate.lexeme.name.slice(2)}» for ${relation.type}`,
    governors: [
      `before the subject: ${governorName(subject)}`,
      `before the object: ${governorName(object)}`,
    ] as const,
    order: `order: ${[...order]
      .sort(([a], [b]) => a - b)
      .map(([, name]) => name)
      .join(', ')}`,
    types: `a ${subject.mention.entity.type} and a ${object.mention.entity.type}`,
    place: sentence.isTitle ? 'in a headline' : 'not in a headline',
  };
}

function phraseNames({ subject, object }: Candidate): string[] {
  const head = (role: string, phrase: Phrase) =>
    phrase.head === '' ? `${role} without a head noun` : `head of the ${role}: ${phrase.head}`;
  const kind = (role: string, { mention }: Phrase) => `${role} referred to by ${mention.kind}`;
  const place = (role: string, { nested, implicit, position }: Phrase) =>
    `${role} ${nested ? 'inside another name' : implicit ? 'unnamed' : position > 0 ? `no. ${position + 1} of its coordination` : 'named first'}`;
  return [
    ...repeat([head('subject', subject), head('object', object)], 2),
    kind('subject', subject),
    kind('object', object),
    kind('object', object),
    place('subject', subject),
    place('object', object),
    'whether one belongs to the other',
  ];
}

function wayNames({ sentence, predicate, subject, object }: Candidate): string[] {
  const [near, far] = [subject, object].map(phrase => wayTo(sentence, phrase, predicate.index));
  return [
    `${near?.tokens} words from predicate to subject`,
    `${far?.tokens} words from predicate to object`,
    'what stands between predicate and subject',
    'what stands between predicate and object',
    'commas in between',
    'quotation marks in between',
  ];
}

function predicateNames({ sentence, predicate }: Candidate): string[] {
  const form = (offset: number) =>
    sentence.words[predicate.index - sentence.first + offset]?.stem ?? 'nothing';
  const before = `before the predicate: ${form(-1)}`;
  return [
    before,
    before,
    `after the predicate: ${form(1)}`,
    'article or pronoun on the predicate',
    'prefixes of the predicate',
    ...(predicate.verb ? ['agreement of verb and subject', `verb in the ${predicate.verb.tense}`] : []),
  ];
}

function articleNames({ sentence }: Candidate): string[] {
  return [
    ...repeat(['how often the article names the two'], 3),
    `sentence ${sentence.index + 1} of the article`,
    `${sentence.phrases.length} phrases in the sentence`,
  ];
}

function neighbourNames({ sentence, predicate, subject, object }: Candidate): string[] {
  const form = (index: number) => sentence.words[index - sentence.first]?.stem ?? 'nothing';
  const like = `words like ${form(predicate.index)}`;
  const before = `words like ${form(predicate.index - 1)} before the predicate`;
  const after = `words like ${form(predicate.index + 1)} after the predicate`;
  const heads = [
    `words like ${form(subject.start)} at the head of the subject`,
    `words like ${form(object.start)} at the head of the object`,
  ];
  return [
    like,
    like,
    ...repeat([before, after], 2),
    ...repeat(heads, 2),
    ...repeat(
      [
        `words like ${form(subject.start - 1)} before the subject`,
        `words like ${form(object.start - 1)} before the object`,
      ],
      1,
    ),
    `words like ${form(subject.start - 2)} before the subject`,
    `words like ${form(object.start - 2)} before the object`,
    `words like ${form(object.end)} after the object`,
    `words like ${form(subject.end)} after the subject`,
  ];
}

/** Two features for each word near the object, then for each near the subject: the word, and those like it. */
function nearbyNames({ sentence, predicate, subject, object }: Candidate): string[] {
  const names: string[] = [];
  const collect = (role: string, phrase: Phrase, nearest: boolean) =>
    contextWords(sentence, phrase, predicate.index, nearest, hash => {
      const name = `${stemOf(sentence, hash)} near the ${role}`;
      names.push(name, name);
    });
  collect('object', object, true);
  collect('subject', subject, false);
  return names;
}

function stemOf({ words }: Sentence, hash: number): string {
  return words.find(word => word.hash === hash)?.stem ?? 'a word';
}
