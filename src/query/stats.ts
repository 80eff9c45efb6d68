import type { Modality, Polarity, RelationGraph } from '../model.js';
import type { Statistics } from './types.js';

/** Counts what a graph holds. */
export function statistics(graph: RelationGraph): Statistics {
  const entitiesByType = new Map<string, number>();
  graph.forEachNode((_, { type }) => count(entitiesByType, type));

  const relationsByType = new Map<string, number>();
  const relationsByPolarity: Record<Polarity, number> = { affirmed: 0, negated: 0 };
  const relationsByModality: Record<Modality, number> = { actual: 0, planned: 0, alleged: 0, past: 0 };
  let statements = 0;
  let [first, last] = ['\uffff', ''];
  graph.forEachEdge((_, edge) => {
    count(relationsByType, edge.type);
    relationsByPolarity[edge.polarity] += 1;
    relationsByModality[edge.modality] += 1;
    statements += edge.statements.length;
    if (edge.firstDate !== undefined && edge.firstDate < first) first = edge.firstDate;
    if (edge.lastDate !== undefined && edge.lastDate > last) last = edge.lastDate;
  });

  const articles = Object.values(graph.getAttribute('articles'));
  const articlesBySource = new Map<string, number>();
  for (const { source } of articles) if (source !== undefined) count(articlesBySource, source);

  return {
    entities: graph.order,
    relations: graph.size,
    statements,
    articles: articles.length,
    ...(last !== '' && { firstDate: first, lastDate: last }),
    entitiesByType: largestFirst(entitiesByType),
    relationsByType: largestFirst(relationsByType),
    relationsByPolarity,
    relationsByModality,
    articlesBySource: largestFirst(articlesBySource),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function largestFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
