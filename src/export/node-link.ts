/** Node-link JSON: as networkx reads it, and as D3 does, which calls the edges `links`. */
import { canonicalJson } from '../graph/serialize.js';
import type { RelationGraph } from '../model.js';
import { sortedEdges, sortedNodes } from './columns.js';
import type { Exporter } from './exporter.js';

export const nodeLink: Exporter = {
  name: 'node-link',
  describe: 'node-link JSON for networkx 3.6 (edges under "edges")',
  loses: [],
  files: graph => [{ suffix: '.node-link.json', chunks: writeNodeLink(graph, 'edges') }],
};

export const d3: Exporter = {
  name: 'd3',
  describe: 'node-link JSON for D3 and networkx before 3.4 (edges under "links")',
  loses: [],
  files: graph => [{ suffix: '.d3.json', chunks: writeNodeLink(graph, 'links') }],
};

export function* writeNodeLink(graph: RelationGraph, edges: 'edges' | 'links'): Iterable<string> {
  yield `{"directed":true,"multigraph":true,"graph":${canonicalJson(graph.getAttributes())},"nodes":[\n`;
  yield* joined(sortedNodes(graph), id => ({ id, ...graph.getNodeAttributes(id) }));
  yield `],"${edges}":[\n`;
  yield* joined(sortedEdges(graph), key => ({
    source: graph.source(key),
    target: graph.target(key),
    key,
    ...graph.getEdgeAttributes(key),
  }));
  yield ']}\n';
}

/** The members of a JSON array, one a line. */
export function* joined(keys: readonly string[], item: (key: string) => object): Iterable<string> {
  for (const [index, key] of keys.entries()) {
    yield `${canonicalJson(item(key))}${index < keys.length - 1 ? ',' : ''}\n`;
  }
}
