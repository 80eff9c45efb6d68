/** Makes the page's data of a graph. */
import type { EdgeStatement, Evidence, RelationGraph, Span } from '../model.js';
import type { Schema } from '../schema/types.js';
import { type Kept, keepStrongest, type PageLimits } from './html-limits.js';
import {
  type EdgeRow,
  type EvidenceRow,
  type Marks,
  MODALITIES,
  type NodeRow,
  type Payload,
  type StatementRow,
} from './html-rows.js';
import { clip, LONGEST, newTables, type Tables } from './html-tables.js';
import { usedNodeTypes, usedRelationTypes } from './html-types.js';

/** Writes a graph as the page's data. Pure; the order of nodes, edges and articles follows the graph. */
export function payload(graph: RelationGraph, schema: Schema, options: PayloadOptions): Payload {
  const { nodes, ...rest } = unplacedPayload(graph, schema, options);
  return { ...rest, nodes: nodes() };
}

export interface PayloadOptions {
  readonly title: string;
  readonly limits: PageLimits;
}

/** The page's data before the nodes have their positions: only their rows are still to be made. */
export interface UnplacedPayload extends Omit<Payload, 'nodes'> {
  readonly nodes: () => Payload['nodes'];
}

export function unplacedPayload(
  graph: RelationGraph,
  schema: Schema,
  options: PayloadOptions,
): UnplacedPayload {
  const kept = keepStrongest(graph, options.limits);
  const tables = newTables(graph);
  const nodeNumber = new Map(kept.nodes.map((key, index) => [key, index] as const));
  const nodeTypes = usedNodeTypes(graph, schema);
  const relationTypes = usedRelationTypes(graph, schema);
  const typeNumber = new Map(nodeTypes.map((definition, index) => [definition.type, index] as const));
  const relationNumber = new Map(relationTypes.map((definition, index) => [definition.type, index] as const));
  const edges = kept.edges.map(key => edgeRow(graph, key, kept, nodeNumber, relationNumber, tables));
  return {
    title: clip(options.title, LONGEST.title),
    nodeTypes,
    relationTypes,
    sources: tables.sources.values,
    rules: tables.rules.values,
    articles: tables.articles,
    sentences: tables.sentences,
    nodes: () => kept.nodes.map(key => nodeRow(graph, key, typeNumber)),
    edges,
    total: kept.total,
    left: kept.left,
    flags: {},
  };
}

function nodeRow(graph: RelationGraph, key: string, typeNumber: ReadonlyMap<string, number>): NodeRow {
  const node = graph.getNodeAttributes(key);
  const place = node.latitude !== undefined && node.longitude !== undefined;
  return [
    key,
    clip(node.label, LONGEST.name),
    clip(node.labelEn, LONGEST.name),
    typeNumber.get(node.type) ?? 0,
    node.subtype ?? 0,
    node.aliases.slice(0, 24).map(alias => clip(alias, LONGEST.name)),
    node.iso ?? 0,
    place ? [round(node.latitude ?? 0, 3), round(node.longitude ?? 0, 3)] : 0,
    node.country ?? 0,
    (node.known ? 1 : 0) | (node.named === false ? 2 : 0),
    node.mentions,
    node.articles,
    node.firstDate ?? 0,
    node.lastDate ?? 0,
    node.degree,
    round(node.pagerank, 6),
    node.community,
    round(node.x, 2),
    round(node.y, 2),
    round(node.size, 2),
    node.wikidata ?? 0,
  ];
}

function edgeRow(
  graph: RelationGraph,
  key: string,
  kept: Kept,
  nodeNumber: ReadonlyMap<string, number>,
  relationNumber: ReadonlyMap<string, number>,
  tables: Tables,
): EdgeRow {
  const edge = graph.getEdgeAttributes(key);
  return [
    nodeNumber.get(graph.source(key)) ?? 0,
    nodeNumber.get(graph.target(key)) ?? 0,
    relationNumber.get(edge.type) ?? 0,
    edge.polarity === 'negated' ? 1 : 0,
    edge.weight,
    edge.sources,
    edge.articles,
    Math.round(edge.confidence * 100),
    Math.max(0, MODALITIES.indexOf(edge.modality)),
    edge.firstDate ?? 0,
    edge.lastDate ?? 0,
    kept.statements(key, edge.statements).map(statement => statementRow(statement, nodeNumber, tables)),
  ];
}

function statementRow(
  statement: EdgeStatement,
  nodeNumber: ReadonlyMap<string, number>,
  tables: Tables,
): StatementRow {
  const article = tables.article(statement.article);
  const attribution = statement.attribution;
  return [
    article,
    Math.max(0, MODALITIES.indexOf(statement.modality)),
    Math.round(statement.confidence * 100),
    statement.time ?? 0,
    attribution === undefined ? -1 : (nodeNumber.get(attribution) ?? clip(attribution, LONGEST.name)),
    statement.office ?? 0,
    tables.rules.number(statement.rule),
    statement.id,
    statement.evidence.map(evidence => evidenceRow(evidence, article, tables)),
  ];
}

function evidenceRow(evidence: Evidence, article: number, tables: Tables): EvidenceRow {
  const window = sentenceWindow(evidence);
  const { subject, object, predicate } = evidence;
  const start = evidence.start + window.start;
  const end = (span: Span | undefined) => (span === undefined ? -1 : span.end - start);
  const begin = (span: Span | undefined) => (span === undefined ? -1 : span.start - start);
  const marks: Marks = [
    begin(subject),
    end(subject),
    begin(object),
    end(object),
    begin(predicate),
    end(predicate),
  ];
  return [
    tables.sentence(article, start, evidence.text.slice(window.start, window.end)),
    marks.every(place => place === -1) ? 0 : marks,
  ];
}

/** The part of an overlong sentence to carry: around its marked words. */
function sentenceWindow(evidence: Evidence): { readonly start: number; readonly end: number } {
  const length = evidence.text.length;
  if (length <= LONGEST.sentence) return { start: 0, end: length };
  const first = Math.min(
    ...[evidence.subject, evidence.object, evidence.predicate].map(span =>
      span ? span.start - evidence.start : length,
    ),
  );
  const start = first >= length ? 0 : Math.max(0, Math.min(first - 200, length - LONGEST.sentence));
  return { start, end: start + LONGEST.sentence };
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Number.isFinite(value) ? Math.round(value * factor) / factor : 0;
}
