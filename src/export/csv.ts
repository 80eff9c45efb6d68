/**
 * Two tables, nodes and edges, with the headers of `neo4j-admin database import`. Spreadsheets open them too,
 * so a cell that one would take for a formula begins with an apostrophe.
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
} from './columns.js';
import type { Exporter } from './exporter.js';
import { oneLine } from './text.js';

export const csv: Exporter = {
  name: 'csv',
  describe: 'CSV tables of nodes and edges for spreadsheets and neo4j-admin database import',
  loses: [
    ...FLAT_LOSSES,
    'line breaks and control characters',
    'semicolons inside lists (they part the items, and are written as Arabic ones)',
    'cells that begin as a formula would: they begin with an apostrophe',
  ],
  files: graph => [
    { suffix: '.nodes.csv', chunks: writeNodes(graph) },
    { suffix: '.edges.csv', chunks: writeEdges(graph) },
  ],
};

const TYPES = {
  string: '',
  integer: ':long',
  double: ':double',
  boolean: ':boolean',
  strings: ':string[]',
} as const;
const NODES = [...NODE_COLUMNS, ...DRAWING_COLUMNS];

export function* writeNodes(graph: RelationGraph): Iterable<string> {
  yield row(['id:ID', ':LABEL', 'label', ...NODES.map(header)]);
  for (const id of sortedNodes(graph)) {
    const node = graph.getNodeAttributes(id);
    yield row([cell(id), cell(['Entity', nodeLabel(node.type)]), cell(node.label), ...cells(NODES, node)]);
  }
}

export function* writeEdges(graph: RelationGraph): Iterable<string> {
  yield row([':START_ID', ':END_ID', ':TYPE', 'key', 'label', 'weight:long', ...EDGE_COLUMNS.map(header)]);
  for (const key of sortedEdges(graph)) {
    const edge = graph.getEdgeAttributes(key);
    yield row([
      ...[
        graph.source(key),
        graph.target(key),
        edgeType(edge.type),
        key,
        edgeLabels(edge).ar,
        edge.weight,
      ].map(cell),
      ...cells(EDGE_COLUMNS, edge),
    ]);
  }
}

/** `Country`: the label of a node in a property graph. */
export function nodeLabel(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/** `HOLDS_OFFICE`: the type of an edge in a property graph. */
export function edgeType(type: string): string {
  return type.toUpperCase();
}

function header<A>({ name, type }: Column<A>): string {
  return `${name}${TYPES[type]}`;
}

function cells<A>(columns: readonly Column<A>[], attributes: A): string[] {
  return columns.map(column => cell(column.of(attributes)));
}

/** Begins as a formula in some spreadsheet, or as a text that was protected against being one. */
const FORMULA = /^'*[=+\-@＝＋－＠]/;

function cell(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.map(item => item.replaceAll(';', '؛')).join(';');
  const safe = oneLine(text).replace(/^\s+(?='*[=+\-@＝＋－＠])/, '');
  return FORMULA.test(safe) ? `'${safe}` : safe;
}

function row(fields: readonly string[]): string {
  return `${fields.map(field => (/[",;\s]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
