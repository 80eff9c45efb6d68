import { hashText, mix } from './hash.js';
import type { Sense } from './lexicon.js';
import { contextWords, pathBetween, pathTo, type Way, wayTo } from './paths.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';

/**
 * Features of a candidate relation (subject, predicate, object), as hashed integers: which slots the two
 * phrases fill, for which predicate, under which governors and heads, and what stands around. The weights of
 * the linear model over them are learned from annotated articles.
 *
 * They come in two parts. The frame (slots, words, types) tells most candidates to be none; only those that
 * it leaves possible are worth their context.
 */

export interface RelationInfo {
  readonly type: string;
  readonly hash: number;
  readonly symmetric: boolean;
}

export interface Candidate {
  readonly sentence: Sentence;
  readonly predicate: Predicate;
  readonly sense: Sense;
  readonly relation: RelationInfo;
  readonly subject: Phrase;
  readonly object: Phrase;
  readonly subjectSlot: number;
  readonly objectSlot: number;
}

const KIND = { verb: 1, noun: 2, participle: 3, particle: 4 } as const;
const few = (value: number) => Math.min(value, 3);
const bucket = (value: number) =>
  value <= 2 ? value : value <= 4 ? 3 : value <= 7 ? 4 : value <= 12 ? 5 : value <= 20 ? 6 : 7;

const codes = new Map<string, number>();
function code(text: string): number {
  let value = codes.get(text);
  if (value === undefined) {
    value = hashText(text);
    codes.set(text, value);
  }
  return value;
}

/** Most features of a candidate: what a buffer for them must hold. */
export const MOST_FEATURES = 256;

/** Collects features; each place in the code that adds one is a template of its own. */
class Collector {
  count = 0;
  #template = 0;

  constructor(
    readonly out: Int32Array,
    template: number,
    from: number,
  ) {
    this.#template = template;
    this.count = from;
  }

