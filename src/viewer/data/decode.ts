/** Reads the page's data into the shape that everything else works on. */
import {
  type EdgeRow,
  MODALITIES,
  type NodeRow,
  type Payload,
  type StatementRow,
} from '../../export/html-rows.js';
import { dayRange, NO_DAY } from './days.js';
import type {
  ArticleItem,
  Data,
  EdgeItem,
  EvidenceItem,
  MarkedSpan,
  NodeItem,
  StatementColumns,
} from './model.js';

export function decode(payload: Payload): Data {
  const nodes = payload.nodes.map(nodeItem);
  const rows: StatementRow[] = [];
  const edges = payload.edges.map((row, index) => {
    const from = rows.length;
    for (const statement of row[11]) rows.push(statement);
    return edgeItem(payload, row, index, from, rows.length);
  });
  const edgesAt: number[][] = nodes.map(() => []);
  for (const edge of edges) {
    edgesAt[edge.source]?.push(edge.index);
    if (edge.target !== edge.source) edgesAt[edge.target]?.push(edge.index);
  }
  const columns = statementColumns(payload, edges, rows);
  const articles: (ArticleItem | undefined)[] = [];
  const data: Data = {
    title: payload.title,
    nodeTypes: payload.nodeTypes,
    relationTypes: payload.relationTypes,
    groups: [...new Set(payload.relationTypes.map(definition => definition.group))],
    sources: payload.sources,
    nodes,
    edges,
    edgesAt,
    nodeById: new Map(nodes.map(node => [node.id, node])),
    edgeByKey: new Map(edges.map(edge => [edge.key, edge])),
    columns,
    articles: payload.articles,
    total: payload.total,
    left: payload.left,
    flags: payload.flags,
    span: spanOf(columns),
    statement: index => statementItem(payload, data, rows, index),
    article: index => {
      articles[index] ??= articleItem(payload, index);
      return articles[index];
    },
    row: index => rows[index] as StatementRow,
  };
  return data;
}

function nodeItem(row: NodeRow, index: number): NodeItem {
  return {
    index,
    id: row[0],
    label: row[1],
    labelEn: row[2],
    type: row[3],
    subtype: row[4] || undefined,
    aliases: row[5],
    iso: row[6] || undefined,
    coordinates: row[7] || undefined,
    country: row[8] || undefined,
    known: (row[9] & 1) !== 0,
    unnamed: (row[9] & 2) !== 0,
    mentions: row[10],
    articles: row[11],
    first: row[12] || undefined,
    last: row[13] || undefined,
    degree: row[14],
    pagerank: row[15],
    community: row[16],
    x: row[17],
    y: row[18],
    size: row[19],
    wikidata: row[20] || undefined,
  };
}

function edgeItem(payload: Payload, row: EdgeRow, index: number, from: number, to: number): EdgeItem {
  const [source, target, type, negated, weight, sources, articles, confidence, modality, first, last] = row;
  const ends = [payload.nodes[source]?.[0], payload.relationTypes[type]?.type, payload.nodes[target]?.[0]];
  return {
    index,
    key: `${ends.join(' ')}${negated ? ' not' : ''}`,
    source,
    target,
    type,
    negated: negated === 1,
    weight,
    sources,
    articles,
    confidence: confidence / 100,
    modality,
    first: first || undefined,
    last: last || undefined,
    from,
    to,
    strength: (sources * confidence) / 100 + weight / 1000,
  };
}

function statementColumns(
  payload: Payload,
  edges: readonly EdgeItem[],
  rows: readonly StatementRow[],
): StatementColumns {
  const count = rows.length;
  const columns = {
    count,
    edge: new Int32Array(count),
    modality: new Uint8Array(count),
    confidence: new Uint8Array(count),
    source: new Int32Array(count),
    firstDay: new Int32Array(count),
    lastDay: new Int32Array(count),
  };
  for (const edge of edges) columns.edge.fill(edge.index, edge.from, edge.to);
  rows.forEach((row, index) => {
    const article = payload.articles[row[0]];
    const [first, last] = dayRange(row[3] || article?.[2] || undefined);
    columns.modality[index] = row[1];
    columns.confidence[index] = row[2];
    columns.source[index] = article?.[3] ?? -1;
    columns.firstDay[index] = first;
    columns.lastDay[index] = last;
  });
  return columns;
}

function spanOf(columns: StatementColumns): readonly [number, number] | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < columns.count; index++) {
    const [from, to] = [columns.firstDay[index] ?? NO_DAY, columns.lastDay[index] ?? NO_DAY];
    if (from === NO_DAY) continue;
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return first <= last ? [first, last] : undefined;
}

function statementItem(payload: Payload, data: Data, rows: readonly StatementRow[], index: number) {
  const row = rows[index];
  const edge = data.edges[data.columns.edge[index] ?? -1];
  if (row === undefined || edge === undefined) throw new RangeError(`no statement ${index}`);
  const [article, modality, confidence, time, attribution, office, rule, id, evidence] = row;
  return {
    index,
    id,
    edge,
    article: data.article(article),
    modality: MODALITIES[modality] ?? 'actual',
    confidence: confidence / 100,
    time: time || undefined,
    attribution: typeof attribution === 'string' ? attribution : data.nodes[attribution],
    office: office || undefined,
    rule: payload.rules[rule] ?? '',
    evidence: evidence.map((one): EvidenceItem => {
      const [text, start] = payload.sentences[one[0]] ?? ['', 0];
      return { text, start, marks: one[1] === 0 ? [] : marksOf(one[1], text.length) };
    }),
  };
}

function marksOf(places: readonly number[], length: number): MarkedSpan[] {
  const spans = (['subject', 'object', 'predicate'] as const).map((role, index) => ({
    role,
    start: places[2 * index] ?? -1,
    end: places[2 * index + 1] ?? -1,
  }));
  return spans.filter(({ start, end }) => start >= 0 && end > start && end <= length);
}

function articleItem(payload: Payload, index: number): ArticleItem {
  const row = payload.articles[index];
  if (row === undefined) throw new RangeError(`no article ${index}`);
  const [id, title, date, source, url, copies] = row;
  return {
    index,
    id,
    title,
    date: date || undefined,
    source: payload.sources[source],
    url: safeLink(url || undefined),
    copies,
  };
}

/** Only the web's own addresses may be followed; `javascript:` and its like are dropped. */
export function safeLink(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
