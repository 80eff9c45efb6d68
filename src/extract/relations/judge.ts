import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Schema } from '../../schema/types.js';
import type { Recognition } from '../document.js';
import { append } from './append.js';
import { candidatesOf, relationTable } from './candidates.js';
import type { ClustersFile } from './clusters.js';
import { keyOf, relationFeatures } from './decide.js';
import { createEncoder, type EncoderFiles } from './encoder/index.js';
import { probabilityOf, type RelationModel } from './model.js';
import { createEventReader, type SentenceVisitor } from './reader.js';
import { type CandidateReading, LEAST_SCORE, likeliestReadings, viewOf } from './readings.js';
import { type Finding, findStates } from './states.js';

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

/** The probability from which a further place of a stated relation is kept as evidence. */
const FURTHER_PLACE = 0.3;

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
  const encoder = createEncoder(files, reader.words, vocabulary);
  const relations = relationTable(schema.relationTypes);
  const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
  const isSymmetric = (relation: string) => symmetric.has(relation);
  return (recognition, visit) => {
    const states = findStates(recognition);
    const places = new Map<string, CandidateReading[]>();
    const readings: CandidateReading[] = [];
    reader.readSentences(recognition, (sentence, subjects) => {
      visit?.(sentence, subjects, candidatesOf(sentence, subjects, relations));
      const likely = likeliestReadings(sentence, subjects, relations, model.score);
      const scores = encoder.score(sentence, likely);
      likely.forEach((reading, index) => {
        const { subject, relation, object, linear } = reading;
        const scored = { ...reading, score: scores[index] ?? linear };
        if (scored.score <= LEAST_SCORE) return;
        readings.push(scored);
        append(places, keyOf(subject, relation, object, isSymmetric(relation)), scored);
      });
    });
    const view = viewOf(recognition, states);
    const events = [...relationFeatures(readings, view, model.ranks, isSymmetric)].map(([key, features]) => {
      const list = places.get(key) ?? [];
      const relation = list[0]?.relation ?? '';
      return {
        key,
        relation,
        places: list,
        features,
        probability: model.judge(features),
        threshold: model.threshold(relation),
      };
    });
    return { states, events };
  };
}

export function isStated({ probability, threshold }: JudgedEvent): boolean {
  return probability >= threshold;
}

/**
 * The places that become evidence of a stated relation: those that the encoder and the linear model take for the best,
 * and others that are likely by themselves.
 */
export function evidencePlaces({ places }: JudgedEvent): CandidateReading[] {
  const best = Math.max(...places.map(({ score }) => score));
  const bestLinear = Math.max(...places.map(({ linear }) => linear));
  return places.filter(
    ({ score, linear }) =>
      score === best || linear === bestLinear || probabilityOf(Math.max(score, linear)) >= FURTHER_PLACE,
  );
}
