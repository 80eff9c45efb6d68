import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModel } from '../../../src/extract/extractor.js';
import { append } from '../../../src/extract/relations/append.js';
import {
  type EncoderWords,
  PAIR_CODES,
  PHRASE_CODES,
  READING_CODES,
  readingCodes,
} from '../../../src/extract/relations/encoder/inputs.js';
import { LEAST_PAIR_SCORE, PAIR_REACH, type PairScore } from '../../../src/extract/relations/pairs.js';
import { LEAST_LINEAR_SCORE } from '../../../src/extract/relations/readings.js';
import { Vocabulary } from '../../../src/language/arabic/tokens.js';
import type { Schema } from '../../../src/schema/types.js';
import type { TrainingArticle } from '../prepare.js';
import { createTrainingInputs } from './encoding.js';

/** Which candidate of a bag is the likeliest, and its score as log-odds. */
export interface BagScore {
  readonly candidate: number;
  readonly score: number;
}

export interface ScoredArticle {
  readonly article: TrainingArticle;
  readonly fold: number;
  /** How many times it counts. */
  readonly weight: number;
  /** Of its bags, by the linear model. */
  readonly scores: readonly BagScore[];
}

/** What an encoder that has not seen an article says of it. */
export interface EncoderScores {
  /** Of its bags. */
  readonly bags: readonly BagScore[];
  /** Of the pairs of phrases of its sentences, by their indexes. */
  readonly pairs: ReadonlyMap<number, readonly PairScore[]>;
}

/**
 * Has train.py learn the encoder, and returns what it says of articles that it has not seen. Bags that the linear model
 * takes for hopeless keep their scores. Leaves `encoder.bin` in the work folder.
 */
export function learnEncoder(
  work: string,
  schema: Schema,
  scored: readonly ScoredArticle[],
): Map<TrainingArticle, EncoderScores> {
  const words = readModel<EncoderWords>('encoder-words.ar.json');
  const written = writeCandidates(work, schema, words, scored);
  const script = fileURLToPath(new URL('train.py', import.meta.url));
  const { status } = spawnSync('python3', [script, work], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${script} failed with status ${status}`);
  return readScores(work, words.relations, scored, written);
}

/** The bags in the order in which they are written. */
type Written = readonly (readonly [article: TrainingArticle, bag: number])[];

/** Writes what train.py reads. */
function writeCandidates(
  work: string,
  schema: Schema,
  words: EncoderWords,
  scored: readonly ScoredArticle[],
): Written {
  const { rows, unknown } = createTrainingInputs(schema, new Vocabulary(), words);
  const folds = 1 + Math.max(...scored.map(({ fold }) => fold));
  writeFileSync(
    join(work, 'candidates.json'),
    JSON.stringify({
      rows,
      unknown,
      folds,
      relations: words.relations,
      phraseCodes: PHRASE_CODES,
      readingCodes: READING_CODES,
      pairCodes: PAIR_CODES,
      pairReach: PAIR_REACH,
      leastPairScore: LEAST_PAIR_SCORE,
    }),
  );
  const file = openSync(join(work, 'candidates.jsonl'), 'w');
  const written: [TrainingArticle, number][] = [];
  for (const item of scored) writeSync(file, `${JSON.stringify(write(item, words.relations, written))}\n`);
  closeSync(file);
  return written;
}

/** Reads what train.py wrote. */
function readScores(
  work: string,
  relations: readonly string[],
  scored: readonly ScoredArticle[],
  written: Written,
): Map<TrainingArticle, EncoderScores> {
  const numbers = <T>(
    name: string,
    Type: new (buffer: ArrayBufferLike, start: number, length: number) => T,
  ) => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(work, name));
    return new Type(buffer, byteOffset, byteLength / 4);
  };
  const found = numbers('scores.bin', Float32Array);
  if (found.length !== written.length)
    throw new Error(`${found.length} scores for ${written.length} candidates`);
  const bags = new Map(scored.map(({ article, scores }) => [article, [...scores]]));
  /** Only sentences with likely candidates are read by the encoder. */
  const readSentences = new Map(scored.map(({ article }) => [article, new Set<number>()]));
  written.forEach(([article, bag], index) => {
    const own = bags.get(article);
    const known = own?.[bag];
    if (!own || !known) return;
    own[bag] = { ...known, score: found[index] ?? 0 };
    const place = article.bags[bag]?.places[known.candidate];
    if (place) readSentences.get(article)?.add(place.sentence);
  });
  const pairs = new Map(scored.map(({ article }) => [article, new Map<number, PairScore[]>()]));
  const places = numbers('pairs.bin', Int32Array);
  numbers('pair-scores.bin', Float32Array).forEach((score, index) => {
    const [number = 0, position = 0, from = 0, to = 0, relation = 0] = places.subarray(
      index * 5,
      index * 5 + 5,
    );
    const article = scored[number]?.article;
    const own = article && pairs.get(article);
    const sentence = article && [...article.sentences.keys()][position];
    if (own && sentence !== undefined && readSentences.get(article)?.has(sentence))
      append(own, sentence, { from, to, relation: relations[relation] ?? '', score });
  });
  return new Map(
    scored.map(({ article }) => [
      article,
      { bags: bags.get(article) ?? [], pairs: pairs.get(article) ?? new Map() },
    ]),
  );
}

function write(
  { article, fold, weight, scores }: ScoredArticle,
  relations: readonly string[],
  written: [TrainingArticle, number][],
): unknown {
  const bySentence = new Map<number, number[]>();
  article.bags.forEach(({ places }, bag) => {
    const { candidate = 0, score = 0 } = scores[bag] ?? {};
    const place = places[candidate];
    if (place && score > LEAST_LINEAR_SCORE) append(bySentence, place.sentence, bag);
  });
  const sentences = [...article.sentences].map(([index, { first, rows, counts, phrases, stated }]) => {
    const items = (bySentence.get(index) ?? []).map(bag => {
      written.push([article, bag]);
      const { candidate = 0, score = 0 } = scores[bag] ?? {};
      const { label, relation, places } = article.bags[bag] ?? { label: -1, relation: '', places: [] };
      const place = places[candidate];
      if (!place) throw new Error('a bag without its likeliest candidate');
      const [from, to] = place.ends;
      return [
        from.number,
        to.number,
        Math.min(counts.length - 1, place.predicate - first),
        relations.indexOf(relation),
        Math.round(score * 1000) / 1000,
        label,
        ...readingCodes(place),
      ];
    });
    const also = stated.flatMap(([from, to, type, label]) => {
      const relation = relations.indexOf(type);
      return relation < 0 ? [] : [[from, to, relation, label]];
    });
    return { first, rows, counts, phrases, stated: also, items };
  });
  return { fold, weight, sentences };
}
