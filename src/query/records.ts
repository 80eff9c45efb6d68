/** Nodes, edges and statements of the graph as plain objects. */

import type { EdgeAttributes, EdgeStatement, RelationGraph } from '../model.js';
import { compare } from '../order.js';
import type { EntityRecord, EntityRef, EvidenceRecord, Relation } from './types.js';

export function entityRef(graph: RelationGraph, id: string): EntityRef {
  const { type, label, labelEn } = graph.getNodeAttributes(id);
  return { id, type, label: { ar: label, en: labelEn } };
}

export function entityRecord(graph: RelationGraph, id: string): EntityRecord {
  const node = graph.getNodeAttributes(id);
  return {
    ...entityRef(graph, id),
    ...(node.subtype !== undefined && { subtype: node.subtype }),
    aliases: node.aliases,
    ...(node.iso !== undefined && { iso: node.iso }),
    ...(node.wikidata !== undefined && { wikidata: node.wikidata }),
    ...(node.latitude !== undefined &&
      node.longitude !== undefined && { coordinates: [node.latitude, node.longitude] as const }),
    ...(node.country !== undefined && { country: node.country }),
    known: node.known,
    ...(node.named !== undefined && { named: node.named }),
    mentions: node.mentions,
    articles: node.articles,
    ...(node.firstDate !== undefined && { firstDate: node.firstDate }),
    ...(node.lastDate !== undefined && { lastDate: node.lastDate }),
    degree: graph.degree(id),
    pagerank: node.pagerank,
    community: node.community,
  };
}

/** Which statements of an edge answer the question. */
export type StatementTest = (statement: EdgeStatement) => boolean;

export interface RelationView {
  /** Statements that `evidence()` shows. Default: all. */
  readonly test?: StatementTest | undefined;
  /** Shows a symmetric relation from its other end. */
  readonly turned?: boolean;
}

export function relationRecord(graph: RelationGraph, edge: string, view: RelationView = {}): Relation {
  const attributes = graph.getEdgeAttributes(edge);
  const [from, to] = graph.extremities(edge);
  const [subject, object] = view.turned === true ? [to, from] : [from, to];
  return {
    id: edge,
    subject: entityRef(graph, subject),
    type: attributes.type,
    label: { ar: attributes.label, en: attributes.labelEn },
    object: entityRef(graph, object),
    symmetric: attributes.symmetric,
    polarity: attributes.polarity,
    modality: attributes.modality,
    weight: attributes.weight,
    sources: attributes.sources,
    articles: attributes.articles,
    confidence: attributes.confidence,
    ...(attributes.firstDate !== undefined && { firstDate: attributes.firstDate }),
    ...(attributes.lastDate !== undefined && { lastDate: attributes.lastDate }),
    ...(attributes.tone !== undefined && { tone: attributes.tone }),
    evidence: () => evidenceOf(graph, attributes, view.test),
  };
}

/** The statements of an edge with their articles, oldest first. */
export function evidenceOf(
  graph: RelationGraph,
  attributes: EdgeAttributes,
  test?: StatementTest,
): readonly EvidenceRecord[] {
  const statements = test === undefined ? attributes.statements : attributes.statements.filter(test);
  return statements
    .map(statement => evidenceRecord(graph, statement))
    .sort((a, b) => compare(dateOf(a), dateOf(b)) || compare(a.id, b.id));
}

export function evidenceRecord(graph: RelationGraph, statement: EdgeStatement): EvidenceRecord {
  const { attribution } = statement;
  const articles = graph.getAttribute('articles');
  // Articles are keyed by ids that users choose; `__proto__` must not find the prototype.
  const article = Object.hasOwn(articles, statement.article) ? articles[statement.article] : undefined;
  return {
    id: statement.id,
    text: statement.evidence.map(sentence => sentence.text).join(' … '),
    sentences: statement.evidence,
    modality: statement.modality,
    ...(statement.time !== undefined && { time: statement.time }),
    ...(statement.partialTime !== undefined && { partialTime: statement.partialTime }),
    ...(attribution !== undefined && {
      attribution: graph.hasNode(attribution) ? entityRef(graph, attribution) : attribution,
    }),
    ...(statement.office !== undefined && { office: statement.office }),
    confidence: statement.confidence,
    rule: statement.rule,
    article: { id: statement.article, title: '', ...article },
  };
}

/** A statement's own time, else its article's date. */
export function statementDate(graph: RelationGraph, statement: EdgeStatement): string | undefined {
  if (statement.time !== undefined) return statement.time;
  const articles = graph.getAttribute('articles');
  return Object.hasOwn(articles, statement.article) ? articles[statement.article]?.date : undefined;
}

/** Best backed first: by independent texts, statements, confidence; then by key, so that ties never dance. */
export function byStrength(a: Relation, b: Relation): number {
  return b.sources - a.sources || b.weight - a.weight || b.confidence - a.confidence || compare(a.id, b.id);
}

function dateOf(record: EvidenceRecord): string {
  return record.time ?? record.article.date ?? '\uffff';
}
