import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModel } from '../../../src/extract/extractor.js';
import {
  type EncoderWords,
  PHRASE_CODES,
  READING_CODES,
  readingCodes,
} from '../../../src/extract/relations/encoder/inputs.js';
import { LEAST_SCORE } from '../../../src/extract/relations/readings.js';
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

/**
 * Has train.py learn the encoder, and returns the scores of all bags as an encoder gives them that has not seen the
 * article. Bags that the linear model takes for hopeless keep their scores. Leaves `encoder.bin` in the work folder.
 */
export function learnEncoder(
  work: string,
  schema: Schema,
  scored: readonly ScoredArticle[],
): Map<TrainingArticle, readonly BagScore[]> {
  const words = readModel<EncoderWords>('encoder-words.ar.json');
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
    }),
  );
  const file = openSync(join(work, 'candidates.jsonl'), 'w');
  /** In the order in which they are written. */
  const written: [TrainingArticle, number][] = [];
  for (const item of scored) writeSync(file, `${JSON.stringify(write(item, words.relations, written))}\n`);
  closeSync(file);

  const script = fileURLToPath(new URL('train.py', import.meta.url));
  const { status } = spawnSync('python3', [script, work], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${script} failed with status ${status}`);

  const bytes = readFileSync(join(work, 'scores.bin'));
  const found = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  if (found.length !== written.length)
    throw new Error(`${found.length} scores for ${written.length} candidates`);
  const result = new Map(scored.map(({ article, scores }) => [article, [...scores]]));
  written.forEach(([article, bag], index) => {
    const own = result.get(article);
    const known = own?.[bag];
    if (own && known) own[bag] = { ...known, score: found[index] ?? 0 };
  });
  return result;
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
    if (!place || score <= LEAST_SCORE) return;
    const own = bySentence.get(place.sentence) ?? [];
    own.push(bag);
    bySentence.set(place.sentence, own);
  });
  const sentences = [...bySentence].map(([sentence, bags]) => {
    const encoded = article.sentences.get(sentence);
    const items = bags.map(bag => {
      written.push([article, bag]);
      const { candidate = 0, score = 0 } = scores[bag] ?? {};
      const { label, relation, places } = article.bags[bag] ?? { label: -1, relation: '', places: [] };
      const place = places[candidate];
      if (!place || !encoded) throw new Error('a bag without its likeliest candidate');
      const [from, to] = place.ends;
      return [
        from.number,
        to.number,
        Math.min(encoded.counts.length - 1, place.predicate - encoded.first),
        relations.indexOf(relation),
        Math.round(score * 1000) / 1000,
        label,
        ...readingCodes(place),
      ];
    });
    if (!encoded) throw new Error('a sentence that was not encoded');
    const also = encoded.stated.flatMap(([from, to, type, label]) => {
      const relation = relations.indexOf(type);
      return relation < 0 ? [] : [[from, to, relation, label]];
    });
    return { ...encoded, stated: also, items };
  });
  return { fold, weight, sentences };
}
