/**
 * Trains the model that weighs candidate relations, and writes its weights.
 *
 *   npm run train -- GOLD_DIR… [--corpus CORPUS.jsonl.gz] [--folds 5] [--write]
 *
 * Prints the F1 of event relations by cross-validation over the articles of GOLD_DIR; the annotations beside
 * this file (of articles of CORPUS) are learned from in every fold. With --write, learns from all articles
 * and writes graph-schema/models/relations.ar.json. Each GOLD_DIR holds `articles.jsonl` and one annotation
 * file an article (see gold.ts). Only weights of hashed features are written, no text.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { listEntities } from '../../src/extract/entities/output.js';
import { readModel } from '../../src/extract/extractor.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import { combineReadings, keyOf } from '../../src/extract/relations/decide.js';
import { featuresOf } from '../../src/extract/relations/features.js';
import { createEventReader } from '../../src/extract/relations/index.js';
import { findStates } from '../../src/extract/relations/states.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';
import { type Annotation, alignAdded, readAnnotations } from './annotations.js';
import { align, type Gold, normalize, readGold } from './gold.js';
import { type Bag, LEARN_DEFAULTS, learn, likeliest, type Weights } from './learn.js';

interface TrainingArticle {
  readonly doc: string;
  readonly bags: readonly Bag[];
  /** Keys of the annotated relations that count, with their types. */
  readonly wanted: ReadonlyMap<string, string>;
  /** Keys that the state rules find by themselves. */
  readonly states: ReadonlySet<string>;
}

const ANNOTATIONS = fileURLToPath(new URL('annotations.txt', import.meta.url));

/** How much F1 a higher threshold may cost: of two that are as good, the more precise one is better. */
const PRECISION_PRICE = 0.003;

/** Found from titles and names alone. */
const BY_RULE = new Set(['holds_office', 'affiliated_with']);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    folds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    epochs: { type: 'string', default: String(LEARN_DEFAULTS.epochs) },
    decay: { type: 'string', default: String(LEARN_DEFAULTS.decay) },
  },
});

const learning = { ...LEARN_DEFAULTS, epochs: Number(options.epochs), decay: Number(options.decay) };
const schema = loadSchema();
const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
const vocabulary = new Vocabulary();
const recognize = createRecognizer(schema, vocabulary);
const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);
const articles = positionals.flatMap(readGold).map(({ article, gold }) => prepareGold(article, gold));
const corpus = options.corpus ?? '';
const extra = corpus === '' ? [] : readAnnotations(ANNOTATIONS, corpus).map(prepareAnnotation);
const all = [...articles, ...extra].flatMap(({ bags }) => bags);
console.log(
  `${articles.length} and ${extra.length} articles, ${all.length} bags, ${all.filter(({ label }) => label === 1).length} of them stated`,
);

const folds = Number(options.folds);
if (folds > 1) report(crossValidate(folds));
if (options.write) write();

function prepareGold(article: Article, gold: Gold): TrainingArticle {
  const recognition = recognize(article);
  const places = placeSentences(recognition, gold);
  return prepare(recognition, {
    doc: gold.doc,
    names: align(listEntities(recognition), gold),
    ignored: new Set(
      gold.entities.filter(({ named, optional }) => named === false || optional).map(({ id }) => id),
    ),
    relations: gold.relations.map(({ subject, type, object, evidence, optional }) => ({
      subject,
      type,
      object,
      optional: optional ?? false,
      sentences: evidence.flatMap(number => places[number] ?? []),
    })),
  });
}

function prepareAnnotation(annotation: Annotation): TrainingArticle {
  const recognition = recognize(annotation.article);
  const { sentences } = recognition.document;
  return prepare(recognition, {
    doc: annotation.article.id,
    names: alignAdded(listEntities(recognition), annotation),
    ignored: annotation.ignored,
    relations: annotation.relations.map(({ subject, type, object, offsets }) => ({
      subject,
      type,
      object,
      optional: false,
      sentences: offsets.map(offset =>
        sentences.findIndex(({ start, end }) => start <= offset && offset < end),
      ),
    })),
  });
}

interface Wanted {
  readonly doc: string;
  /** The annotated id of each recognized entity. */
  readonly names: ReadonlyMap<string, string>;
  readonly ignored: ReadonlySet<string>;
  readonly relations: readonly {
    readonly subject: string;
    readonly type: string;
    readonly object: string;
    readonly optional: boolean;
    readonly sentences: readonly number[];
  }[];
}

function prepare(recognition: Recognition, { doc, names, ignored, relations }: Wanted): TrainingArticle {
  const stated = new Map<string, Set<number>>();
  const wanted = new Map<string, string>();
  for (const { subject, type, object, sentences, optional } of relations) {
    const key = keyOf(subject, type, object, symmetric.has(type));
    const known = stated.get(key) ?? new Set();
    for (const index of sentences) known.add(index);
    stated.set(key, known);
    if (!optional && !ignored.has(subject) && !ignored.has(object) && !BY_RULE.has(type))
      wanted.set(key, type);
  }
  const name = (id: string) => names.get(id) ?? `?${id}`;
  const bags: Bag[] = [];
  events.read(recognition, (sentence, _, candidates) => {
    const local = new Map<string, { label: 1 | 0 | -1; relation: string; candidates: Int32Array[] }>();
    for (const candidate of candidates) {
      const type = candidate.sense.relation;
      if (BY_RULE.has(type)) continue;
      const ends = [candidate.subject, candidate.object].map(phrase => name(phrase.mention.entity.id));
      const [subject = '', object = ''] = candidate.sense.swap ? ends.reverse() : ends;
      if (ignored.has(subject) || ignored.has(object)) continue;
      const key = keyOf(subject, type, object, symmetric.has(type));
      let bag = local.get(key);
      if (!bag) {
        const sentences = stated.get(key);
        bag = {
          label: sentences ? (sentences.has(sentence.index) ? 1 : -1) : 0,
          relation: type,
          candidates: [],
        };
        local.set(key, bag);
      }
      const mask = (1 << learning.bits) - 1;
      bag.candidates.push(Int32Array.from(featuresOf(candidate), feature => feature & mask));
    }
    for (const [key, bag] of local) bags.push({ key, ...bag });
  });
  const states = new Set(
    findStates(recognition).map(({ subject, type, object }) =>
      keyOf(
        name(subject.entity.id),
        type,
        name('entity' in object ? object.entity.id : object.id),
        symmetric.has(type),
      ),
    ),
  );
  return { doc, bags, wanted, states };
}

