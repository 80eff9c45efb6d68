/**
 * Trains the model of relations (see src/extract/relations/model.ts) and writes it.
 *
 *   npm run train -- GOLD_DIR… --corpus CORPUS.jsonl.gz --work WORK_DIR [--folds 3] [--write]
 *
 * Learns from the annotated articles of GOLD_DIR (see gold.ts) and from the annotations beside this file, of
 * articles of CORPUS. WORK_DIR holds the pretrained encoder (see encoder/pretrain.py). Prints precision, recall and
 * F1 of event relations by cross-validation. With --write, learns from all articles and writes
 * graph-schema/models/relations.ar.json (weights of hashed features, no text) and encoder.ar.bin.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { append } from '../../src/extract/relations/append.js';
import { relationFeatures } from '../../src/extract/relations/decide.js';
import { Forest } from '../../src/extract/relations/forest.js';
import { Linear } from '../../src/extract/relations/linear.js';
import { type LinearFile, type ModelFile, probabilityOf } from '../../src/extract/relations/model.js';
import { joinPairs } from '../../src/extract/relations/pairs.js';
import { NO_SCORE, placesByKey, type Reading } from '../../src/extract/relations/reading.js';
import { LEAST_SCORE } from '../../src/extract/relations/readings.js';
import { createScorer } from '../../src/extract/relations/scorer.js';
import { loadSchema } from '../../src/schema/index.js';
import { readAnnotations } from './annotations.js';
import { boost, type Case } from './boost.js';
import { createCircumstancePreparation, learnCircumstances } from './circumstances.js';
import { type BagScore, type EncoderScores, learnEncoder } from './encoder/learn.js';
import { readGold } from './gold.js';
import { LEARN_DEFAULTS, learn, likeliest, linearFile, type Weights } from './learn.js';
import { createPreparation, type TrainingArticle } from './prepare.js';
import { ranksOf } from './ranks.js';
import { bestThreshold, type Prediction, printReport } from './report.js';
import { trainSieve } from './sieve.js';
import { BY_RULE } from './wanted.js';

const ANNOTATIONS = fileURLToPath(new URL('annotations.txt', import.meta.url));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    folds: { type: 'string', default: '3' },
    work: { type: 'string', default: 'training' },
    write: { type: 'boolean', default: false },
  },
});
const folds = Number(options.folds);
const schema = loadSchema();
const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
const isSymmetric = (relation: string) => symmetric.has(relation);
const gold = positionals.flatMap(readGold);
const annotations = options.corpus === undefined ? [] : readAnnotations(ANNOTATIONS, options.corpus);

/** The sieve has few features: one of so many articles is enough for it. */
const SIEVE_SHARE = 4;

const preparation = createPreparation(schema, isSymmetric);
const sieve = trainSieve([
  ...gold.flatMap(({ article, gold }) => preparation.ofGold(article, gold).bags),
  ...annotations
    .filter((_, index) => index % SIEVE_SHARE === 0)
    .flatMap(annotation => preparation.ofAnnotation(annotation).bags),
]);
console.log(sieve.report);
const articles: TrainingArticle[] = [
  ...gold.map(({ article, gold }) => preparation.ofGold(article, gold, sieve.passes)),
  ...annotations.map(annotation => preparation.ofAnnotation(annotation, sieve.passes)),
];
const bagsOf = (some: readonly TrainingArticle[]) => some.flatMap(({ bags }) => bags);
/** The gold articles count so many times, as they are read twice and annotated more fully. */
const GOLD_WEIGHT = 3;
const golden = new Set(articles.slice(0, gold.length));
const weighted = <T>(
  some: readonly TrainingArticle[],
  itemsOf: (article: TrainingArticle) => readonly T[],
): T[] =>
  some.flatMap(article =>
    Array.from({ length: golden.has(article) ? GOLD_WEIGHT : 1 }, () => itemsOf(article)).flat(),
  );
console.log(`${gold.length} and ${annotations.length} articles, ${bagsOf(articles).length} bags`);

const ranks = ranksOf(articles);
/** The linear scores of all bags, by a scorer that has not seen the article. */
const linear = new Map<TrainingArticle, readonly BagScore[]>();
for (let fold = 0; fold < folds; fold++) {
  const weights = learn(
    weighted(
      articles.filter((_, index) => index % folds !== fold),
      ({ bags }) => bags,
    ),
  );
  articles.forEach((article, index) => {
    if (index % folds === fold) linear.set(article, scoreBags(article, weights));
  });
}
printScores('gold articles, linear scores alone', articles.slice(0, gold.length), linear);
const work = options.work;
const read = learnEncoder(
  work,
  schema,
  articles.map((article, index) => ({
    article,
    fold: index % folds,
    weight: golden.has(article) ? GOLD_WEIGHT : 1,
    scores: linear.get(article) ?? [],
  })),
);
printScores(
  'gold articles, with the encoder',
  articles.slice(0, gold.length),
  new Map([...read].map(([article, { bags }]) => [article, bags])),
);
/** What the article says of each relation. */
const cases = new Map(articles.map(article => [article, casesOf(article, read.get(article))]));
const predictions = judgeByFolds();
const ofGold = predictions.slice(0, gold.length).flat();
const wantedByGold = articles.slice(0, gold.length).flatMap(({ wanted }) => [...wanted.values()]);
printReport('gold articles', ofGold, wantedByGold);
printReport(
  'all articles',
  predictions.flat(),
  articles.flatMap(({ wanted }) => [...wanted.values()]),
  false,
);
if (options.write) write();

