import {
  addBoth,
  addObject,
  addPredicate,
  addSubject,
  FIRST_OF_CONTEXT,
  LAST_OF_CONTEXT,
} from './features/context.js';
import {
  addGovernors,
  addObjectGovernor,
  addPlacing,
  addSubjectGovernor,
  LAST_OF_FRAME,
  orderOf,
} from './features/frame.js';
import { hashOf, type Sink } from './features/sink.js';
import { mix } from './hash.js';
import type { Sense } from './lexicon.js';
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
  readonly symmetric: boolean;
  /** Its place among the types. */
  readonly number: number;
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

/** Makes a candidate. All are of one shape: so what reads them stays fast. */
export function makeCandidate({
  sentence,
  predicate,
  sense,
  relation,
  subject,
  object,
  subjectSlot,
  objectSlot,
}: Candidate): Candidate {
  return { sentence, predicate, sense, relation, subject, object, subjectSlot, objectSlot };
}

/** Most features of a candidate: what a buffer for them must hold. */
export const MOST_FEATURES = 256;

/** Keeps the hashes of features, to write them in the order of their templates, bags last. */
class Collector implements Sink {
  readonly #hashes = new Int32Array(LAST_OF_CONTEXT + 1);
  readonly #has = new Uint8Array(LAST_OF_CONTEXT + 1);
  readonly #bags: number[] = [];

  add(template: number, a: number, b: number): void {
    this.#hashes[template] = hashOf(template, a, b);
    this.#has[template] = 1;
  }

  bag(template: number, a: number): void {
    this.#bags.push(mix(template, a));
  }

  /** Writes to `out` from a place on what came of the templates from first to last; returns the new count. */
  write(out: Int32Array, from: number, first: number, last: number): number {
    let count = from;
    for (let template = first; template <= last; template++)
      if (this.#has[template] === 1) out[count++] = this.#hashes[template] ?? 0;
    for (const hash of this.#bags) if (count < out.length) out[count++] = hash;
    return count;
  }
}

/** Writes the features of a candidate's frame to `out` and returns how many they are. */
export function frameFeatures(candidate: Candidate, out: Int32Array): number {
  const { sentence, sense, subject, object, subjectSlot, objectSlot } = candidate;
  const { codes } = sense;
  const order = orderIn(candidate);
  const isTogether = subject.group === object.group;
  const placing = { subjectSlot, objectSlot, order, isTogether, isTitle: sentence.isTitle };
  const features = new Collector();
  addPlacing(features, codes, placing, subject, object);
  addSubjectGovernor(features, codes, subjectSlot, subject.governorHash);
  addObjectGovernor(features, codes, objectSlot, object.governorHash);
  addGovernors(features, codes, order, subject.governorHash, object.governorHash);
  return features.write(out, 0, 1, LAST_OF_FRAME);
}

/** Writes the features of a candidate's context to `out` after the `from` of its frame; returns the new count. */
export function contextFeatures(candidate: Candidate, out: Int32Array, from: number): number {
  const { sentence, predicate, sense, subject, object, subjectSlot, objectSlot } = candidate;
  const { codes } = sense;
  const features = new Collector();
  addPredicate(features, codes, sentence, predicate);
  addObject(features, codes, sentence, predicate, object, objectSlot);
  addSubject(features, codes, sentence, predicate, subject, subjectSlot);
  const order = orderIn(candidate);
  addBoth(features, codes, sentence, predicate, subject, object, subjectSlot, objectSlot, order);
  return features.write(out, from, FIRST_OF_CONTEXT, LAST_OF_CONTEXT);
}

function orderIn({ subject, predicate, object }: Candidate): number {
  return orderOf(subject.mention.first, predicate.index, object.mention.first);
}
