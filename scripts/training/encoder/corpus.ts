/**
 * Chooses the words that the encoder knows, by how often a corpus has them, and writes the corpus as numbers for
 * pretrain.py: of which rows of the encoder's table each token is the sum.
 *
 *   tsx scripts/training/encoder/corpus.ts CORPUS.jsonl.gz WORK_DIR
 *
 * Writes graph-schema/models/encoder-words.ar.json and WORK_DIR/corpus.jsonl, WORK_DIR/corpus.json.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRecognizer } from '../../../src/extract/entities/index.js';
import { readModel } from '../../../src/extract/extractor.js';
import { type ClustersFile, clusterKey } from '../../../src/extract/relations/clusters.js';
import type { EncoderWords } from '../../../src/extract/relations/encoder/inputs.js';
import { createEventReader } from '../../../src/extract/relations/reader.js';
import { Vocabulary, type WordForm } from '../../../src/language/arabic/tokens.js';
import { loadSchema } from '../../../src/schema/index.js';
import { readCorpus } from '../annotations.js';
import { BY_RULE } from '../wanted.js';
import { createTrainingInputs } from './encoding.js';

const MOST_WORDS = 50_000;
const MOST_ENDINGS = 300;

const [corpus = '', work = ''] = process.argv.slice(2);
mkdirSync(work, { recursive: true });
const schema = loadSchema();
const vocabulary = new Vocabulary();
const recognize = createRecognizer(schema, vocabulary);
const clusters = readModel<ClustersFile>('clusters.ar.json');
const articles = readCorpus(corpus);

const counts = new Map<string, number>();
for (const article of articles) {
  for (const { form } of recognize(article).document.tokens) {
    const key = clusterKey(form);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
const ranked = mostFrequent(counts);
const rest = new Map<string, number>();
for (const key of ranked.slice(MOST_WORDS)) {
  const ending = key.slice(-2);
  rest.set(ending, (rest.get(ending) ?? 0) + 1);
}
const words: EncoderWords = {
  words: ranked.slice(0, MOST_WORDS).join(' '),
  endings: mostFrequent(rest).slice(0, MOST_ENDINGS).join(' '),
  relations: schema.relationTypes.map(({ type }) => type).filter(type => !BY_RULE.has(type)),
};
writeFileSync(
  new URL('../../../graph-schema/models/encoder-words.ar.json', import.meta.url),
  `${JSON.stringify(words)}\n`,
);

const inputs = createTrainingInputs(schema, vocabulary, words);
const events = createEventReader(schema, clusters, vocabulary);
const forms = new Map<string, number>();
const formRows: number[][] = [];
const file = openSync(join(work, 'corpus.jsonl'), 'w');
for (const article of articles) {
  const sentences: unknown[] = [];
  events.readSentences(recognize(article), sentence => {
    const places = inputs.placeRows(sentence);
    const tokens = sentence.tokens.slice(sentence.first, sentence.last);
    sentences.push([
      tokens.map(({ form }) => idOf(form)),
      places.map(({ rows, hidden }) => (hidden ? [-1, ...rows] : rows)),
    ]);
  });
  writeSync(file, `${JSON.stringify(sentences)}\n`);
}
closeSync(file);
writeFileSync(
  join(work, 'corpus.json'),
  JSON.stringify({ rows: inputs.rows, unknown: inputs.unknown, forms: formRows }),
);
console.log(`${articles.length} articles, ${formRows.length} forms, ${inputs.rows} rows`);

/** The number of a form; the word's row stands first among its rows. */
function idOf(form: WordForm): number {
  const name = `${form.kind} ${form.fold}`;
  let id = forms.get(name);
  if (id === undefined) {
    id = formRows.length;
    forms.set(name, id);
    const { word, shape } = inputs.formRows(form);
    formRows.push([word, ...shape]);
  }
  return id;
}

function mostFrequent(items: ReadonlyMap<string, number>): string[] {
  return [...items]
    .filter(([key]) => key !== '' && !/\s/.test(key))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => key);
}
