import type { RelationGraph } from '../model.js';
import {
  type Column,
  DRAWING_COLUMNS,
  EDGE_COLUMNS,
  edgeLabels,
  FLAT_LOSSES,
  NODE_COLUMNS,
  sortedEdges,
  sortedNodes,
  valuesOf,
} from './columns.js';
import type { Exporter } from './exporter.js';
import { xml } from './text.js';

/** GraphML with typed keys. */
export const graphml: Exporter = {
  name: 'graphml',
  describe: 'GraphML for igraph, networkx, yEd, Cytoscape and Gephi',
  loses: [
    ...FLAT_LOSSES,
    'lists (joined by " | ")',
    'control characters',
    'symmetry as such (all edges are directed; the attribute "symmetric" tells)',
  ],
  files: graph => [{ suffix: '.graphml', chunks: writeGraphml(graph) }],
};

const NODES: readonly Column<Parameters<(typeof NODE_COLUMNS)[number]['of']>[0]>[] = [
  { name: 'label', type: 'string', of: node => node.label },
  ...NODE_COLUMNS,
  ...DRAWING_COLUMNS,
];
const EDGES: readonly Column<Parameters<(typeof EDGE_COLUMNS)[number]['of']>[0]>[] = [
  { name: 'label', type: 'string', of: edge => edgeLabels(edge).ar },
  { name: 'weight', type: 'double', of: edge => edge.weight },
  ...EDGE_COLUMNS,
];

export function* writeGraphml(graph: RelationGraph): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', NODES);
  yield '<key id="edge.key" for="edge" attr.name="key" attr.type="string"/>\n';
  yield* keys('edge', EDGES);
  yield '<key id="graph.date" for="graph" attr.name="date" attr.type="string"/>\n';
  yield '<graph id="rawabit" edgedefault="directed">\n';
  const { date } = graph.getAttributes();
  if (date !== undefined) yield `<data key="graph.date">${xml(date)}</data>\n`;
  for (const id of sortedNodes(graph)) {
    yield `<node id="${xml(id)}">${data('node', NODES, graph.getNodeAttributes(id))}</node>\n`;
  }
  // Edge ids are unique over the whole graph: Gephi and yEd drop edges whose ids repeat.
  for (const [index, key] of sortedEdges(graph).entries()) {
    const ends = `source="${xml(graph.source(key))}" target="${xml(graph.target(key))}"`;
    const own = `<data key="edge.key">${xml(key)}</data>`;
    yield `<edge id="e${index}" ${ends}>${own}${data('edge', EDGES, graph.getEdgeAttributes(key))}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

const TYPES = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  strings: 'string',
} as const;

function* keys<A>(owner: 'node' | 'edge', columns: readonly Column<A>[]): Iterable<string> {
  for (const { name, type } of columns) {
    yield `<key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
  }
}

function data<A>(owner: 'node' | 'edge', columns: readonly Column<A>[], attributes: A): string {
  let text = '';
  for (const [{ name }, value] of valuesOf(columns, attributes)) {
    const content = typeof value === 'object' ? value.join(' | ') : String(normal(value));
    text += `<data key="${owner}.${name}">${xml(content)}</data>`;
  }
  return text;
}

/** igraph refuses a whole file for one number too small for a normal double. */
const SMALLEST_NORMAL = 2 ** -1022;

function normal<V extends string | number | boolean>(value: V): V | 0 {
  return typeof value === 'number' && Math.abs(value) < SMALLEST_NORMAL ? 0 : value;
}
