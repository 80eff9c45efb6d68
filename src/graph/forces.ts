import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** Where nodes lie, by their numbers. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What ForceAtlas2 goes by: plain numbers, which can be given to another thread. */
export interface ForceWork {
  /** Where the nodes begin. */
  readonly places: Places;
  /** The ends of each tie, by the numbers of nodes, and its weight. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  readonly iterations: number;
}

type ForceGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>;

/** Moves the nodes by ForceAtlas2 (Jacomy and others 2014), with settings inferred from the graph. */
export function applyForces(work: ForceWork): Places {
  const graph = toGraph(work);
  if (graph.order === 0) return work.places;
  const positions = forceAtlas2(graph, {
    iterations: work.iterations,
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      edgeWeightInfluence: 0.5,
      linLogMode: true,
      outboundAttractionDistribution: true,
      adjustSizes: false,
      // Far groups of nodes push as one: less exact than the 0.5 by default, in half the time, to the same effect.
      barnesHutTheta: 0.8,
      gravity: 0.4,
      scalingRatio: 6,
    },
  });
  const own = (axis: 'x' | 'y') =>
    Float64Array.from({ length: graph.order }, (_, node) => positions[node]?.[axis] ?? 0);
  return { x: own('x'), y: own('y') };
}

function toGraph({ places: { x, y }, source, target, weight }: ForceWork): ForceGraph {
  const graph: ForceGraph = new UndirectedGraph();
  x.forEach((own, node) => {
    graph.addNode(node, { x: own, y: y[node] ?? 0 });
  });
  source.forEach((from, tie) => {
    graph.addEdge(from, target[tie], { weight: weight[tie] ?? 0 });
  });
  return graph;
}
