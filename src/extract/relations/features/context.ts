import { mix } from '../hash.js';
import type { Codes } from '../lexicon.js';
import { contextWords, pathBetween, type Way } from '../paths.js';
import type { Phrase, Predicate, Sentence } from '../syntax.js';
import { slotsCode } from './frame.js';
import { type Sight, sightTo } from './sight.js';
import type { Sink } from './sink.js';

/**
 * The features of a candidate's context: its phrases, what stands between and around, and how much the article
 * is about the two. In parts by what they look at, as those of the frame.
 */

/** The numbers of the first and the last template of the context. */
export const FIRST_OF_CONTEXT = 65;
export const LAST_OF_CONTEXT = 128;

const few = (value: number) => Math.min(value, 3);
const bucket = (value: number) =>
  value <= 2 ? value : value <= 4 ? 3 : value <= 7 ? 4 : value <= 12 ? 5 : value <= 20 ? 6 : 7;

/** Groups of words stand in where a single word is too rare to learn from. */
function clusterAt({ words, first }: Sentence, index: number): number {
  return words[index - first]?.cluster ?? 1;
}

function headCluster(sentence: Sentence, phrase: Phrase): number {
  return phrase.head === '' ? phrase.kindHash : clusterAt(sentence, phrase.start);
}

function placeInGroup({ nested, implicit, position }: Phrase): number {
  return (nested ? 1 : 0) + (implicit ? 2 : 0) + 4 * few(position);
}

/** Of the predicate: its form, its neighbours, and where in the article it stands. */
export function addPredicate(sink: Sink, codes: Codes, sentence: Sentence, predicate: Predicate): void {
  const { kind, word, relation } = codes;
  const { form, verb, index } = predicate;
  const at = index - sentence.first;
  const before = sentence.words[at - 1]?.hash ?? 1;
  sink.add(81, relation, before);
  sink.add(82, word, before);
  sink.add(83, word, sentence.words[at + 1]?.hash ?? 2);
  sink.add(84, mix(kind, form.suffix), form.definite);
  sink.add(85, kind, form.prefixes);
  if (verb) sink.add(87, relation, form.tense);
  sink.add(91, relation, bucket(sentence.index));
  sink.add(92, bucket(sentence.phrases.length), kind);
  const [left, right] = [clusterAt(sentence, index - 1), clusterAt(sentence, index + 1)];
  sink.add(93, relation, clusterAt(sentence, index));
  sink.add(95, mix(relation, 4), left);
  sink.add(96, mix(relation, 5), right);
  sink.add(97, mix(word, 6), left);
  sink.add(98, mix(word, 7), right);
}

/** Of the subject, and of what stands between it and the predicate. */
export function addSubject(
  sink: Sink,
  codes: Codes,
  sentence: Sentence,
  predicate: Predicate,
  subject: Phrase,
  slot: number,
): void {
  const { kind, word, relation, family, strength } = codes;
  const { form, verb, index } = predicate;
  const sight = sightTo(sentence, subject, index);
  const head = headCluster(sentence, subject);
  sink.add(65, 1, subject.headHash);
  sink.add(67, mix(relation, 1), subject.headHash);
  sink.add(69, mix(kind, slot), subject.kindHash);
  sink.add(72, slot, placeInGroup(subject));
  sink.add(75, mix(kind, slot), bucket(sight.way.tokens));
  sink.add(77, slot, crossed(sight.way));
  if (verb) sink.add(86, mix(slot, form.agreement), mix(subject.typeHash, subject.head === '' ? 0 : 1));
  sink.add(89, mix(relation, 1), bucket(subject.salience));
  sink.add(99, mix(relation, 8), head);
  sink.add(101, mix(mix(relation, slot), 8), head);
  sink.add(103, mix(relation, 10), clusterAt(sentence, subject.start - 1));
  sink.add(105, mix(relation, 12), clusterAt(sentence, subject.start - 2));
  sink.add(108, mix(relation, 15), clusterAt(sentence, subject.end));
  sink.add(109, mix(kind, 16), sight.path);
  sink.add(111, mix(relation, 18), sight.path);
  sink.add(113, mix(word, 20), sight.path);
  sink.add(115, mix(family, 22), sight.path);
  sink.add(118, mix(strength, 24), sight.path);
  const marks = marksTo(sentence, codes, subject, index, sight);
  sink.add(124, mix(relation, 30), marks);
  sink.add(126, mix(kind, 32), marks);
  contextWords(sentence, subject, index, false, (hash, cluster) => {
    sink.bag(mix(903, relation), hash);
    sink.bag(mix(904, relation), cluster);
  });
}

