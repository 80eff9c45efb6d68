import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Statement } from '../../model.js';
import type { Schema } from '../../schema/types.js';
import type { Recognition } from '../document.js';
import type { ClustersFile } from './clusters.js';
import { keyOf, relationFeatures } from './decide.js';
import { createModel, type ModelFile, probabilityOf } from './model.js';
import { createEventReader } from './reader.js';
import { type CandidateReading, likeliestReadings, viewOf } from './readings.js';
import { createStatementBuilder } from './statements.js';
import { findStates } from './states.js';

export type RelationExtractor = (recognition: Recognition) => Statement[];

/** The probability from which a further place of a stated relation is kept as evidence. */
const FURTHER_PLACE = 0.3;

/** Makes an extractor of the relations between the entities of an article. */
export function createRelationExtractor(
  schema: Schema,
  vocabulary: Vocabulary,
  weights: ModelFile,
  clusters: ClustersFile,
): RelationExtractor {
  const events = createEventReader(schema, clusters, vocabulary);
  const model = createModel(weights);
  const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
  const isSymmetric = (relation: string) => symmetric.has(relation);
  return recognition => {
    const builder = createStatementBuilder(recognition);
    const states = findStates(recognition);
    for (const finding of states) builder.addState(finding);
    const places = new Map<string, CandidateReading[]>();
    const readings: CandidateReading[] = [];
    events.read(recognition, (_, subjects, candidates) => {
      for (const reading of likeliestReadings(candidates, subjects, model.score)) {
        readings.push(reading);
        const key = keyOf(reading.subject, reading.relation, reading.object, isSymmetric(reading.relation));
        const list = places.get(key);
        if (list) list.push(reading);
        else places.set(key, [reading]);
      }
    });
    const view = viewOf(recognition, states);
    for (const [key, features] of relationFeatures(readings, view, model.ranks, isSymmetric)) {
      const confidence = model.judge(features);
      const list = places.get(key) ?? [];
      const best = Math.max(...list.map(({ score }) => score));
      for (const { relation, score, candidate, subjects } of list) {
        if (confidence < model.threshold(relation)) break;
        if (score < best && probabilityOf(score) < FURTHER_PLACE) continue;
        builder.addEvent(candidate, confidence, subjects);
      }
    }
    return builder.statements();
  };
}
