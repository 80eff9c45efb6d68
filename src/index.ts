/**
 * Rawabit as a library: each stage as a function. Articles are read (`readArticles`, `articlesFromText`),
 * extracted (`createExtractor`), merged into a graph (`buildGraph`, `createGraphBuilder`), written
 * (`exporterNamed`, `writeAtomically`) and asked (`openGraph`, `KnowledgeGraph`).
 */
export { UserError } from './errors.js';
export {
  EXPORTERS,
  type Exporter,
  type ExportOptions,
  exporterNamed,
  writeAtomically,
} from './export/index.js';
export { createExtractor } from './extract/extractor.js';
export {
  buildGraph,
  createGraph,
  createGraphBuilder,
  finishGraph,
  type GraphBuilder,
} from './graph/index.js';
export { readGraph } from './graph/read.js';
export { groupDuplicates, signatureOf } from './ingest/duplicates.js';
export { articlesFromText, type IngestItem, type IngestOptions, readArticles } from './ingest/index.js';
export type * from './model.js';
export { fullText } from './model.js';
export { type BuildOptions, type BuildResult, buildInto } from './pipeline/build.js';
export { type ExtractOptions, extractArticles, extractLines } from './pipeline/extract.js';
export * from './query/index.js';
export { type LoadOptions, loadSchema } from './schema/index.js';
export type { Schema } from './schema/types.js';
