import { readFileSync } from 'node:fs';
import { Vocabulary } from '../language/arabic/tokens.js';
import type { Article, Extraction, Statement } from '../model.js';
import type { Schema } from '../schema/types.js';
import type { Recognition } from './document.js';
import { createRecognizer } from './entities/index.js';
import { listEntities } from './entities/output.js';
import { headOf } from './head.js';
import type { ClustersFile } from './relations/clusters.js';
import type { EncoderWords } from './relations/encoder/index.js';
import { type ArticleJudge, createArticleJudge, statementsOf } from './relations/index.js';
import { createModel, type ModelFile, type RelationModel } from './relations/model.js';

/** What was learned from articles; see `docs/training.md`. */
const MODELS = new URL('../../graph-schema/models/', import.meta.url);

/** Reads a JSON file of `graph-schema/models/`. */
export function readModel<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, MODELS), 'utf8')) as T;
}

function readBytes(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(name, MODELS)));
}

/** The two steps of extraction, and what the second goes by. */
export interface Steps {
  readonly recognize: (article: Article) => Recognition;
  readonly judge: ArticleJudge;
  readonly model: RelationModel;
}

export function createSteps(schema: Schema): Steps {
  const vocabulary = new Vocabulary();
  const model = createModel(readModel<ModelFile>('relations.ar.json'));
  return {
    recognize: createRecognizer(schema, vocabulary),
    judge: createArticleJudge(schema, vocabulary, {
      model,
      clusters: readModel<ClustersFile>('clusters.ar.json'),
      encoder: {
        words: readModel<EncoderWords>('encoder-words.ar.json'),
        weights: readBytes('encoder.ar.bin'),
        kernel: readBytes('encoder.wasm'),
      },
    }),
    model,
  };
}

/**
 * Makes the extractor: an article in, its entities and the relations that it states out. Compiling the schema
 * takes a moment, so make one and use it for many articles. The same article always gives the same extraction,
 * whatever was read before.
 */
export function createExtractor(schema: Schema): (article: Article) => Extraction {
  const { recognize, judge, model } = createSteps(schema);
  return article => {
    const recognition = recognize(article);
    return toExtraction(recognition, statementsOf(recognition, judge(recognition), model));
  };
}

/** What an article yields: relations between entities that it never names are left out. */
export function toExtraction(recognition: Recognition, statements: readonly Statement[]): Extraction {
  const entities = listEntities(recognition);
  const listed = new Set(entities.map(entity => entity.id));
  return {
    ...headOf(recognition.document.article),
    entities,
    relations: statements.filter(({ subject, object }) => listed.has(subject) && listed.has(object)),
  };
}
