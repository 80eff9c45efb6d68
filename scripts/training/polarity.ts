import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { readModel } from '../../src/extract/extractor.js';
import { append } from '../../src/extract/relations/append.js';
import { relationTable } from '../../src/extract/relations/candidates.js';
import { cluesOf } from '../../src/extract/relations/circumstances/polarity.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import type { Candidate } from '../../src/extract/relations/features.js';
import type { LinearFile } from '../../src/extract/relations/model.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { keyOf } from '../../src/extract/relations/reading.js';
import { likeliestReadings } from '../../src/extract/relations/readings.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article } from '../../src/model.js';
import type { Schema } from '../../src/schema/types.js';
import type { Annotation } from './annotations.js';
import type { Gold } from './gold.js';
import { type Bag, LEARN_DEFAULTS, learn, linearFile } from './learn.js';
import { statedBy, type Wanted, wantedByAnnotation, wantedByGold } from './wanted.js';

/** There are few denials to learn from: fewer features, and larger steps. */
const OPTIONS = { ...LEARN_DEFAULTS, bits: 18, rate: 0.3 };

/** The places of annotated relations, each with whether its relation is denied. */
export interface PolarityPreparation {
  ofGold(article: Article, gold: Gold): Bag[];
  ofAnnotation(annotation: Annotation): Bag[];
}

/** @param scoreOf how likely a candidate is; the likeliest of a sentence is where it states a relation */
export function createPolarityPreparation(
  schema: Schema,
  isSymmetric: (relation: string) => boolean,
  scoreOf: (candidate: Candidate) => number,
): PolarityPreparation {
  const vocabulary = new Vocabulary();
  const recognize = createRecognizer(schema, vocabulary);
  const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);
  const relations = relationTable(schema.relationTypes);

  const prepare = (recognition: Recognition, wanted: Wanted): Bag[] => {
    const stated = statedBy(wanted, isSymmetric);
    const negated = negatedBy(wanted, isSymmetric);
    const name = (id: string) => wanted.names.get(id) ?? `?${id}`;
    const places = new Map<string, Candidate[]>();
    events.readSentences(recognition, (sentence, subjects) => {
      for (const reading of likeliestReadings(sentence, subjects, relations, scoreOf)) {
        const { subject, relation, object, candidate } = reading;
        const key = keyOf(name(subject), relation, name(object), isSymmetric(relation));
        if (stated.get(key)?.has(sentence.index)) append(places, key, candidate);
      }
    });
    return [...places].map(([key, candidates]) => ({
      relation: candidates[0]?.relation.type ?? '',
      key,
      label: negated.get(key) ?? -1,
      candidates: cluesOf(candidates).map(({ features }) => features),
    }));
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

/** Of each annotated relation whether it is denied; without those that are both. */
function negatedBy({ relations }: Wanted, isSymmetric: (relation: string) => boolean): Map<string, 0 | 1> {
  const found = new Map<string, 0 | 1>();
  const both = new Set<string>();
  for (const { subject, type, object, negated } of relations) {
    const key = keyOf(subject, type, object, isSymmetric(type));
    const label = negated ? 1 : 0;
    if ((found.get(key) ?? label) !== label) both.add(key);
    found.set(key, label);
  }
  for (const key of both) found.delete(key);
  return found;
}

export function learnPolarity(bags: readonly Bag[]): LinearFile {
  return linearFile(learn(bags, OPTIONS));
}
