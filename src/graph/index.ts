import type { Extraction, RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import { layout } from './layout.js';
import { measure, project } from './measure.js';
import { createGraphBuilder, type GraphBuilder } from './merge.js';

export { createGraph } from './graph.js';
export { createGraphBuilder, edgeKey, type GraphBuilder } from './merge.js';

/** The graph of a builder, with measures, communities, positions and sizes. */
export function finishGraph(builder: GraphBuilder): RelationGraph {
  const graph = builder.build();
  const projection = project(graph);
  measure(graph, projection);
  layout(graph, projection);
  return graph;
}

/** Makes the knowledge graph of extractions, in any order. */
export function buildGraph(extractions: Iterable<Extraction>, schema: Schema): RelationGraph {
  const builder = createGraphBuilder(schema);
  for (const extraction of extractions) builder.add(extraction);
  return finishGraph(builder);
}
