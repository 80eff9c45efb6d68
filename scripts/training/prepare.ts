import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { readModel } from '../../src/extract/extractor.js';
import { append } from '../../src/extract/relations/append.js';
import { type ArticleView, viewOf } from '../../src/extract/relations/article-view.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import {
  type Candidate,
  contextFeatures,
  frameFeatures,
  MOST_FEATURES,
} from '../../src/extract/relations/features.js';
import { type PairEnd, type PairPlace, placesOf } from '../../src/extract/relations/pairs.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { keyOf, NO_SCORE } from '../../src/extract/relations/reading.js';
import { type CandidateReading, endsOf, toReading } from '../../src/extract/relations/readings.js';
import { objectOf } from '../../src/extract/relations/states/finding.js';
import { createStateFinder } from '../../src/extract/relations/states.js';
import type { Phrase, Sentence } from '../../src/extract/relations/syntax.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article } from '../../src/model.js';
import type { Schema } from '../../src/schema/types.js';
import type { Annotation } from './annotations.js';
import { type AnnotatedSentence, createSentenceEncoding } from './encoder/encoding.js';
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
  /** By their indexes, those that name two entities. */
  readonly sentences: ReadonlyMap<number, TrainingSentence>;
}

export interface TrainingBag extends Bag {
  /** What the reading of each candidate says of its place. */
  readonly places: readonly TrainingPlace[];
  readonly subject: string;
  readonly object: string;
}

/** A sentence with what its pairs of phrases need (see `joinPairs`). */
export interface TrainingSentence extends AnnotatedSentence {
  readonly place: PairPlace;
  readonly ends: readonly { readonly id: string; readonly phrase: PairEnd }[];
}

/** Without the candidate, which would keep its whole article in memory. */
export type TrainingPlace = Omit<CandidateReading, 'candidate' | 'subjects'>;

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
  const findStates = createStateFinder(vocabulary);
  const encode = createSentenceEncoding(schema, vocabulary);

  const keep = createStorage();

  const featuresOf = (candidate: Candidate, sieve: Sieve | undefined): Int32Array | undefined => {
    const frame = frameFeatures(candidate, buffer);
    if (!sieve) return keep(buffer, frame);
    return sieve(buffer, frame) ? keep(buffer, contextFeatures(candidate, buffer, frame)) : undefined;
  };

  const prepare = (recognition: Recognition, wanted: Wanted, sieve: Sieve | undefined): TrainingArticle => {
    const { doc, names, ignored } = wanted;
    const name = (id: string) => names.get(id) ?? `?${id}`;
    const stated = statedBy(wanted, isSymmetric);
    const byPair = pairsOf(stated, isSymmetric);
    const bags: TrainingBag[] = [];
    const sentences = new Map<number, TrainingSentence>();
    events.read(recognition, (sentence, subjects, candidates) => {
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
        const { candidate: _, subjects: __, ...place } = toReading(candidate, NO_SCORE, subjects);
        bag.places.push(place);
      }
      bags.push(...local.values());
      const { index, isTitle, phrases, predicates } = sentence;
      const ends = phrases.map(phrase => ({ id: name(phrase.mention.entity.id), phrase: endOf(phrase) }));
      if (sieve && new Set(ends.map(({ id }) => id)).size > 1)
        sentences.set(index, {
          ...encode(sentence, id => ignored.has(name(id))),
          stated: statedPairs(sentence, name, stated, byPair),
          place: { sentence: index, isTitle, predicates: placesOf(predicates), phrases: phrases.length },
          ends,
        });
    });
    const states = findStates(recognition);
    return {
      doc,
      bags,
      wanted: wantedKeys(wanted, isSymmetric),
      states: new Set(
        states.map(({ subject, type, object }) =>
          keyOf(name(subject.entity.id), type, name(objectOf({ object }).id), isSymmetric(type)),
        ),
      ),
      view: viewOf(recognition, states, name),
      sentences,
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

function endOf({ number, start, end, group }: Phrase): PairEnd {
  return { number, start, end, group };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** The stated relations, as types and keys, by their two ends; symmetric ones in either order. */
function pairsOf(
  stated: ReadonlyMap<string, unknown>,
  isSymmetric: (relation: string) => boolean,
): Map<string, (readonly [type: string, key: string])[]> {
  const pairs = new Map<string, (readonly [string, string])[]>();
  for (const key of stated.keys()) {
    const [subject, type, object] = key.split(' ') as [string, string, string];
    append(pairs, `${subject} ${object}`, [type, key]);
    if (isSymmetric(type)) append(pairs, `${object} ${subject}`, [type, key]);
  }
  return pairs;
}

/** What is annotated of the phrases of a sentence. */
function statedPairs(
  { index, phrases }: Sentence,
  name: (id: string) => string,
  stated: ReadonlyMap<string, ReadonlySet<number>>,
  byPair: ReadonlyMap<string, readonly (readonly [type: string, key: string])[]>,
): [number, number, string, 1 | -1][] {
  const names = phrases.map(({ mention }) => name(mention.entity.id));
  return phrases.flatMap(({ number: from }) =>
    phrases.flatMap(({ number: to }) =>
      (byPair.get(`${names[from]} ${names[to]}`) ?? []).map(
        ([type, key]): [number, number, string, 1 | -1] => [
          from,
          to,
          type,
          stated.get(key)?.has(index) ? 1 : -1,
        ],
      ),
    ),
  );
}

/** Room for numbers that is taken at a time: millions of small arrays would take twice the memory. */
const ROOM = 1 << 20;

/** Keeps copies of the first numbers of an array. */
function createStorage(): (values: Int32Array, count: number) => Int32Array {
  let room = new Int32Array(ROOM);
  let used = 0;
  return (values, count) => {
    if (used + count > room.length) {
      room = new Int32Array(ROOM);
      used = 0;
    }
    const copy = room.subarray(used, used + count);
    copy.set(values.subarray(0, count));
    used += count;
    return copy;
  };
}
