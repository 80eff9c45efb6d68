/** Puts nodes and statements together as the graph stage does, so that tests can write them in a line each. */
import { MultiDirectedGraph } from 'graphology';
import type {
  ArticleRecord,
  EdgeAttributes,
  EdgeStatement,
  Modality,
  NodeAttributes,
  Polarity,
  RelationGraph,
} from '../../../src/model.js';
import { relationTypes } from './schema.js';

export type NodeSpec = Partial<NodeAttributes> & Pick<NodeAttributes, 'label' | 'labelEn' | 'type'>;

export interface StatementSpec {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly article: string;
  readonly text: string;
  /** The words of the sentence to mark. */
  readonly marks?: readonly [subject: string, predicate: string, object: string];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly time?: string;
  readonly attribution?: string;
  readonly office?: { readonly ar: string; readonly en: string };
  readonly confidence?: number;
  readonly start?: number;
}

export function buildGraph(
  nodes: Readonly<Record<string, NodeSpec>>,
  articles: Readonly<Record<string, ArticleRecord>>,
  statements: readonly StatementSpec[],
): RelationGraph {
  const graph: RelationGraph = new MultiDirectedGraph();
  graph.setAttribute('format', 'rawabit-graph');
  graph.setAttribute('version', 1);
  graph.setAttribute('articles', { ...articles });
  for (const [id, node] of Object.entries(nodes)) graph.addNode(id, completeNode(node));
  for (const statement of statements) addStatement(graph, articles, statement);
  for (const id of graph.nodes()) graph.setNodeAttribute(id, 'degree', graph.degree(id));
  return graph;
}

function completeNode(node: NodeSpec): NodeAttributes {
  const defaults = {
    aliases: [],
    known: true,
    mentions: 1,
    articles: 1,
    degree: 0,
    pagerank: 0.01,
    community: 0,
  };
  return { ...defaults, x: 0, y: 0, size: 6, color: '#888888', ...node };
}

function addStatement(
  graph: RelationGraph,
  articles: Readonly<Record<string, ArticleRecord>>,
  spec: StatementSpec,
) {
  const polarity = spec.polarity ?? 'affirmed';
  const key = `${spec.subject} ${spec.type} ${spec.object}${polarity === 'negated' ? ' not' : ''}`;
  const statement = edgeStatement(spec);
  const date = (spec.time ?? articles[spec.article]?.date ?? '').split('/')[0];
  if (!graph.hasEdge(key)) {
    graph.addDirectedEdgeWithKey(key, spec.subject, spec.object, newEdge(spec.type, polarity, statement));
  }
  const edge = graph.getEdgeAttributes(key);
  const all = [...edge.statements, statement];
  const order: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];
  const modality = order.find(kind => all.some(one => one.modality === kind)) ?? 'actual';
  graph.mergeEdgeAttributes(key, {
    statements: all,
    weight: all.length,
    sources: new Set(all.map(one => one.evidence[0]?.text)).size,
    articles: new Set(all.map(one => one.article)).size,
    confidence: 1 - all.reduce((product, one) => product * (1 - one.confidence), 1),
    modality,
    ...(date ? { firstDate: min(edge.firstDate, date), lastDate: max(edge.lastDate, date) } : {}),
  });
}

function newEdge(type: string, polarity: Polarity, statement: EdgeStatement): EdgeAttributes {
  const definition = relationTypes.find(one => one.type === type);
  return {
    type,
    label: definition?.label.ar ?? type,
    labelEn: definition?.label.en ?? type,
    symmetric: definition?.symmetric ?? false,
    polarity,
    modality: statement.modality,
    weight: 0,
    sources: 0,
    articles: 0,
    confidence: 0,
    ...(definition?.score === undefined ? {} : { tone: definition.score }),
    statements: [],
  };
}

function edgeStatement(spec: StatementSpec): EdgeStatement {
  const start = spec.start ?? 40;
  const span = (words: string | undefined) => {
    const at = words === undefined ? -1 : spec.text.indexOf(words);
    return at < 0 || words === undefined ? undefined : { start: start + at, end: start + at + words.length };
  };
  const [subject, predicate, object] = [span(spec.marks?.[0]), span(spec.marks?.[1]), span(spec.marks?.[2])];
  return {
    id: `${spec.article}:${spec.subject}:${spec.type}:${spec.object}:${spec.polarity ?? ''}:${spec.text.length}`,
    modality: spec.modality ?? 'actual',
    ...(spec.time === undefined ? {} : { time: spec.time }),
    ...(spec.attribution === undefined ? {} : { attribution: spec.attribution }),
    ...(spec.office === undefined ? {} : { office: spec.office }),
    confidence: spec.confidence ?? 0.85,
    rule: 'verb-frame',
    article: spec.article,
    evidence: [
      {
        start,
        end: start + spec.text.length,
        text: spec.text,
        ...(subject === undefined ? {} : { subject }),
        ...(object === undefined ? {} : { object }),
        ...(predicate === undefined ? {} : { predicate }),
      },
    ],
  };
}

const min = (a: string | undefined, b: string) => (a === undefined || b < a ? b : a);
const max = (a: string | undefined, b: string) => (a === undefined || b > a ? b : a);
