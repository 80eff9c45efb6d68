/**
 * Trains the model of relations (see src/extract/relations/model.ts) and writes it.
 *
 *   npm run train -- GOLD_DIR… --corpus CORPUS.jsonl.gz [--folds 4] [--write]
 *
 * Learns from the annotated articles of GOLD_DIR (see gold.ts) and from the annotations beside this file, of
 * articles of CORPUS. Prints precision, recall and F1 of event relations by cross-validation. With --write, learns
 * from all articles and writes graph-schema/models/relations.ar.json: weights of hashed features, no text.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { relationFeatures } from '../../src/extract/relations/decide.js';
import { scoreOf } from '../../src/extract/relations/forest.js';
import { type ModelFile, probabilityOf } from '../../src/extract/relations/model.js';
import { LEAST_SCORE } from '../../src/extract/relations/readings.js';
import { loadSchema } from '../../src/schema/index.js';
import { readAnnotations } from './annotations.js';
import { boost, type Case } from './boost.js';
import { readGold } from './gold.js';
import { LEARN_DEFAULTS, learn, likeliest, linearFile, type Weights } from './learn.js';
import { createPreparation, type TrainingArticle } from './prepare.js';
import { bestThreshold, type Prediction, printReport } from './report.js';
import { trainSieve } from './sieve.js';
import { BY_RULE } from './wanted.js';

const ANNOTATIONS = fileURLToPath(new URL('annotations.txt', import.meta.url));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    folds: { type: 'string', default: '4' },
    write: { type: 'boolean', default: false },
  },
});
const folds = Number(options.folds);
const schema = loadSchema();
const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
const isSymmetric = (relation: string) => symmetric.has(relation);
const gold = positionals.flatMap(readGold);
const annotations = options.corpus === undefined ? [] : readAnnotations(ANNOTATIONS, options.corpus);

const preparation = createPreparation(schema, isSymmetric);
const sieve = trainSieve([
  ...gold.flatMap(({ article, gold }) => preparation.ofGold(article, gold).bags),
  ...annotations.flatMap(annotation => preparation.ofAnnotation(annotation).bags),
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

const ranks = rankRelations(articles);
/** What the article says of each relation, by a scorer that has not seen the article. */
const cases = new Map<TrainingArticle, readonly KeyedCase[]>();
for (let fold = 0; fold < folds; fold++) {
  const weights = learn(
    weighted(
      articles.filter((_, index) => index % folds !== fold),
      ({ bags }) => bags,
    ),
  );
  articles.forEach((article, index) => {
    if (index % folds === fold) cases.set(article, casesOf(article, weights));
  });
}
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

function casesOf(article: TrainingArticle, weights: Weights): KeyedCase[] {
  const readings = article.bags.flatMap(bag => {
    const [best, score] = likeliest(bag, weights);
    const place = bag.places[best];
    return place && score >= LEAST_SCORE
      ? [{ ...place, subject: bag.subject, object: bag.object, score }]
      : [];
  });
  return [...relationFeatures(readings, article.view, ranks, isSymmetric)].map(([key, features]) => ({
    key,
    features,
    label: article.wanted.has(key) ? 1 : 0,
  }));
}

/** Relation types by how often a likely candidate of them is right. */
function rankRelations(some: readonly TrainingArticle[]): Record<string, number> {
  const counts = new Map<string, [number, number]>();
  for (const { relation, label } of bagsOf(some)) {
    const count = counts.get(relation) ?? [0, 0];
    counts.set(relation, [count[0] + (label === 1 ? 1 : 0), count[1] + 1]);
  }
  const rates = [...counts].map(([relation, [right, all]]): [string, number] => [relation, right / all]);
  rates.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return Object.fromEntries(rates.map(([relation], rank) => [relation, rank]));
}

/** The judge's verdicts on articles that it has not seen. */
function judgeByFolds(): Prediction[][] {
  const verdicts: Prediction[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = articles.filter((_, index) => index % folds !== fold);
    const judge = boost(weighted(others, article => cases.get(article) ?? []));
    articles.forEach((article, index) => {
      if (index % folds !== fold) return;
      const { wanted, states } = article;
      const combined = new Map(
        (cases.get(article) ?? []).map(({ key, features }) => [key, probabilityOf(scoreOf(judge, features))]),
      );
      for (const key of states) combined.set(key, 1);
      verdicts[index] = [...combined].flatMap(([key, probability]) => {
        const relation = key.split(' ')[1] ?? '';
        return BY_RULE.has(relation) ? [] : [{ relation, probability, right: wanted.has(key) }];
      });
    });
  }
  return verdicts;
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
    ranks,
    thresholds: { '*': Math.round(overall.threshold * 100) / 100 },
  };
  const target = new URL('../../graph-schema/models/relations.ar.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(file)}\n`);
  console.log(`${scorer.weights.length} weights written, threshold ${file.thresholds['*']}`);
}
