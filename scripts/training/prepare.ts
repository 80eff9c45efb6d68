import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { readModel } from '../../src/extract/extractor.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import { type ArticleView, keyOf, type Reading } from '../../src/extract/relations/decide.js';
import {
  type Candidate,
  contextFeatures,
  frameFeatures,
  MOST_FEATURES,
} from '../../src/extract/relations/features.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { endsOf, placeOf, viewOf } from '../../src/extract/relations/readings.js';
import { findStates } from '../../src/extract/relations/states.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article } from '../../src/model.js';
import type { Schema } from '../../src/schema/types.js';
import type { Annotation } from './annotations.js';
import type { Gold } from './gold.js';
import type { Bag } from './learn.js';
import { statedBy, type Wanted, wantedByAnnotation, wantedByGold, wantedKeys } from './wanted.js';

/** An annotated article as the training sees it. */
export interface TrainingArticle {
  readonly doc: string;
  /** One for each relation that a sentence may state, as far as the sieve lets it through. */
  readonly bags: readonly TrainingBag[];
  /** Keys of the annotated relations that count, with their types. */
  readonly wanted: ReadonlyMap<string, string>;
  /** Keys that the state rules find by themselves. */
  readonly states: ReadonlySet<string>;
  readonly view: ArticleView;
}

export interface TrainingBag extends Bag {
  /** What the reading of each candidate says of its place. */
  readonly places: readonly Omit<Reading, 'subject' | 'object' | 'score'>[];
  readonly subject: string;
  readonly object: string;
}

/** Tells whether a candidate passes, by the features of its frame. */
export type Sieve = (features: Int32Array, count: number) => boolean;

export interface Preparation {
  ofGold(article: Article, gold: Gold, sieve?: Sieve): TrainingArticle;
  ofAnnotation(annotation: Annotation, sieve?: Sieve): TrainingArticle;
}

/**
 * Reads annotated articles into bags of candidates. Without a sieve, the candidates have the features of their
 * frames only; with one, those that pass have all.
 */
export function createPreparation(schema: Schema, isSymmetric: (relation: string) => boolean): Preparation {
  const vocabulary = new Vocabulary();
  const recognize = createRecognizer(schema, vocabulary);
  const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);
  const buffer = new Int32Array(MOST_FEATURES);

  const featuresOf = (candidate: Candidate, sieve: Sieve | undefined): Int32Array | undefined => {
    const frame = frameFeatures(candidate, buffer);
    if (!sieve) return buffer.slice(0, frame);
    return sieve(buffer, frame) ? buffer.slice(0, contextFeatures(candidate, buffer, frame)) : undefined;
  };

  const prepare = (recognition: Recognition, wanted: Wanted, sieve: Sieve | undefined): TrainingArticle => {
    const { doc, names, ignored } = wanted;
    const name = (id: string) => names.get(id) ?? `?${id}`;
    const stated = statedBy(wanted, isSymmetric);
    const bags: TrainingBag[] = [];
    events.read(recognition, (sentence, _, candidates) => {
      const local = new Map<string, Mutable<TrainingBag>>();
      for (const candidate of candidates) {
        const relation = candidate.sense.relation;
        const [subject, object] = endsOf(candidate).map(name) as [string, string];
        if (ignored.has(subject) || ignored.has(object)) continue;
        const features = featuresOf(candidate, sieve);
        if (!features) continue;
        const key = keyOf(subject, relation, object, isSymmetric(relation));
        let bag = local.get(key);
        if (!bag) {
          const places = stated.get(key);
          const label = places ? (places.has(sentence.index) ? 1 : -1) : 0;
          bag = { label, relation, key, subject, object, candidates: [], places: [] };
          local.set(key, bag);
        }
        bag.candidates.push(features);
        bag.places.push(placeOf(candidate));
      }
      bags.push(...local.values());
    });
    const states = findStates(recognition);
    return {
      doc,
      bags,
      wanted: wantedKeys(wanted, isSymmetric),
      states: new Set(
        states.map(({ subject, type, object }) =>
          keyOf(
            name(subject.entity.id),
            type,
            name('entity' in object ? object.entity.id : object.id),
            isSymmetric(type),
          ),
        ),
      ),
      view: viewOf(recognition, states, name),
    };
  };

  return {
    ofGold(article, gold, sieve) {
      const recognition = recognize(article);
      return prepare(recognition, wantedByGold(recognition, gold), sieve);
    },
    ofAnnotation(annotation, sieve) {
      const recognition = recognize(annotation.article);
      return prepare(recognition, wantedByAnnotation(recognition, annotation), sieve);
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