  add(a: number, b = 0): void {
    this.#template++;
    if (this.count < this.out.length) this.out[this.count++] = mix(mix(this.#template, a), b);
  }

  /** Leaves out a template. */
  skip(templates: number): void {
    this.#template += templates;
  }

  /** A feature of which a candidate has any number: all are of one template. */
  bag(kind: number, a: number): void {
    if (this.count < this.out.length) this.out[this.count++] = mix(kind, a);
  }
}

/** Templates of the context are numbered from here. */
const CONTEXT = 64;

/** Writes the features of a candidate's frame to `out` and returns how many they are. */
export function frameFeatures(candidate: Candidate, out: Int32Array): number {
  const { sentence, predicate, sense, relation, subject, object, subjectSlot, objectSlot } = candidate;
  const features = new Collector(out, 0, 0);
  const kind = KIND[predicate.lexeme.kind] * 2 + (sense.swap ? 1 : 0);
  const word = code(predicate.lexeme.name);
  const { family } = sense;
  const r = relation.hash;
  const slots = (kind * 16 + subjectSlot) * 16 + objectSlot;
  const order = orderOf(candidate);
  const types = mix(code(subject.mention.entity.type), code(object.mention.entity.type));
  const sGovernor = mix(code(subject.governor), subject.prepositionHash);
  const oGovernor = mix(code(object.governor), object.prepositionHash);
  // The whole frame, from general to particular.
  features.add(slots);
  features.add(r, slots);
  features.add(word, slots);
  features.add(r, word);
  features.add(mix(r, kind), subjectSlot);
  features.add(mix(r, kind), objectSlot);
  features.add(word, subjectSlot);
  features.add(mix(word, objectSlot), oGovernor);
  features.add(word, oGovernor);
  features.add(mix(r, kind), oGovernor);
  features.add(mix(r, kind), sGovernor);
  features.add(mix(kind, subjectSlot), sGovernor);
  features.add(mix(kind, objectSlot), oGovernor);
  features.add(mix(r, order), mix(sGovernor, oGovernor));
  features.add(family);
  features.add(family, slots);
  features.add(mix(family, subjectSlot), sGovernor);
  features.add(mix(family, objectSlot), oGovernor);
  features.add(family, types);
  features.add(r, types);
  features.add(mix(r, subjectSlot), code(subject.mention.entity.type));
  features.add(mix(r, objectSlot), code(object.mention.entity.type));
  features.add(r, order);
  features.add(word, order);
  features.add(mix(r, 3), subject.group === object.group ? 1 : 0);
  features.add(r, sentence.isTitle ? slots : 0);
  // What holds for all words that mean one relation and hardly anything else.
  const strength = kind * 2 + (sense.core ? 1 : 0);
  features.add(strength, slots);
  features.add(mix(strength, subjectSlot), sGovernor);
  features.add(mix(strength, objectSlot), oGovernor);
  features.add(mix(strength, slots), types);
  features.add(mix(strength, slots), order);
  features.add(mix(r, strength), slots);
  return features.count;
}

/** Writes the features of a candidate's context to `out` after the `from` of its frame; returns the new count. */
export function contextFeatures(candidate: Candidate, out: Int32Array, from: number): number {
  const { predicate, sense, relation, subject, object, subjectSlot, objectSlot } = candidate;
  const features = new Collector(out, CONTEXT, from);
  const kind = KIND[predicate.lexeme.kind] * 2 + (sense.swap ? 1 : 0);
  const word = code(predicate.lexeme.name);
  const r = relation.hash;
  const slots = (kind * 16 + subjectSlot) * 16 + objectSlot;
  addPhrases(features, candidate, kind);
  addWays(features, candidate, kind);
  addPredicate(features, candidate, kind, word);
  addArticle(features, candidate, kind);
  addGroups(features, candidate, word, slots);
  addPaths(features, candidate, kind, word);
  addMarks(features, candidate, kind, slots);
  contextWords(candidate.sentence, object, predicate.index, true, (hash, cluster) => {
    features.bag(mix(901, r), hash);
    features.bag(mix(902, r), cluster);
  });
  contextWords(candidate.sentence, subject, predicate.index, false, (hash, cluster) => {
    features.bag(mix(903, r), hash);
    features.bag(mix(904, r), cluster);
  });
  return features.count;
}

function orderOf({ subject, predicate, object }: Candidate): number {
  const [s, t, o] = [subject.mention.first, predicate.index, object.mention.first];
  return (s < t ? 1 : 0) + (o < t ? 2 : 0) + (s < o ? 4 : 0);
}

/** The two noun phrases: their heads, how they refer, and what the world says of the two. */
function addPhrases(features: Collector, candidate: Candidate, kind: number): void {
  const { relation, subject, object, subjectSlot, objectSlot } = candidate;
  const r = relation.hash;
  features.add(1, subject.headHash);
  features.add(2, object.headHash);
  features.add(mix(r, 1), subject.headHash);
  features.add(mix(r, 2), object.headHash);
  features.add(mix(kind, subjectSlot), code(subject.mention.kind));
  features.add(mix(kind, objectSlot), code(object.mention.kind));
  features.add(r, code(object.mention.kind));
  features.add(
    subjectSlot,
    (subject.nested ? 1 : 0) + (subject.implicit ? 2 : 0) + 4 * few(subject.position),
  );
  features.add(objectSlot, (object.nested ? 1 : 0) + (object.implicit ? 2 : 0) + 4 * few(object.position));
  const [from, to] = [subject.mention.entity, object.mention.entity];
  const own = from.country !== undefined && from.country === to.iso;
  const owned = to.country !== undefined && to.country === from.iso;
  features.add(r, (own ? 1 : 0) + (owned ? 2 : 0));
}

/** How far it is from the predicate to each phrase, and what must be crossed. */
function addWays(features: Collector, candidate: Candidate, kind: number): void {
  const { sentence, predicate, subject, object, subjectSlot, objectSlot } = candidate;
  const near = wayTo(sentence, subject, predicate.index);
  const far = wayTo(sentence, object, predicate.index);
  const crossed = ({ phrases, clauses, verbs }: Way) => few(phrases) * 16 + few(clauses) * 4 + few(verbs);
  features.add(mix(kind, subjectSlot), bucket(near.tokens));
  features.add(mix(kind, objectSlot), bucket(far.tokens));
  features.add(subjectSlot, crossed(near));
  features.add(objectSlot, crossed(far));
  features.add(kind, few(near.commas) * 4 + few(far.commas));
  features.add(mix(kind, objectSlot), (near.quoted ? 1 : 0) + (far.quoted ? 2 : 0));
}

function addPredicate(features: Collector, candidate: Candidate, kind: number, word: number): void {
  const { sentence, predicate, relation, subject, subjectSlot } = candidate;
  const { reading, verb } = predicate;
  const at = predicate.index - sentence.first;
  const before = sentence.words[at - 1]?.hash ?? 1;
  const after = sentence.words[at + 1]?.hash ?? 2;
  features.add(relation.hash, before);
  features.add(word, before);
  features.add(word, after);
  features.add(mix(kind, code(reading.suffix)), reading.definite ? 1 : 0);
  features.add(kind, mix(code(reading.proclitic), reading.conjunction === '' ? 0 : 1));
  if (!verb) {
    features.skip(2);
    return;
  }
  features.add(
    mix(subjectSlot, code(verb.gender + verb.number)),
    mix(code(subject.mention.entity.type), subject.head === '' ? 0 : 1),
  );
  features.add(relation.hash, code(verb.tense));
}

/** How much the article is about the two, and where in it the sentence stands. */
function addArticle(features: Collector, candidate: Candidate, kind: number): void {
  const { sentence, relation, subject, object } = candidate;
  const r = relation.hash;
  const ofSubject = bucket(sentence.salience.get(subject.mention.entity.id) ?? 1);
  const ofObject = bucket(sentence.salience.get(object.mention.entity.id) ?? 1);
  features.add(ofSubject, ofObject);
  features.add(mix(r, 1), ofSubject);
  features.add(mix(r, 2), ofObject);
  features.add(r, bucket(sentence.index));
  features.add(bucket(sentence.phrases.length), kind);
}

/** Groups of words, where a single word is too rare to learn from. */
function addGroups(features: Collector, candidate: Candidate, word: number, slots: number): void {
  const { sentence, predicate, relation, subject, object, subjectSlot, objectSlot } = candidate;
  const r = relation.hash;
  const clusterAt = (index: number) => sentence.words[index - sentence.first]?.cluster ?? 1;
  const own = clusterAt(predicate.index);
  features.add(r, own);
  features.add(mix(r, own), slots);
  features.add(mix(r, 4), clusterAt(predicate.index - 1));
  features.add(mix(r, 5), clusterAt(predicate.index + 1));
  features.add(mix(word, 6), clusterAt(predicate.index - 1));
  features.add(mix(word, 7), clusterAt(predicate.index + 1));
  const headOf = (phrase: Phrase) =>
    phrase.head === '' ? code(phrase.mention.kind) : clusterAt(phrase.start);
  features.add(mix(r, 8), headOf(subject));
  features.add(mix(r, 9), headOf(object));
  features.add(mix(mix(r, subjectSlot), 8), headOf(subject));
  features.add(mix(mix(r, objectSlot), 9), headOf(object));
  features.add(mix(r, 10), clusterAt(subject.start - 1));
  features.add(mix(r, 11), clusterAt(object.start - 1));
  features.add(mix(r, 12), clusterAt(subject.start - 2));
  features.add(mix(r, 13), clusterAt(object.start - 2));
  features.add(mix(r, 14), clusterAt(object.end));
  features.add(mix(r, 15), clusterAt(subject.end));
}

function addPaths(features: Collector, candidate: Candidate, kind: number, word: number): void {
  const { sentence, predicate, sense, relation, subject, object } = candidate;
  const r = relation.hash;
  const { family } = sense;
  const ofSubject = pathTo(sentence, subject, predicate.index);
  const ofObject = pathTo(sentence, object, predicate.index);
  features.add(mix(kind, 16), ofSubject);
  features.add(mix(kind, 17), ofObject);
  features.add(mix(r, 18), ofSubject);
  features.add(mix(r, 19), ofObject);
  features.add(mix(word, 20), ofSubject);
  features.add(mix(word, 21), ofObject);
  features.add(mix(family, 22), ofSubject);
  features.add(mix(family, 23), ofObject);
  features.add(mix(kind, ofSubject), ofObject);
  const strength = kind * 2 + (sense.core ? 1 : 0);
  features.add(mix(strength, 24), ofSubject);
  features.add(mix(strength, 25), ofObject);
  features.add(mix(strength, ofSubject), ofObject);
  const order = orderOf(candidate);
  const [left, right] = subject.mention.first < object.mention.first ? [subject, object] : [object, subject];
  const direct = pathBetween(sentence, left.end, right.start);
  features.add(mix(r, 40 + order), direct);
  features.add(mix(family, 50 + order), direct);
  features.add(mix(word, 60 + order), direct);
}

/** Other predicates between this one and its phrases: they may have a better claim to them. */
function addMarks(features: Collector, candidate: Candidate, kind: number, slots: number): void {
  const r = candidate.relation.hash;
  const ofSubject = marksTo(candidate, candidate.subject);
  const ofObject = marksTo(candidate, candidate.object);
  features.add(mix(r, 30), ofSubject);
  features.add(mix(r, 31), ofObject);
  features.add(mix(kind, 32), ofSubject);
  features.add(mix(kind, 33), ofObject);
  features.add(mix(mix(kind, slots), ofSubject), ofObject);
}

function marksTo({ sentence, predicate, relation }: Candidate, phrase: Phrase): number {
  const after = phrase.mention.first > predicate.index;
  const from = after ? predicate.index + 1 : Math.max(phrase.end, phrase.mention.last);
  const to = after ? phrase.start : predicate.index;
  let [same, nouns, verbs] = [0, 0, 0];
  for (const { index, lexeme } of sentence.predicates) {
    if (index < from || index >= to) continue;
    if (lexeme.relations.has(relation.type)) same++;
    else if (lexeme.kind === 'verb') verbs++;
    else nouns++;
  }
  return (after ? 64 : 0) + Math.min(same, 2) * 16 + Math.min(nouns, 2) * 4 + Math.min(verbs, 2);
}
