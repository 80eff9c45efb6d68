import { MultiDirectedGraph } from 'graphology';
import type {
  ArticleRecord,
  EdgeAttributes,
  GraphAttributes,
  NodeAttributes,
  RelationGraph,
} from '../model.js';

/** An empty knowledge graph with the articles behind it. */
export function createGraph(articles: Record<string, ArticleRecord> = {}): RelationGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  const date = Object.values(articles).reduce<string | undefined>(
    (newest, article) =>
      article.date !== undefined && article.date > (newest ?? '') ? article.date : newest,
    undefined,
  );
  graph.replaceAttributes({
    format: 'rawabit-graph',
    version: 1,
    articles,
    ...(date !== undefined && { date }),
  });
  return graph;
}
