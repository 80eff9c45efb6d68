/** A part of a graph as a graph of its own. */
import type { ArticleRecord, RelationGraph } from '../model.js';

/** Copies some nodes, the given edges between them, and the articles that those edges cite. */
export function copyPart(
  graph: RelationGraph,
  nodes: ReadonlySet<string>,
  edges: Iterable<string>,
): RelationGraph {
  const part = graph.nullCopy() as RelationGraph;
  const articles = graph.getAttribute('articles');
  const cited = new Map<string, ArticleRecord>();
  // In the order of the whole graph, so that the same part is always the same file.
  graph.forEachNode((id, attributes) => {
    if (nodes.has(id)) part.addNode(id, { ...attributes });
  });
  for (const edge of edges) {
    const [source, target] = graph.extremities(edge);
    if (!nodes.has(source) || !nodes.has(target)) continue;
    const attributes = graph.getEdgeAttributes(edge);
    part.addDirectedEdgeWithKey(edge, source, target, { ...attributes });
    for (const { article } of attributes.statements) {
      const record = Object.hasOwn(articles, article) ? articles[article] : undefined;
      if (record !== undefined) cited.set(article, record);
    }
  }
  part.updateEachNodeAttributes((id, attributes) => ({ ...attributes, degree: part.degree(id) }));
  const newest = [...cited.values()]
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  part.replaceAttributes({
    format: 'rawabit-graph',
    version: 1,
    articles: Object.fromEntries(cited),
    ...(newest !== undefined && { date: newest }),
  });
  return part;
}

/** The nodes within so many steps of one, over the given edges. */
export function nodesAround(
  graph: RelationGraph,
  centre: string,
  steps: number,
  edges: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set([centre]);
  let frontier = [centre];
  for (let step = 0; step < steps && frontier.length > 0; step++) {
    const next: string[] = [];
    for (const id of frontier) {
      for (const { edge, source, target } of graph.edgeEntries(id)) {
        const other = source === id ? target : source;
        if (!edges.has(edge) || found.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    }
    frontier = next;
  }
  return found;
}
