/**
 * GEXF 1.3, or 1.2 for older readers. Written so that Gephi, networkx, graphology-gexf and the official RELAX
 * NG schema all accept it: every edge is directed (networkx refuses a mixture), colours are r/g/b (it stops
 * at hexadecimal ones), dates are days and spells are closed, kinds and dates stand as plain attributes too.
 */
import type { EdgeAttributes, NodeAttributes, RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import {
  type Column,
  changeColumn,
  EDGE_COLUMNS,
  edgeLabels,
  NODE_COLUMNS,
  sortedEdges,
  sortedNodes,
  type Value,
  valueIn,
} from './columns.js';
import type { Exporter } from './exporter.js';
import { xml } from './text.js';
import { hull, mergeSpells, type Spell, spell } from './time.js';

export type GexfVersion = '1.2' | '1.3';

export const gexf: Exporter = {
  name: 'gexf',
  describe:
    'GEXF 1.3 for Gephi with its timeline, networkx 3.6, Gephi Lite (--gexf-version 1.2 for older readers)',
  loses: [
    'statements one by one (their dates, offices, speakers, articles and sentences stand in lists on the edge)',
    'positions inside the articles',
    'titles, sources and addresses of the articles',
    'control characters',
    'symmetry as such (all edges are directed; the attribute "symmetric" tells)',
  ],
  files: (graph, schema, { gexfVersion }) => [
    { suffix: '.gexf', chunks: writeGexf(graph, schema, gexfVersion) },
  ],
};

const NAMESPACES: Readonly<Record<GexfVersion, string>> = {
  '1.3': 'http://gexf.net/1.3',
  '1.2': 'http://www.gexf.net/1.2draft',
};

export function* writeGexf(
  graph: RelationGraph,
  schema: Pick<Schema, 'relationTypes'>,
  version: GexfVersion = '1.3',
): Iterable<string> {
  const space = NAMESPACES[version];
  const states = new Set(schema.relationTypes.filter(one => one.kind === 'state').map(one => one.type));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">\n`;
  yield meta(graph);
  yield '<graph mode="dynamic" timeformat="date" defaultedgetype="directed" idtype="string">\n';
  const isCompared = graph.someNode((_, attributes) => 'change' in attributes);
  const nodeColumns = isCompared ? [...NODE_COLUMNS, changeColumn<NodeAttributes>()] : NODE_COLUMNS;
  const edgeColumns = isCompared ? [...EDGE_COLUMNS, changeColumn<EdgeAttributes>()] : EDGE_COLUMNS;
  yield* declarations('node', nodeColumns);
  yield* declarations('edge', edgeColumns);
  yield `<nodes count="${graph.order}">\n`;
  for (const id of sortedNodes(graph)) yield node(graph, id, nodeColumns, version);
  yield `</nodes>\n<edges count="${graph.size}">\n`;
  for (const key of sortedEdges(graph)) {
    const edge = graph.getEdgeAttributes(key);
    const when = edgeSpells(graph, edge, states.has(edge.type));
    yield edgeElement(graph, key, edgeColumns, when, version);
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function meta(graph: RelationGraph): string {
  const { date, articles } = graph.getAttributes();
  const day = date === undefined ? undefined : spell(date)?.end;
  const modified = day === undefined ? '' : ` lastmodifieddate="${day}"`;
  const count = Object.keys(articles ?? {}).length;
  const what = `Knowledge graph of Arabic news: ${graph.order} entities and ${graph.size} relations from ${count} articles.`;
  return `<meta${modified}>\n<creator>Rawabit</creator>\n<description>${what}</description>\n</meta>\n`;
}

const TYPES = {
  string: 'string',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
  strings: 'liststring',
} as const;

function* declarations<A>(kind: 'node' | 'edge', columns: readonly Column<A>[]): Iterable<string> {
  yield `<attributes class="${kind}" mode="static">\n`;
  for (const { name, type } of columns) {
    yield `<attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`;
  }
  yield '</attributes>\n';
}

function node(
  graph: RelationGraph,
  id: string,
  columns: readonly Column<NodeAttributes>[],
  version: GexfVersion,
): string {
  const attributes = graph.getNodeAttributes(id);
  let element = `<node id="${xml(id)}" label="${xml(attributes.label)}">`;
  element += attvalues(columns, attributes, version);
  element += spells(nodeSpells(graph, id)) + color(attributes.color);
  if (Number.isFinite(attributes.x) && Number.isFinite(attributes.y)) {
    element += `<viz:position x="${attributes.x}" y="${attributes.y}" z="0"/>`;
  }
  if (attributes.size >= 0 && Number.isFinite(attributes.size)) {
    element += `<viz:size value="${attributes.size}"/>`;
  }
  return `${element}</node>\n`;
}

function edgeElement(
  graph: RelationGraph,
  key: string,
  columns: readonly Column<EdgeAttributes>[],
  when: readonly Spell[],
  version: GexfVersion,
): string {
  const edge = graph.getEdgeAttributes(key);
  // What keeps parallel edges apart: Gephi merges edges of equal source, target and kind.
  const kind = `${edge.type}${edge.polarity === 'negated' ? ' not' : ''}`;
  const ends = `source="${xml(graph.source(key))}" target="${xml(graph.target(key))}"`;
  const start =
    `<edge id="${xml(key)}" ${ends} type="directed"${version === '1.3' ? ` kind="${xml(kind)}"` : ''}` +
    ` label="${xml(edgeLabels(edge).ar)}" weight="${Number.isFinite(edge.weight) ? edge.weight : 1}">`;
  // Edges of a comparison have a colour of their own.
  const paint = 'color' in edge ? String(edge.color) : toneColor(edge.tone);
  const shape = edge.modality === 'planned' ? 'dashed' : edge.modality === 'alleged' ? 'dotted' : 'solid';
  const content = attvalues(columns, edge, version) + spells(when) + color(paint);
  return `${start}${content}<viz:shape value="${shape}"/></edge>\n`;
}

function attvalues<A>(columns: readonly Column<A>[], attributes: A, version: GexfVersion): string {
  let elements = '<attvalues>';
  for (const column of columns) {
    const value = valueIn(column, attributes);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    elements += `<attvalue for="${column.name}" value="${xml(text(value, version))}"/>`;
  }
  return `${elements}</attvalues>`;
}

/** Lists are `["a", "b"]` in 1.3, as Gephi reads them, and `a|b` in 1.2. */
function text(value: Value, version: GexfVersion): string {
  if (typeof value !== 'object') return String(value);
  if (version === '1.2') return value.map(item => item.replaceAll('|', '¦')).join('|');
  return `[${value.map(item => `"${item.replace(/["\\]/g, '\\$&')}"`).join(', ')}]`;
}