/** Of the object, and of what stands between it and the predicate. */
export function addObject(
  sink: Sink,
  codes: Codes,
  sentence: Sentence,
  predicate: Predicate,
  object: Phrase,
  slot: number,
): void {
  const { kind, word, relation, family, strength } = codes;
  const { index } = predicate;
  const sight = sightTo(sentence, object, index);
  const head = headCluster(sentence, object);
  sink.add(66, 2, object.headHash);
  sink.add(68, mix(relation, 2), object.headHash);
  sink.add(70, mix(kind, slot), object.kindHash);
  sink.add(71, relation, object.kindHash);
  sink.add(73, slot, placeInGroup(object));
  sink.add(76, mix(kind, slot), bucket(sight.way.tokens));
  sink.add(78, slot, crossed(sight.way));
  sink.add(90, mix(relation, 2), bucket(object.salience));
  sink.add(100, mix(relation, 9), head);
  sink.add(102, mix(mix(relation, slot), 9), head);
  sink.add(104, mix(relation, 11), clusterAt(sentence, object.start - 1));
  sink.add(106, mix(relation, 13), clusterAt(sentence, object.start - 2));
  sink.add(107, mix(relation, 14), clusterAt(sentence, object.end));
  sink.add(110, mix(kind, 17), sight.path);
  sink.add(112, mix(relation, 19), sight.path);
  sink.add(114, mix(word, 21), sight.path);
  sink.add(116, mix(family, 23), sight.path);
  sink.add(119, mix(strength, 25), sight.path);
  const marks = marksTo(sentence, codes, object, index, sight);
  sink.add(125, mix(relation, 31), marks);
  sink.add(127, mix(kind, 33), marks);
  contextWords(sentence, object, index, true, (hash, cluster) => {
    sink.bag(mix(901, relation), hash);
    sink.bag(mix(902, relation), cluster);
  });
}

/** Of the two together. */
export function addBoth(
  sink: Sink,
  codes: Codes,
  sentence: Sentence,
  predicate: Predicate,
  subject: Phrase,
  object: Phrase,
  subjectSlot: number,
  objectSlot: number,
  order: number,
): void {
  const { kind, word, relation, family, strength } = codes;
  const { index } = predicate;
  const slots = slotsCode(codes, subjectSlot, objectSlot);
  const near = sightTo(sentence, subject, index);
  const far = sightTo(sentence, object, index);
  const [from, to] = [subject.mention.entity, object.mention.entity];
  const own = from.country !== undefined && from.country === to.iso;
  const owned = to.country !== undefined && to.country === from.iso;
  sink.add(74, relation, (own ? 1 : 0) + (owned ? 2 : 0));
  sink.add(79, kind, few(near.way.commas) * 4 + few(far.way.commas));
  sink.add(80, mix(kind, objectSlot), (near.way.quoted ? 1 : 0) + (far.way.quoted ? 2 : 0));
  sink.add(88, bucket(subject.salience), bucket(object.salience));
  sink.add(94, mix(relation, clusterAt(sentence, index)), slots);
  sink.add(117, mix(kind, near.path), far.path);
  sink.add(120, mix(strength, near.path), far.path);
  const subjectFirst = subject.mention.first < object.mention.first;
  const direct = subjectFirst
    ? pathBetween(sentence, subject.end, object.start)
    : pathBetween(sentence, object.end, subject.start);
  sink.add(121, mix(relation, 40 + order), direct);
  sink.add(122, mix(family, 50 + order), direct);
  sink.add(123, mix(word, 60 + order), direct);
  sink.add(
    128,
    mix(mix(kind, slots), marksTo(sentence, codes, subject, index, near)),
    marksTo(sentence, codes, object, index, far),
  );
}

/** What must be crossed on the way. */
function crossed({ phrases, clauses, verbs }: Way): number {
  return few(phrases) * 16 + few(clauses) * 4 + few(verbs);
}

/** Other predicates between this one and a phrase: they may have a better claim to it. */
function marksTo(
  { predicates }: Sentence,
  { type }: Codes,
  phrase: Phrase,
  predicate: number,
  sight: Sight,
): number {
  if (sight.marksOf === type) return sight.marks;
  const after = phrase.mention.first > predicate;
  const from = after ? predicate + 1 : Math.max(phrase.end, phrase.mention.last);
  const to = after ? phrase.start : predicate;
  let [same, nouns, verbs] = [0, 0, 0];
  if (from < to)
    for (const { index, lexeme } of predicates) {
      if (index < from || index >= to) continue;
      if (lexeme.relations.has(type)) same++;
      else if (lexeme.kind === 'verb') verbs++;
      else nouns++;
    }
  sight.marksOf = type;
  sight.marks = (after ? 64 : 0) + Math.min(same, 2) * 16 + Math.min(nouns, 2) * 4 + Math.min(verbs, 2);
  return sight.marks;
}
