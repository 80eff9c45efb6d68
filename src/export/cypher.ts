/**
 * A script of MERGE statements for Neo4j, Memgraph and their kin (`cypher-shell -f graph.cypher`). Running it
 * again changes nothing.
 */
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
  type Value,
  valuesOf,
} from './columns.js';
import { edgeType, nodeLabel } from './csv.js';
import type { Exporter } from './exporter.js';
import { printable } from './text.js';

export const cypher: Exporter = {
  name: 'cypher',
  describe: 'Cypher script of idempotent MERGE statements for Neo4j',
  loses: [...FLAT_LOSSES, 'control characters'],
  files: graph => [{ suffix: '.cypher', chunks: writeCypher(graph) }],
};

/** Items a statement: one statement an item is slow to run, one for all is too large to parse. */
const BATCH = 200;
const NODES = [...NODE_COLUMNS, ...DRAWING_COLUMNS];

export function* writeCypher(graph: RelationGraph): Iterable<string> {
  yield 'CREATE CONSTRAINT rawabit_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n';
  for (const [type, ids] of grouped(sortedNodes(graph), id => graph.getNodeAttribute(id, 'type'))) {
    for (const batch of batches(ids)) {
      const rows = batch.map(id => {
        const node = graph.getNodeAttributes(id);
        return map([['id', id], ['label', node.label], ...properties(NODES, node)]);
      });
      yield `UNWIND [\n${rows.join(',\n')}\n] AS row\n`;
      yield `MERGE (n:Entity {id: row.id}) SET n:${name(nodeLabel(type))}, n += row;\n`;
    }
  }
  for (const [type, keys] of grouped(sortedEdges(graph), key => graph.getEdgeAttribute(key, 'type'))) {
    for (const batch of batches(keys)) {
      const rows = batch.map(key => {
        const edge = graph.getEdgeAttributes(key);
        const own: [string, Value][] = [
          ['key', key],
          ['label', edgeLabels(edge).ar],
          ['weight', edge.weight],
        ];
        const ends = `a: ${literal(graph.source(key))}, b: ${literal(graph.target(key))}`;
        return `{${ends}, p: ${map([...own, ...properties(EDGE_COLUMNS, edge)])}}`;
      });
      yield `UNWIND [\n${rows.join(',\n')}\n] AS row\n`;
      yield 'MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})\n';
      yield `MERGE (a)-[r:${name(edgeType(type))} {key: row.p.key}]->(b) SET r += row.p;\n`;
    }
  }
}

function grouped(keys: readonly string[], typeOf: (key: string) => string): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const type = typeOf(key);
    const group = groups.get(type);
    if (group) group.push(key);
    else groups.set(type, [key]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function* batches(keys: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < keys.length; start += BATCH) yield keys.slice(start, start + BATCH);
}

function* properties<A>(columns: readonly Column<A>[], attributes: A): Iterable<[string, Value]> {
  for (const [column, value] of valuesOf(columns, attributes)) yield [column.name, value];
}

function map(entries: readonly (readonly [string, Value])[]): string {
  return `{${entries.map(([key, value]) => `${key}: ${literal(value)}`).join(', ')}}`;
}

function literal(value: Value): string {
  if (typeof value === 'object') return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value === 'boolean') return String(value);
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `'${printable(value).replace(/['\\\n\r\t]/g, character => escapes[character] ?? `\\${character}`)}'`;
}

/** A label or type in back-quotes, whatever characters it has. */
function name(text: string): string {
  return `\`${printable(text).replaceAll('`', '``')}\``;
}