function color(value: string | undefined): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value ?? '');
  if (!match) return '';
  const [red, green, blue] = match.slice(1).map(channel => Number.parseInt(channel, 16));
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>`;
}

/** Hostile red, cooperative green, states and neutral relations grey. */
function toneColor(tone: number | undefined): string {
  if (tone === undefined || tone === 0) return '#8c8c8c';
  return tone < 0 ? '#c0504d' : '#4f9a5f';
}

function spells(list: readonly Spell[]): string {
  if (list.length === 0) return '';
  return `<spells>${list.map(({ start, end }) => `<spell start="${start}" end="${end}"/>`).join('')}</spells>`;
}

/** An event takes place at its dates; a state is taken to last from the first to the last of them. */
function edgeSpells(graph: RelationGraph, edge: EdgeAttributes, isState: boolean): Spell[] {
  const { articles } = graph.getAttributes();
  const stated: Spell[] = [];
  for (const { time, article } of edge.statements) {
    const date = time ?? articles[article]?.date;
    const days = date === undefined ? undefined : spell(date);
    if (days) stated.push(days);
  }
  return isState ? hull(stated) : mergeSpells(stated);
}

/** A node is there from the first to the last date of itself and of its edges. */
function nodeSpells(graph: RelationGraph, id: string): Spell[] {
  const found: Spell[] = [];
  const add = (date: string | undefined) => {
    const days = date === undefined ? undefined : spell(date);
    if (days) found.push(days);
  };
  const { firstDate, lastDate } = graph.getNodeAttributes(id);
  add(firstDate);
  add(lastDate);
  graph.forEachEdge(id, (_, edge) => {
    add(edge.firstDate);
    add(edge.lastDate);
  });
  return hull(found);
}
