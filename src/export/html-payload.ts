/**
 * What the page carries of a graph, written compactly: rows instead of objects, every article, source and
 * sentence once, statements pointing at them by number.
 */
import type { Bilingual, EdgeStatement, Evidence, Modality, RelationGraph } from '../model.js';
import type { NodeTypeDefinition, RelationTypeDefinition, Schema } from '../schema/types.js';
import { type Kept, keepStrongest, type PageLimits } from './html-limits.js';

/** `0` stands for an absent text. */
type Maybe<T> = T | 0;

export type ArticleRow = readonly [
  id: string,
  title: string,
  date: Maybe<string>,
  source: number,
  url: Maybe<string>,
  copies: number,
];

export type NodeRow = readonly [
  id: string,
  label: string,
  labelEn: string,
  type: number,
  subtype: Maybe<string>,
  aliases: readonly string[],
  iso: Maybe<string>,
  coordinates: Maybe<readonly [latitude: number, longitude: number]>,
  country: Maybe<string>,
  /** 1: known to the gazetteer, 2: without a name of its own. */
  flags: number,
  mentions: number,
  articles: number,
  firstDate: Maybe<string>,
  lastDate: Maybe<string>,
  degree: number,
  pagerank: number,
  community: number,
  x: number,
  y: number,
  size: number,
  wikidata: Maybe<string>,
];

/** Number of the sentence and the places of its parts. */
export type EvidenceRow = readonly [sentence: number, marks: Maybe<Marks>];

/** Offsets inside the sentence: subject start, end, object start, end, predicate start, end; -1 where unknown. */
export type Marks = readonly [number, number, number, number, number, number];

export type StatementRow = readonly [
  article: number,
  modality: number,
  /** In hundredths. */
  confidence: number,
  time: Maybe<string>,
  /** A node's number, the article's own words, or -1. */
  attribution: number | string,
  office: Maybe<Bilingual>,
  rule: number,
  id: string,
  evidence: readonly EvidenceRow[],
];

export type EdgeRow = readonly [
  source: number,
  target: number,
  type: number,
  negated: 0 | 1,
  weight: number,
  sources: number,
  articles: number,
  confidence: number,
  modality: number,
  firstDate: Maybe<string>,
  lastDate: Maybe<string>,
  statements: readonly StatementRow[],
];

export const MODALITIES: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];

/** What was too much for one page. */
export interface LeftOut {
  readonly nodes: number;
  readonly edges: number;
  readonly statements: number;
}

export interface Payload {
  readonly title: string;
  readonly nodeTypes: readonly NodeTypeDefinition[];
  readonly relationTypes: readonly RelationTypeDefinition[];
  readonly sources: readonly string[];
  readonly rules: readonly string[];
  readonly articles: readonly ArticleRow[];
  /** Sentence and its start in the article. */
  readonly sentences: readonly (readonly [text: string, start: number])[];
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  /** Size of the whole graph. */
  readonly total: LeftOut;
  readonly left: LeftOut;
  /** SVG bodies of round flags by ISO code, on a canvas of 512 by 512. */
  readonly flags: Readonly<Record<string, string>>;
}

/** The longest texts that the page carries, in UTF-16 units. Nobody reads a longer one in a panel. */
const LONGEST = { name: 160, title: 400, sentence: 1600, url: 2000 };