interface KeyedCase extends Case {
  readonly key: string;
}

function fail(message: string): never {
  throw new Error(message);
}

function scoreBags({ bags }: TrainingArticle, weights: Weights): BagScore[] {
  return bags.map(bag => {
    const [candidate, score] = likeliest(bag, weights);
    return { candidate, score };
  });
}

function casesOf(article: TrainingArticle, read: EncoderScores | undefined): KeyedCase[] {
  const bySentence = new Map<number, Reading[]>();
  article.bags.forEach(({ places, subject, object }, index) => {
    const { candidate = 0, score = Number.NEGATIVE_INFINITY } = read?.bags[index] ?? {};
    const place = places[candidate];
    if (place && score > LEAST_SCORE)
      append(bySentence, place.sentence, {
        ...place,
        subject,
        object,
        score,
        linear: linear.get(article)?.[index]?.score ?? NO_SCORE,
        pair: NO_SCORE,
      });
  });
  const readings = [...article.sentences].flatMap(([index, { place, ends }]) =>
    joinPairs(
      bySentence.get(index) ?? [],
      read?.pairs.get(index) ?? [],
      place,
      number => ends[number] ?? fail(`no phrase ${number}`),
      isSymmetric,
      reading => reading,
    ),
  );
  const places = placesByKey(readings, isSymmetric);
  return [...relationFeatures(places, article.view, ranks, isSymmetric)].map(([key, features]) => ({
    key,
    features,
    label: article.wanted.has(key) ? 1 : 0,
  }));
}

/** How good the highest score of each relation is, before the judge. */
function printScores(
  label: string,
  some: readonly TrainingArticle[],
  scored: ReadonlyMap<TrainingArticle, readonly BagScore[]>,
): void {
  const predictions = some.flatMap(article => {
    const best = new Map<string, number>();
    article.bags.forEach(({ key }, index) => {
      const probability = probabilityOf(scored.get(article)?.[index]?.score ?? Number.NEGATIVE_INFINITY);
      best.set(key, Math.max(best.get(key) ?? 0, probability));
    });
    return verdictsOf(article, best);
  });
  printReport(
    label,
    predictions,
    some.flatMap(({ wanted }) => [...wanted.values()]),
    false,
  );
}

/** Predictions of an article: what its states tell for sure, and what is likely of the rest. */
function verdictsOf({ wanted, states }: TrainingArticle, likely: ReadonlyMap<string, number>): Prediction[] {
  const combined = new Map(likely);
  for (const key of states) combined.set(key, 1);
  return [...combined].flatMap(([key, probability]) => {
    const relation = key.split(' ')[1] ?? '';
    return BY_RULE.has(relation) ? [] : [{ relation, probability, right: wanted.has(key) }];
  });
}

/** The judge's verdicts on articles that it has not seen. */
function judgeByFolds(): Prediction[][] {
  const verdicts: Prediction[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = articles.filter((_, index) => index % folds !== fold);
    const judge = new Forest(boost(weighted(others, article => cases.get(article) ?? [])));
    articles.forEach((article, index) => {
      if (index % folds !== fold) return;
      const likely = (cases.get(article) ?? []).map(({ key, features }): [string, number] => [
        key,
        probabilityOf(judge.score(features)),
      ]);
      verdicts[index] = verdictsOf(article, new Map(likely));
    });
  }
  return verdicts;
}

/** What tells how relations are stated. */
function circumstancesFrom(scorer: LinearFile): ModelFile['circumstances'] {
  const scoreOf = createScorer(new Linear(sieve.file), new Linear(scorer), sieve.hopeless);
  const { ofGold, ofAnnotation } = createCircumstancePreparation(schema, isSymmetric, scoreOf);
  return learnCircumstances([
    ...gold.flatMap(({ article, gold }) => ofGold(article, gold)),
    ...annotations.flatMap(ofAnnotation),
  ]);
}

function write(): void {
  const scorer = linearFile(
    learn(
      weighted(articles, ({ bags }) => bags),
      LEARN_DEFAULTS,
    ),
  );
  const overall = bestThreshold(ofGold, wantedByGold.length);
  const file: ModelFile = {
    description: 'The model of relations, by scripts/training/train.ts; see docs/training.md.',
    sieve: sieve.file,
    hopeless: sieve.hopeless,
    scorer,
    judge: boost(weighted(articles, article => cases.get(article) ?? [])),
    circumstances: circumstancesFrom(scorer),
    ranks,
    thresholds: { '*': Math.round(overall.threshold * 100) / 100 },
  };
  const target = new URL('../../graph-schema/models/relations.ar.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(file)}\n`);
  copyFileSync(join(work, 'encoder.bin'), new URL('encoder.ar.bin', target));
  console.log(`${scorer.weights.length} weights written, threshold ${file.thresholds['*']}`);
}
