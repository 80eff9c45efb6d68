import { canonicalJson } from '../graph/serialize.js';
import type { RelationGraph } from '../model.js';
import { sortedEdges, sortedNodes } from './columns.js';
import type { Exporter } from './exporter.js';
import { joined } from './node-link.js';

/** The JSON that Cytoscape.js and Cytoscape desktop read. */
export const cytoscape: Exporter = {
  name: 'cytoscape',
  describe: 'JSON for Cytoscape.js and Cytoscape desktop',
  loses: [],
  files: graph => [{ suffix: '.cyjs', chunks: writeCytoscape(graph) }],
};

export function* writeCytoscape(graph: RelationGraph): Iterable<string> {
  yield `{"data":${canonicalJson(graph.getAttributes())},"elements":{"nodes":[\n`;
  yield* joined(sortedNodes(graph), id => {
    const attributes = graph.getNodeAttributes(id);
    // The y axis of Cytoscape points down.
    return { data: { id, ...attributes }, position: { x: attributes.x, y: 0 - attributes.y } };
  });
  yield '],"edges":[\n';
  yield* joined(sortedEdges(graph), id => ({
    data: { id, source: graph.source(id), target: graph.target(id), ...graph.getEdgeAttributes(id) },
  }));
  // Without a layout named, Cytoscape.js would put the nodes on a grid.
  yield ']},"layout":{"name":"preset"}}\n';
}
