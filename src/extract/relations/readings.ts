import { forEachCandidate, type Relation } from './candidates.js';
import { type Candidate, makeCandidate } from './features.js';
import { NO_SCORE, type Reading } from './reading.js';
import type { Phrase, Sentence } from './syntax.js';

/** A reading with the candidate behind it. */
export interface CandidateReading extends Reading {
  readonly candidate: Candidate;
  /** The phrases of the relation's subject and object. */
  readonly ends: readonly [Phrase, Phrase];
  /** The subject of each verb of the sentence, by token index. */
  readonly subjects: ReadonlyMap<number, readonly [Phrase, number]>;
}

/**
 * What the linear model gives less (log-odds) is not shown to the encoder. From 4.5 to 4 below zero there is a tenth of
 * the work, and nothing to gain: F1 is the same by cross-validation and on articles annotated by others.
 */
export const LEAST_LINEAR_SCORE = -4;
/** What the encoder gives less has no say. */
export const LEAST_SCORE = -4.5;

/** The likeliest candidate of a sentence for each relation between each two entities. */
export function likeliestReadings(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
  scoreOf: (candidate: Candidate, least: number) => number,
): CandidateReading[] {
  const best = new Map<number, Scored>();
  const count = sentence.phrases.length;
  forEachCandidate(sentence, subjects, relations, (candidate, entities) => {
    const score = scoreOf(candidate, LEAST_LINEAR_SCORE);
    if (score <= LEAST_LINEAR_SCORE) return;
    const [from, to] = endPhrases(candidate);
    const subject = entities[from.number] ?? 0;
    const object = entities[to.number] ?? 0;
    const { number, symmetric } = candidate.relation;
    const [one, other] = symmetric && subject > object ? [object, subject] : [subject, object];
    const key = (number * count + one) * count + other;
    const known = best.get(key);
    if (!known) best.set(key, { candidate: makeCandidate(candidate), score });
    else if (score > known.score) {
      known.candidate = makeCandidate(candidate);
      known.score = score;
    }
  });
  return Array.from(best.values(), ({ candidate, score }) => toReading(candidate, score, subjects));
}

interface Scored {
  candidate: Candidate;
  score: number;
}

/** The phrases of the subject and object of the relation, which a sense may swap against those of the predicate. */
function endPhrases({ subject, object, sense }: Candidate): [Phrase, Phrase] {
  return sense.swap ? [object, subject] : [subject, object];
}

/** The ids of the subject and object of the relation. */
export function endsOf(candidate: Candidate): [string, string] {
  const [from, to] = endPhrases(candidate);
  return [from.mention.entity.id, to.mention.entity.id];
}

/** The reading that a candidate makes. */
export function toReading(
  candidate: Candidate,
  score: number,
  subjects: CandidateReading['subjects'],
): CandidateReading {
  const { sentence, predicate, sense, subjectSlot, objectSlot } = candidate;
  const ends = endPhrases(candidate);
  const [from, to] = ends;
  const reading: Reading = {
    subject: from.mention.entity.id,
    relation: sense.relation,
    object: to.mention.entity.id,
    score,
    linear: score,
    pair: NO_SCORE,
    sentence: sentence.index,
    isTitle: sentence.isTitle,
    predicate: predicate.index,
    subjectAt: from.start,
    objectAt: to.start,
    phrases: sentence.phrases.length,
    subjectSlot,
    objectSlot,
    swap: sense.swap,
    subjectGroup: from.group,
    objectGroup: to.group,
    core: sense.core,
  };
  return withCandidate(reading, candidate, ends, subjects);
}

/**
 * A reading with the candidate behind it. Field by field: of so many fields, spreading makes an object of a shape of
 * its own each time, and what reads such objects is slow.
 */
export function withCandidate(
  {
    subject,
    relation,
    object,
    score,
    linear,
    pair,
    sentence,
    isTitle,
    predicate,
    subjectAt,
    objectAt,
    phrases,
    subjectSlot,
    objectSlot,
    swap,
    subjectGroup,
    objectGroup,
    core,
  }: Reading,
  candidate: Candidate,
  ends: CandidateReading['ends'],
  subjects: CandidateReading['subjects'],
): CandidateReading {
  return {
    subject,
    relation,
    object,
    score,
    linear,
    pair,
    sentence,
    isTitle,
    predicate,
    subjectAt,
    objectAt,
    phrases,
    subjectSlot,
    objectSlot,
    swap,
    subjectGroup,
    objectGroup,
    core,
    candidate,
    ends,
    subjects,
  };
}
