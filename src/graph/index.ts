import type { Extraction, RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import { applyForces, type ForceWork, type Places } from './forces.js';
import { beginLayout, endLayout } from './layout.js';
import { measure, project } from './measure.js';
import { createGraphBuilder, type GraphBuilder } from './merge.js';

export { createGraph } from './graph.js';
export { createGraphBuilder, edgeKey, type GraphBuilder } from './merge.js';

/** A graph that has all but positions. */
export interface UnplacedGraph {
  readonly graph: RelationGraph;
  /** What is to be done for the positions. */
  readonly work: ForceWork;
  /** Writes the positions, given the places that came of it. */
  place(places: Places): void;
}

/** The graph of a builder, with measures, communities and sizes. */
export function measureGraph(builder: GraphBuilder): UnplacedGraph {
  const graph = builder.build();
  const projection = project(graph);
  measure(graph, projection);
  const work = beginLayout(graph, projection);
  return { graph, work, place: places => endLayout(graph, projection, places) };
}

/** The graph of a builder, with measures, communities, positions and sizes. */
export function finishGraph(builder: GraphBuilder): RelationGraph {
  const { graph, work, place } = measureGraph(builder);
  place(applyForces(work));
  return graph;
}

/** Makes the knowledge graph of extractions, in any order. */
export function buildGraph(extractions: Iterable<Extraction>, schema: Schema): RelationGraph {
  const builder = createGraphBuilder(schema);
  for (const extraction of extractions) builder.add(extraction);
  return finishGraph(builder);
}
