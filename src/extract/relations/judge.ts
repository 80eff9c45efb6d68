import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Schema } from '../../schema/types.js';
import type { Recognition } from '../document.js';
import { viewOf } from './article-view.js';
import { candidatesOf, type Relation, relationTable } from './candidates.js';
import type { ClustersFile } from './clusters.js';
import { contextReading } from './context-readings.js';
import { relationFeatures } from './decide.js';
import { createEncoder, type EncoderFiles } from './encoder/index.js';
import type { RelationModel } from './model.js';
import { joinPairs, type PairScore, placesOf } from './pairs.js';
import { createEventReader, type SentenceVisitor } from './reader.js';
import { keyOf, NO_SCORE, placesByKey, type Reading } from './reading.js';
import { type CandidateReading, LEAST_SCORE, likeliestReadings } from './readings.js';
import { objectOf } from './states/finding.js';
import { createStateFinder, type Finding } from './states.js';
import type { Phrase, Sentence } from './syntax.js';

/** What an article states, before it becomes statements. */
export interface Judgement {
  readonly states: readonly Finding[];
  /** Every event that some place may state, likely or not. */
  readonly events: readonly JudgedEvent[];
}

/** A relation between two entities, judged by all places of the article that may state it. */
export interface JudgedEvent {
  /** See `keyOf`. */
  readonly key: string;
  readonly relation: string;
  readonly places: readonly CandidateReading[];
  /** What the trees look at, see `relationFeatures`. */
  readonly features: Float64Array;
  readonly probability: number;
  /** The lowest probability with which it is stated. */
  readonly threshold: number;
}

/** Judges an article, and calls back with each sentence and all its candidates where a visitor is given. */
export type ArticleJudge = (recognition: Recognition, visit?: SentenceVisitor) => Judgement;

/** What was learned from articles. */
export interface LearnedModels {
  readonly model: RelationModel;
  readonly clusters: ClustersFile;
  readonly encoder: EncoderFiles;
}

export function createArticleJudge(
  schema: Schema,
  vocabulary: Vocabulary,
  { model, clusters, encoder: files }: LearnedModels,
): ArticleJudge {
  const reader = createEventReader(schema, clusters, vocabulary);
  const findStates = createStateFinder(vocabulary);
  const encoder = createEncoder(files, reader.words, vocabulary);
  const relations = relationTable(schema.relationTypes);
  const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
  const isSymmetric = (relation: string) => symmetric.has(relation);
  /** Of its candidates and of its pairs. */
  const readSentence = (
    sentence: Sentence,
    subjects: CandidateReading['subjects'],
    scored: readonly CandidateReading[],
    pairs: readonly PairScore[],
  ): CandidateReading[] => {
    const { index, isTitle, phrases, predicates } = sentence;
    const phraseOf = (number: number) => phrases[number] as Phrase;
    const likely = scored.filter(({ score }) => score > LEAST_SCORE);
    const allowed = pairs.filter(({ from, to, relation }) =>
      mayJoin(relations.get(relation), phraseOf(from), phraseOf(to)),
    );
    if (allowed.length === 0) return likely;
    return joinPairs(
      likely,
      allowed,
      { sentence: index, isTitle, predicates: placesOf(predicates), phrases: phrases.length },
      number => ({ id: phraseOf(number).mention.entity.id, phrase: phraseOf(number) }),
      isSymmetric,
      (reading, from, to) => contextReading(sentence, subjects, reading, [from, to], relations),
    );
  };
  return (recognition, visit) => {
    const states = findStates(recognition);
    const readings: CandidateReading[] = [];
    reader.readSentences(recognition, (sentence, subjects) => {
      visit?.(sentence, subjects, candidatesOf(sentence, subjects, relations));
      const likely = likeliestReadings(sentence, subjects, relations, model.score);
      if (likely.length === 0) return;
      const scores = encoder.read(sentence, likely);
      likely.forEach((reading, index) => {
        reading.score = scores.readings[index] ?? NO_SCORE;
      });
      readings.push(...readSentence(sentence, subjects, likely, scores.pairs));
    });
    const places = placesByKey(readings, isSymmetric);
    const view = viewOf(recognition, states);
    const isElsewhere = createPlaceTest(states);
    // Who looks on wants to know how unlikely the others are.
    const probabilityOf = visit ? model.judge : model.judgeQuickly;
    const events = [...relationFeatures(places, view, model.ranks, isSymmetric)].flatMap(
      ([key, features]) => {
        const list = places.get(key) ?? [];
        const [best] = list;
        if (!best || isElsewhere(best)) return [];
        const { relation } = best;
        return {
          key,
          relation,
          places: list,
          features,
          probability: probabilityOf(features),
          threshold: model.threshold(relation),
        };
      },
    );
    const likely = new Set(events.map(({ key }) => key));
    const isDoubtful = (finding: Finding) => {
      const { subject, type, rule } = finding;
      if (!NEEDS_READING.has(`${rule} ${type}`)) return false;
      return !likely.has(keyOf(subject.entity.id, type, objectOf(finding).id, isSymmetric(type)));
    };
    return { states: states.filter(finding => !isDoubtful(finding)), events };
  };
}

/** Rules that are mostly wrong where no sentence may state the same by itself: lists also name who did not talk. */
const NEEDS_READING = new Set(['talks-of-many negotiates_with']);

/** A base stands where its name or the words beside it say, in no other country that a sentence names. */
function createPlaceTest(states: readonly Finding[]): (reading: Reading) => boolean {
  const placed = new Set(
    states.filter(({ type }) => type === 'located_in').map(({ subject }) => subject.entity.id),
  );
  return ({ relation, subject }) => relation === 'located_in' && placed.has(subject);
}

function mayJoin(relation: Relation | undefined, from: Phrase, to: Phrase): boolean {
  return relation?.from.has(from.mention.entity.type) === true && relation.to.has(to.mention.entity.type);
}

export function isStated({ probability, threshold }: JudgedEvent): boolean {
  return probability >= threshold;
}
