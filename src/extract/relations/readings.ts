import type { Recognition } from '../document.js';
import { forEachCandidate, type Relation } from './candidates.js';
import { type ArticleView, type EntityView, NO_SCORE, type Reading } from './decide.js';
import type { Candidate } from './features.js';
import { objectOf } from './states/finding.js';
import type { Finding } from './states.js';
import type { Phrase, Sentence } from './syntax.js';

/** A reading with the candidate behind it. */
export interface CandidateReading extends Reading {
  readonly candidate: Candidate;
  /** The phrases of the relation's subject and object. */
  readonly ends: readonly [Phrase, Phrase];
  /** The score of the linear model, which the encoder takes into its own. */
  readonly linear: number;
  /** The subject of each verb of the sentence, by token index. */
  readonly subjects: ReadonlyMap<number, readonly [Phrase, number]>;
}

/** What the linear model, or then the encoder, gives less (log-odds) has no say. */
export const LEAST_SCORE = -4.5;

/** The likeliest candidate of a sentence for each relation between each two entities. */
export function likeliestReadings(
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  relations: ReadonlyMap<string, Relation>,
  scoreOf: (candidate: Candidate) => number,
): CandidateReading[] {
  const best = new Map<number, Scored>();
  const count = sentence.phrases.length;
  forEachCandidate(sentence, subjects, relations, (candidate, entities) => {
    const score = scoreOf(candidate);
    if (score <= LEAST_SCORE) return;
    const [from, to] = endPhrases(candidate);
    const subject = entities[from.number] ?? 0;
    const object = entities[to.number] ?? 0;
    const { number, symmetric } = candidate.relation;
    const [one, other] = symmetric && subject > object ? [object, subject] : [subject, object];
    const key = (number * count + one) * count + other;
    const known = best.get(key);
    if (!known) best.set(key, { candidate: { ...candidate }, score });
    else if (score > known.score) {
      known.candidate = { ...candidate };
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
  const [from, to] = endPhrases(candidate);
  // Field by field: spreading one object into another takes many times as long.
  return {
    subject: from.mention.entity.id,
    relation: sense.relation,
    object: to.mention.entity.id,
    score,
    pair: NO_SCORE,
    sentence: sentence.index,
    isTitle: sentence.isTitle,
    predicate: predicate.index,
    subjectSlot,
    objectSlot,
    swap: sense.swap,
    subjectGroup: from.group,
    objectGroup: to.group,
    core: sense.core,
    linear: score,
    candidate,
    ends: [from, to],
    subjects,
  };
}

/** Relations by which one stands for the other. */
const STANDS_FOR = new Set(['holds_office', 'affiliated_with']);

/** What an article says of its entities, under the names that `nameOf` gives to their ids. */
export function viewOf(
  { mentions, document }: Recognition,
  states: readonly Finding[],
  nameOf: (id: string) => string = id => id,
): ArticleView {
  const entities = new Map<string, EntityView>();
  for (const { entity, sentence } of mentions) {
    const name = nameOf(entity.id);
    const known = entities.get(name);
    entities.set(name, {
      type: entity.type,
      mentions: (known?.mentions ?? 0) + 1,
      inTitle: (known?.inTitle ?? false) || sentence < document.titleSentences,
    });
  }
  const homes = new Map<string, Set<string>>();
  for (const { subject, type, object } of states) {
    if (!STANDS_FOR.has(type)) continue;
    const name = nameOf(subject.entity.id);
    const own = homes.get(name) ?? new Set();
    own.add(nameOf(objectOf({ object }).id));
    homes.set(name, own);
  }
  return { entities, homes };
}