/** Writes a graph as the page's data. Pure; the order of nodes, edges and articles follows the graph. */
export function payload(
  graph: RelationGraph,
  schema: Schema,
  options: { readonly title: string; readonly limits: PageLimits },
): Payload {
  const kept = keepStrongest(graph, options.limits);
  const tables = newTables(graph);
  const nodeNumber = new Map(kept.nodes.map((key, index) => [key, index] as const));
  const nodeTypes = usedNodeTypes(graph, schema);
  const relationTypes = usedRelationTypes(graph, schema);
  const typeNumber = new Map(nodeTypes.map((definition, index) => [definition.type, index] as const));
  const relationNumber = new Map(relationTypes.map((definition, index) => [definition.type, index] as const));
  const nodes = kept.nodes.map(key => nodeRow(graph, key, typeNumber));
  const edges = kept.edges.map(key => edgeRow(graph, key, kept, nodeNumber, relationNumber, tables));
  return {
    title: clip(options.title, LONGEST.title),
    nodeTypes,
    relationTypes,
    sources: tables.sources.values,
    rules: tables.rules.values,
    articles: tables.articles,
    sentences: tables.sentences,
    nodes,
    edges,
    total: kept.total,
    left: kept.left,
    flags: {},
  };
}

// ---------------------------------------------------------------- rows

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
  const marks = [evidence.subject, evidence.object, evidence.predicate].flatMap(span =>
    span === undefined
      ? [-1, -1]
      : [span.start - evidence.start - window.start, span.end - evidence.start - window.start],
  ) as unknown as Marks;
  const text = evidence.text.slice(window.start, window.end);
  return [
    tables.sentence(article, evidence.start + window.start, text),
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

// ---------------------------------------------------------------- shared tables

interface Numbered {
  readonly values: string[];
  number(value: string): number;
}

interface Tables {
  readonly sources: Numbered;
  readonly rules: Numbered;
  readonly articles: ArticleRow[];
  readonly sentences: (readonly [string, number])[];
  article(id: string): number;
  sentence(article: number, start: number, text: string): number;
}

function numbered(): Numbered {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    number(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

function newTables(graph: RelationGraph): Tables {
  const sources = numbered();
  const records = graph.getAttribute('articles') ?? {};
  const articles: ArticleRow[] = [];
  const articleKeys = numbered();
  const sentences: (readonly [string, number])[] = [];
  const sentenceKeys = numbered();
  return {
    sources,
    rules: numbered(),
    articles,
    sentences,
    article(id) {
      const number = articleKeys.number(id);
      if (number < articles.length) return number;
      const record = Object.hasOwn(records, id) ? records[id] : undefined;
      articles.push([
        id,
        clip(record?.title ?? id, LONGEST.title),
        record?.date ?? 0,
        record?.source === undefined ? -1 : sources.number(clip(record.source, LONGEST.name)),
        record?.url !== undefined && record.url.length <= LONGEST.url ? record.url : 0,
        record?.copies?.length ?? 0,
      ]);
      return number;
    },
    sentence(article, start, text) {
      const number = sentenceKeys.number(`${article} ${start} ${text}`);
      if (number === sentences.length) sentences.push([text, start]);
      return number;
    },
  };
}

// ---------------------------------------------------------------- schema

/** The schema's node types that the graph uses, and a plain definition for one that the schema lacks. */
function usedNodeTypes(graph: RelationGraph, schema: Schema): NodeTypeDefinition[] {
  const used = new Set(graph.mapNodes((_key, node) => node.type));
  const defined = schema.nodeTypes.filter(definition => used.delete(definition.type));
  const color = { light: '#6b7280', dark: '#9ca3af' };
  const others = [...used].sort().map(type => {
    const label = { ar: type, en: type };
    return { type, label, plural: label, color, subtypes: [] };
  });
  return [...defined, ...others];
}

function usedRelationTypes(graph: RelationGraph, schema: Schema): RelationTypeDefinition[] {
  const used = new Map(graph.mapEdges((_key, edge) => [edge.type, edge] as const));
  const defined = schema.relationTypes.filter(definition => used.delete(definition.type));
  const others = [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, edge]): RelationTypeDefinition => {
      const label = { ar: edge.label, en: edge.labelEn };
      const symmetric = edge.symmetric;
      return { type, kind: 'state', from: [], to: [], symmetric, label, meaning: label, group: 'other' };
    });
  return [...defined, ...others];
}

// ---------------------------------------------------------------- small helpers

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Number.isFinite(value) ? Math.round(value * factor) / factor : 0;
}