/** For each annotated sentence, the indexes of ours that overlap it. */
function placeSentences(recognition: Recognition, gold: Gold): number[][] {
  const { document } = recognition;
  const own = document.sentences.map(({ start, end }) => normalize(document.text.slice(start, end)));
  return (gold.sentences ?? []).map(text => {
    const wanted = normalize(text);
    return own.flatMap((sentence, index) =>
      sentence !== '' && (wanted.includes(sentence) || sentence.includes(wanted)) ? [index] : [],
    );
  });
}

interface Prediction {
  readonly relation: string;
  readonly probability: number;
  readonly right: boolean;
}

function predict(article: TrainingArticle, weights: Weights): Prediction[] {
  const readings = article.bags.map(bag => {
    const [subject = '', relation = '', object = ''] = bag.key.split(' ');
    return { subject, relation, object, probability: 1 / (1 + Math.exp(-likeliest(bag, weights)[1])) };
  });
  const combined = combineReadings(readings, relation => symmetric.has(relation));
  for (const key of article.states) combined.set(key, 1);
  return [...combined].flatMap(([key, probability]) => {
    const relation = key.split(' ')[1] ?? '';
    return BY_RULE.has(relation) ? [] : [{ relation, probability, right: article.wanted.has(key) }];
  });
}

function crossValidate(count: number): Prediction[] {
  const predictions: Prediction[] = [];
  for (let fold = 0; fold < count; fold++) {
    const others = articles.filter((_, index) => index % count !== fold);
    const training = [...others, ...extra].flatMap(({ bags }) => bags);
    const weights = learn(training, learning);
    for (const article of articles.filter((_, index) => index % count === fold))
      predictions.push(...predict(article, weights));
  }
  return predictions;
}

function wantedCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { wanted } of articles)
    for (const type of wanted.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

function score(predictions: readonly Prediction[], wanted: number, threshold: number) {
  const stated = predictions.filter(({ probability }) => probability >= threshold);
  const right = stated.filter(prediction => prediction.right).length;
  const precision = right / (stated.length || 1);
  return { precision, recall: right / (wanted || 1), f1: (2 * right) / (stated.length + wanted || 1) };
}

function bestThreshold(predictions: readonly Prediction[], wanted: number) {
  const results: { threshold: number; precision: number; recall: number; f1: number }[] = [];
  for (let threshold = 0.1; threshold < 0.95; threshold += 0.02)
    results.push({ threshold, ...score(predictions, wanted, threshold) });
  const highest = Math.max(...results.map(({ f1 }) => f1));
  const best = results.findLast(({ f1 }) => f1 >= highest - PRECISION_PRICE);
  return best ?? { threshold: 0.5, precision: 0, recall: 0, f1: 0 };
}

function report(predictions: readonly Prediction[]): void {
  const counts = wantedCounts();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const threshold of [0.2, 0.3, 0.4, 0.5])
    print(`all, from ${threshold}`, total, score(predictions, total, threshold));
  for (const [relation, count] of [...counts].sort()) {
    const best = bestThreshold(
      predictions.filter(prediction => prediction.relation === relation),
      count,
    );
    print(relation, count, best, best.threshold);
  }
}

function print(
  label: string,
  count: number,
  { precision, recall, f1 }: { precision: number; recall: number; f1: number },
  threshold?: number,
): void {
  const figures = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  console.log(
    label.padEnd(24),
    String(count).padStart(5),
    figures,
    threshold === undefined ? '' : `from ${threshold.toFixed(2)}`,
  );
}

function write(): void {
  const predictions = crossValidate(Math.max(2, folds));
  const overall = bestThreshold(
    predictions,
    [...wantedCounts().values()].reduce((sum, count) => sum + count, 0),
  );
  const thresholds: Record<string, number> = { '*': Math.round(overall.threshold * 100) / 100 };
  const { bias, values } = learn(all, learning);
  const scale = 100;
  const indexes: number[] = [];
  const weights: number[] = [];
  let last = 0;
  values.forEach((value, index) => {
    const weight = Math.round(value * scale);
    if (Math.abs(weight) < 3) return;
    indexes.push(index - last);
    weights.push(weight);
    last = index;
  });
  const file = {
    description:
      'Weights of the model of candidate relations, by scripts/training/train.ts; see docs/training.md.',
    bits: learning.bits,
    bias: Math.round(bias * 1000) / 1000,
    scale,
    thresholds,
    indexes,
    weights,
  };
  const target = new URL('../../graph-schema/models/relations.ar.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(file)}\n`);
  console.log(`${weights.length} weights written`);
}
