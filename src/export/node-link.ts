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
  yield* joined(sortedNodes(graph), id => keyed({ id }, graph.getNodeAttributes(id)));
  yield `],"${edges}":[\n`;
  yield* joined(sortedEdges(graph), key => {
    const [source, target] = [graph.source(key), graph.target(key)];
    return keyed({ source, target, key }, graph.getEdgeAttributes(key));
  });
  yield ']}\n';
}

/** The members of a JSON array, one a line. */
export function* joined(keys: readonly string[], json: (key: string) => string): Iterable<string> {
  for (const [index, key] of keys.entries()) yield `${json(key)}${index < keys.length - 1 ? ',' : ''}\n`;
}

/**
 * The attributes as JSON with the keys before them, which win over attributes of the same name. Not one object of
 * both: attributes alone have few shapes, whose order is known already.
 */
export function keyed(keys: Readonly<Record<string, string>>, attributes: object): string {
  const isHidden = Object.keys(keys).some(name => Object.hasOwn(attributes, name));
  const shown = isHidden
    ? Object.fromEntries(Object.entries(attributes).filter(([name]) => !Object.hasOwn(keys, name)))
    : attributes;
  const rest = canonicalJson(shown).slice(1);
  const start = JSON.stringify(keys).slice(0, -1);
  return rest === '}' ? `${start}}` : `${start},${rest}`;
}
