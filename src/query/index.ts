/** Questions to a knowledge graph. */
export { diffGraphs, type EntityChange, type GraphDiff, type RelationChange } from './diff.js';
export { diffGraph } from './diff-graph.js';
export { diffPage } from './diff-page.js';
export { KnowledgeGraph, type KnowledgeGraphOptions, UnknownEntityError } from './knowledge-graph.js';
export { openGraph } from './open.js';
export {
  GRAPH_FORMATS,
  type GraphFormat,
  RESULT_FORMATS,
  type ResultFormat,
  SPARQL_PREFIXES,
  type SparqlResult,
  type SparqlTerm,
} from './sparql/query.js';
export type * from './types.js';
