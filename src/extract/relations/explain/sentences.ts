import type { Extraction, Statement } from '../../../model.js';
import type { Recognition } from '../../document.js';
import type { Candidate } from '../features.js';
import { isStated, type JudgedEvent, type Judgement } from '../judge.js';
import { probabilityOf, type RelationModel } from '../model.js';
import { type CandidateReading, endsOf } from '../readings.js';
import type { Phrase, Sentence } from '../syntax.js';
import { explainMentions, explainPhrases, explainPredicates } from './clauses.js';
import { namesById, predicateText, round } from './names.js';
import { rivalsOf } from './rivals.js';
import { objectSlotName, subjectSlotName } from './slot-names.js';
import type { EntityName, SentenceExplanation, StatedRelation, UnstatedRelation, Verdict } from './types.js';
import { weighCandidate } from './weights.js';

export * from './types.js';

/** A sentence as it was read. */
export interface SentenceReading {
  readonly sentence: Sentence;
  readonly subjects: ReadonlyMap<number, readonly [Phrase, number]>;
  readonly candidates: readonly Candidate[];
}

/** Everything that an explanation is drawn from. */
export interface Work {
  readonly recognition: Recognition;
  readonly readings: readonly SentenceReading[];
  readonly judgement: Judgement;
  readonly extraction: Extraction;
  readonly model: RelationModel;
}

/** An event that the article makes at least this likely almost fired; or else a place that does by itself. */
const ALMOST_IN_ARTICLE = 0.1;
const ALMOST_IN_SENTENCE = 0.25;
const MOST_ALMOST = 6;

export function explainSentences(work: Work): SentenceExplanation[] {
  const { recognition, readings, judgement } = work;
  const { document } = recognition;
  const bySentence = new Map(readings.map(reading => [reading.sentence.index, reading]));
  const nearly = judgement.events
    .filter(event => !isStated(event) || verdictOf(work, event) === 'unnamed')
    .map(event => [event, bestPlace(event)] as const);
  return document.sentences.map(({ start, end }, index) => {
    const reading = bySentence.get(index);
    return {
      number: index + 1,
      isTitle: index < document.titleSentences,
      start,
      end,
      text: document.text.slice(start, end),
      mentions: explainMentions(recognition, index),
      phrases: reading ? explainPhrases(recognition, reading.sentence) : [],
      predicates: reading ? explainPredicates(recognition, reading.sentence, reading.subjects) : [],
      stated: statedIn(work, index),
      almost: nearly
        .filter(
          ([{ probability }, place]) =>
            place.sentence === index &&
            (probability >= ALMOST_IN_ARTICLE || probabilityOf(place.score) >= ALMOST_IN_SENTENCE),
        )
        .sort(([a], [b]) => b.probability - a.probability)
        .slice(0, MOST_ALMOST)
        .map(([event, place]) => explainUnstated(work, place.candidate, event)),
    };
  });
}

function bestPlace({ places, key }: JudgedEvent): CandidateReading {
  const [best] = [...places].sort((a, b) => b.score - a.score);
  if (!best) throw new Error(`no place states ${key}`);
  return best;
}

/** The statements that a sentence is the evidence of. */
export function statedIn({ recognition, judgement, extraction }: Work, sentence: number): StatedRelation[] {
  const { start } = recognition.document.sentences[sentence] ?? {};
  const named = namesById(recognition);
  return extraction.relations
    .filter(({ evidence }) => evidence[0]?.start === start)
    .map(statement => {
      const { evidence: _, subject, object, attribution, ...rest } = statement;
      const place = placeOf(judgement, statement, sentence);
      return {
        ...rest,
        subject: named(subject),
        object: named(object),
        ...(attribution !== undefined && { attribution: named(attribution) }),
        ...place,
      };
    });
}

function placeOf(
  { events }: Judgement,
  { subject, type, object, rule }: Statement,
  sentence: number,
): Pick<StatedRelation, 'inSentence' | 'threshold'> {
  for (const { relation, places, threshold } of events) {
    if (relation !== type) continue;
    const place = places.find(
      found =>
        found.sentence === sentence &&
        found.subject === subject &&
        found.object === object &&
        found.candidate.predicate.lexeme.name === rule,
    );
    if (place) return { inSentence: round(probabilityOf(place.score)), threshold };
  }
  return {};
}

/** A candidate that became no statement, with the event that it is a place of, if it came that far. */
export function explainUnstated(
  work: Work,
  candidate: Candidate,
  event: JudgedEvent | undefined,
): UnstatedRelation {
  const { recognition, model, judgement } = work;
  const named: (id: string) => EntityName = namesById(recognition);
  const [subject, object] = endsOf(candidate);
  const { sentence, predicate, relation } = candidate;
  const place = event?.places.find(({ candidate: own }) => isSame(own, candidate));
  const weighed = weighCandidate(candidate, model, place);
  return {
    subject: named(subject),
    type: relation.type,
    object: named(object),
    rule: predicate.lexeme.name,
    predicate: predicateText(recognition, sentence, predicate),
    subjectSlot: subjectSlotName(candidate.subjectSlot),
    objectSlot: objectSlotName(candidate.objectSlot),
    verdict: event && !weighed.dropped ? verdictOf(work, event) : weighed.dropped ? 'dropped' : 'unlikely',
    inSentence: round(weighed.probability),
    ...(event && { inArticle: round(event.probability) }),
    threshold: model.threshold(relation.type),
    rivals: event ? rivalsOf(event, judgement.events, model, named) : [],
    for: weighed.for,
    against: weighed.against,
  };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return (
    a.sentence.index === b.sentence.index &&
    a.predicate === b.predicate &&
    a.sense === b.sense &&
    a.subject === b.subject &&
    a.object === b.object
  );
}

function verdictOf({ extraction }: Work, event: JudgedEvent): Verdict {
  if (!isStated(event)) return 'unlikely';
  const isListed = event.places.every(({ subject, object }) =>
    [subject, object].every(id => extraction.entities.some(entity => entity.id === id)),
  );
  return isListed ? 'stated elsewhere' : 'unnamed';
}
