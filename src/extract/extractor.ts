import { readFileSync } from 'node:fs';
import { Vocabulary } from '../language/arabic/tokens.js';
import type { Article, Extraction } from '../model.js';
import type { Schema } from '../schema/types.js';
import { createRecognizer } from './entities/index.js';
import { listEntities } from './entities/output.js';
import type { ClustersFile } from './relations/clusters.js';
import { createRelationExtractor } from './relations/index.js';
import type { ModelFile } from './relations/model.js';

/** What was learned from articles; see `docs/training.md`. */
const MODELS = new URL('../../graph-schema/models/', import.meta.url);

/** Reads a file of `graph-schema/models/`. */
export function readModel<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, MODELS), 'utf8')) as T;
}

/**
 * Makes the rule-based extractor: an article in, its entities and the relations that it states out. Compiling
 * the schema takes a moment, so make one and use it for many articles. The same article always gives the same
 * extraction, whatever was read before.
 */
export function createExtractor(schema: Schema): (article: Article) => Extraction {
  const vocabulary = new Vocabulary();
  const recognize = createRecognizer(schema, vocabulary);
  const relate = createRelationExtractor(
    schema,
    vocabulary,
    readModel<ModelFile>('relations.ar.json'),
    readModel<ClustersFile>('clusters.ar.json'),
  );
  return article => {
    const { id, title, date, source, url, language, copies } = article;
    const recognition = recognize(article);
    const entities = listEntities(recognition);
    const listed = new Set(entities.map(entity => entity.id));
    const relations = relate(recognition).filter(
      ({ subject, object }) => listed.has(subject) && listed.has(object),
    );
    return {
      doc: id,
      title,
      ...(date !== undefined && { date }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && { url }),
      language,
      ...(copies !== undefined && { copies }),
      entities,
      relations,
    };
  };
}
