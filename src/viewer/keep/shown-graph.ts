/** What is shown, as a graph of the same shape as `graph.json`, so that the exporters of the program can write it. */
import { MultiDirectedGraph } from 'graphology';
import { MODALITIES } from '../../export/html-rows.js';
import type { ArticleRecord, EdgeStatement, Evidence, NodeAttributes, RelationGraph } from '../../model.js';
import type { Visible } from '../data/filters.js';
import type { Data, EdgeItem, EvidenceItem, NodeItem, StatementItem } from '../data/model.js';
import { safeColor } from '../draw/palette.js';

export function shownGraph(data: Data, seen: Visible): RelationGraph {
  const graph: RelationGraph = new MultiDirectedGraph();
  const articles: Record<string, ArticleRecord> = {};
  for (const node of data.nodes)
    if (seen.nodes[node.index]) graph.addNode(node.id, nodeAttributes(data, node));
  for (const edge of data.edges) {
    const [source, target] = [data.nodes[edge.source]?.id ?? '', data.nodes[edge.target]?.id ?? ''];
    if (!seen.edges[edge.index] || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    const statements = shownStatements(data, seen, edge);
    for (const { article } of statements) articles[article.id] = articleRecord(data, article.index);
    addEdge(data, graph, edge, source, target, statements.map(edgeStatement));
  }
  graph.replaceAttributes({ format: 'rawabit-graph', version: 1, articles });
  for (const id of graph.nodes()) graph.setNodeAttribute(id, 'degree', graph.degree(id));
  return graph;
}

function nodeAttributes(data: Data, node: NodeItem): NodeAttributes {
  const definition = data.nodeTypes[node.type];
  return {
    label: node.label,
    labelEn: node.labelEn,
    type: definition?.type ?? '',
    aliases: node.aliases,
    known: node.known,
    mentions: node.mentions,
    articles: node.articles,
    degree: node.degree,
    pagerank: node.pagerank,
    community: node.community,
    x: node.x,
    y: node.y,
    size: node.size,
    color: safeColor(definition?.color.light, '#6b7280'),
    ...(node.subtype === undefined ? {} : { subtype: node.subtype }),
    ...(node.iso === undefined ? {} : { iso: node.iso }),
    ...(node.wikidata === undefined ? {} : { wikidata: node.wikidata }),
    ...(node.coordinates ? { latitude: node.coordinates[0], longitude: node.coordinates[1] } : {}),
    ...(node.country === undefined ? {} : { country: node.country }),
    ...(node.unnamed ? { named: false as const } : {}),
    ...(node.first === undefined ? {} : { firstDate: node.first }),
    ...(node.last === undefined ? {} : { lastDate: node.last }),
  };
}

function shownStatements(data: Data, seen: Visible, edge: EdgeItem): StatementItem[] {
  const numbers = Array.from({ length: edge.to - edge.from }, (_, place) => edge.from + place);
  return numbers.filter(number => seen.statements[number]).map(number => data.statement(number));
}

function addEdge(
  data: Data,
  graph: RelationGraph,
  edge: EdgeItem,
  source: string,
  target: string,
  statements: readonly EdgeStatement[],
): void {
  const definition = data.relationTypes[edge.type];
  graph.addDirectedEdgeWithKey(edge.key, source, target, {
    type: definition?.type ?? '',
    label: definition?.label.ar ?? '',
    labelEn: definition?.label.en ?? '',
    symmetric: definition?.symmetric ?? false,
    polarity: edge.negated ? 'negated' : 'affirmed',
    modality: MODALITIES[edge.modality] ?? 'actual',
    weight: statements.length,
    sources: Math.min(edge.sources, statements.length),
    articles: new Set(statements.map(statement => statement.article)).size,
    confidence: edge.confidence,
    ...(edge.first === undefined ? {} : { firstDate: edge.first }),
    ...(edge.last === undefined ? {} : { lastDate: edge.last }),
    ...(definition?.score === undefined ? {} : { tone: definition.score }),
    statements,
  });
}

function edgeStatement(item: StatementItem): EdgeStatement {
  const { attribution } = item;
  return {
    id: item.id,
    modality: item.modality,
    confidence: item.confidence,
    rule: item.rule,
    article: item.article.id,
    ...(item.time === undefined ? {} : { time: item.time }),
    ...(attribution === undefined
      ? {}
      : { attribution: typeof attribution === 'string' ? attribution : attribution.id }),
    ...(item.office === undefined ? {} : { office: item.office }),
    evidence: item.evidence.map(evidenceOf),
  };
}

function evidenceOf(item: EvidenceItem): Evidence {
  const spans = Object.fromEntries(
    item.marks.map(({ role, start, end }) => [role, { start: item.start + start, end: item.start + end }]),
  );
  return { start: item.start, end: item.start + item.text.length, text: item.text, ...spans };
}

function articleRecord(data: Data, index: number): ArticleRecord {
  const { title, date, source, url } = data.article(index);
  return {
    title,
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  };
}
