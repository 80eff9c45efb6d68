import { canonicalJson } from '../graph/serialize.js';
import type { RelationGraph } from '../model.js';
import { sortedEdges, sortedNodes } from './columns.js';
import type { Exporter } from './exporter.js';
import { joined, keyed } from './node-link.js';

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
    const position = canonicalJson({ x: attributes.x, y: 0 - attributes.y });
    return `{"data":${keyed({ id }, attributes)},"position":${position}}`;
  });
  yield '],"edges":[\n';
  yield* joined(sortedEdges(graph), id => {
    const [source, target] = [graph.source(id), graph.target(id)];
    return `{"data":${keyed({ id, source, target }, graph.getEdgeAttributes(id))}}`;
  });
  yield ']},"layout":{"name":"preset"}}\n';
}
