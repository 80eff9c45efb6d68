import { readGraph } from '../graph/read.js';
import { KnowledgeGraph, type KnowledgeGraphOptions } from './knowledge-graph.js';

/**
 * Opens a `graph.json` to ask it questions. `schema` is needed only for a graph built with one of your own.
 * Throws a {@link UserError} that names what is wrong with the file.
 */
export async function openGraph(file: string, options: KnowledgeGraphOptions = {}): Promise<KnowledgeGraph> {
  return new KnowledgeGraph(await readGraph(file), options);
}
