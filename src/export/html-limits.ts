/** Chooses what a page can carry: a browser opens a strong core at once, and chokes on a million ties. */
import type { EdgeAttributes, EdgeStatement, RelationGraph } from '../model.js';

export interface PageLimits {
  readonly nodes: number;
  readonly edges: number;
  /** Of one edge. */
  readonly statements: number;
}

/** 5,000 nodes and 40,000 edges open in a few seconds; this is a little above. */
export const PAGE_LIMITS: PageLimits = { nodes: 8000, edges: 50_000, statements: 40 };

interface Size {
  readonly nodes: number;
  readonly edges: number;
  readonly statements: number;
}

export interface Kept {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly total: Size;
  readonly left: Size;
  /** The statements of a kept edge that the page carries: the surest, in their own order. */
  statements(key: string, all: readonly EdgeStatement[]): readonly EdgeStatement[];
}

/** Keeps the most important nodes and the strongest edges between them, in the order of the graph. */
export function keepStrongest(graph: RelationGraph, limits: PageLimits): Kept {
  const rank = (key: string) => graph.getNodeAttribute(key, 'pagerank');
  const nodes = strongest(graph.nodes(), limits.nodes, rank);
  const known = new Set(nodes);
  const inside = graph.filterEdges((_key, _edge, source, target) => known.has(source) && known.has(target));
  const edges = strongest(inside, limits.edges, key => strength(graph.getEdgeAttributes(key)));
  const statements = (keys: readonly string[]) =>
    keys.reduce((sum, key) => sum + graph.getEdgeAttribute(key, 'statements').length, 0);
  const carried = edges.reduce(
    (sum, key) => sum + Math.min(limits.statements, graph.getEdgeAttribute(key, 'statements').length),
    0,
  );
  const total = { nodes: graph.order, edges: graph.size, statements: statements(graph.edges()) };
  return {
    nodes,
    edges,
    total,
    left: {
      nodes: total.nodes - nodes.length,
      edges: total.edges - edges.length,
      statements: total.statements - carried,
    },
    statements: (_key, all) => strongest(all, limits.statements, statement => statement.confidence),
  };
}

/** How much stands behind an edge: independent texts count most, then how sure they are. */
export function strength(edge: Pick<EdgeAttributes, 'sources' | 'confidence' | 'weight'>): number {
  return edge.sources * edge.confidence + edge.weight / 1000;
}

function strongest<T>(items: readonly T[], count: number, score: (item: T) => number): readonly T[] {
  if (items.length <= count) return items;
  const ranked = items.map((item, index) => ({ index, score: score(item) }));
  ranked.sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen = new Set(ranked.slice(0, count).map(({ index }) => index));
  return items.filter((_item, index) => chosen.has(index));
}
