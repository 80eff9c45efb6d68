import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { readModel } from '../../src/extract/extractor.js';
import { append } from '../../src/extract/relations/append.js';
import { relationTable } from '../../src/extract/relations/candidates.js';
import { cluesOf } from '../../src/extract/relations/circumstances/clues.js';
import type { CircumstanceModels } from '../../src/extract/relations/circumstances/index.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import type { Candidate } from '../../src/extract/relations/features.js';
import type { LinearFile } from '../../src/extract/relations/model.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { keyOf } from '../../src/extract/relations/reading.js';
import { type CandidateReading, likeliestReadings } from '../../src/extract/relations/readings.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article, Modality, Polarity } from '../../src/model.js';
import type { Schema } from '../../src/schema/types.js';
import type { Annotation } from './annotations.js';
import type { Gold } from './gold.js';
import { type Bag, LEARN_DEFAULTS, learn, linearFile } from './learn.js';
import { statedBy, type Wanted, wantedByAnnotation, wantedByGold } from './wanted.js';

/** There are few to learn from: fewer features than candidates have, and larger steps. */
const OPTIONS = { ...LEARN_DEFAULTS, bits: 18 };
const RATES: Readonly<Record<keyof CircumstanceModels, number>> = {
  negated: 0.3,
  planned: 0.2,
  alleged: 0.2,
};

/** An annotated relation, with its places in the sentences that state it. */
export interface StatedRelation {
  readonly relation: string;
  readonly key: string;
  /** Undefined where the article states it in several ways. */
  readonly polarity: Polarity | undefined;
  readonly modality: Modality | undefined;
  /** The features of each place (see `cluesOf`), and the place that is the likeliest. */
  readonly places: readonly Int32Array[];
  readonly best: number;
}

export interface CircumstancePreparation {
  ofGold(article: Article, gold: Gold): StatedRelation[];
  ofAnnotation(annotation: Annotation): StatedRelation[];
}

/** @param scoreOf how likely a candidate is; the likeliest of a sentence is where it states a relation */
export function createCircumstancePreparation(
  schema: Schema,
  isSymmetric: (relation: string) => boolean,
  scoreOf: (candidate: Candidate) => number,
): CircumstancePreparation {
  const vocabulary = new Vocabulary();
  const recognize = createRecognizer(schema, vocabulary);
  const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);
  const relations = relationTable(schema.relationTypes);

  const prepare = (recognition: Recognition, wanted: Wanted): StatedRelation[] => {
    const stated = statedBy(wanted, isSymmetric);
    const polarities = singleOf(
      wanted,
      isSymmetric,
      ({ negated }): Polarity => (negated ? 'negated' : 'affirmed'),
    );
    const modalities = singleOf(wanted, isSymmetric, ({ modality }) => modality);
    const name = (id: string) => wanted.names.get(id) ?? `?${id}`;
    const places = new Map<string, CandidateReading[]>();
    events.readSentences(recognition, (sentence, subjects) => {
      for (const reading of likeliestReadings(sentence, subjects, relations, scoreOf)) {
        const { subject, relation, object } = reading;
        const key = keyOf(name(subject), relation, name(object), isSymmetric(relation));
        if (stated.get(key)?.has(sentence.index)) append(places, key, reading);
      }
    });
    return [...places].map(([key, readings]) => {
      const scores = readings.map(({ linear }) => linear);
      return {
        relation: readings[0]?.relation ?? '',
        key,
        polarity: polarities.get(key),
        modality: modalities.get(key),
        places: cluesOf(readings.map(({ candidate }) => candidate)).map(({ features }) => features),
        best: scores.indexOf(Math.max(...scores)),
      };
    });
  };

  return {
    ofGold(article, gold) {
      const recognition = recognize(article);
      return prepare(recognition, wantedByGold(recognition, gold));
    },
    ofAnnotation(annotation) {
      const recognition = recognize(annotation.article);
      return prepare(recognition, wantedByAnnotation(recognition, annotation));
    },
  };
}

/** What the annotations of each relation agree on, by its key. */
function singleOf<T>(
  { relations }: Wanted,
  isSymmetric: (relation: string) => boolean,
  pick: (relation: Wanted['relations'][number]) => T,
): Map<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const relation of relations) {
    const { subject, type, object } = relation;
    const key = keyOf(subject, type, object, isSymmetric(type));
    const value = pick(relation);
    found.set(key, found.has(key) && found.get(key) !== value ? undefined : value);
  }
  return found;
}

export function learnCircumstances(
  stated: readonly StatedRelation[],
): Record<keyof CircumstanceModels, LinearFile> {
  const learnFrom = (
    name: keyof CircumstanceModels,
    bagOf: (relation: StatedRelation) => Omit<Bag, 'relation' | 'key'>,
  ) =>
    linearFile(
      learn(
        stated.map(own => ({ relation: own.relation, key: own.key, ...bagOf(own) })),
        { ...OPTIONS, rate: RATES[name] },
      ),
    );
  const ofBest = (name: 'planned' | 'alleged') =>
    learnFrom(name, ({ modality, places, best }) => ({
      label: modality === undefined ? -1 : modality === name ? 1 : 0,
      candidates: places.slice(best, best + 1),
    }));
  return {
    // Any of its places may be the one that denies it.
    negated: learnFrom('negated', ({ polarity, places }) => ({
      label: polarity === undefined ? -1 : polarity === 'negated' ? 1 : 0,
      candidates: places,
    })),
    planned: ofBest('planned'),
    alleged: ofBest('alleged'),
  };
}
