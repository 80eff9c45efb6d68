import { linesBeforeEdges, linesFromEdges, serializeGraph } from '../graph/serialize.js';
import type { RelationGraph } from '../model.js';
import type { Exporter } from './exporter.js';

/** `graph.json`, the canonical file: graphology's own serialization. */
export const json: Exporter = {
  name: 'json',
  describe: 'graphology JSON, the canonical file from which all others are made',
  loses: [],
  files: (graph, _, { placed } = {}) => [
    placed
      ? { suffix: '.json', chunks: placedLater(graph, placed), waits: true }
      : { suffix: '.json', chunks: serializeGraph(graph) },
  ],
};

/** Bytes of edges that are made while the positions of the nodes are awaited: more would take too much memory. */
const AHEAD = 160 << 20;
const BLOCK = 1 << 20;

/** The same, of which the edges are made first, as the nodes have no positions yet. */
async function* placedLater(graph: RelationGraph, placed: Promise<unknown>): AsyncIterable<Uint8Array> {
  const edges = blocksOf(linesFromEdges(graph));
  const ahead: Uint8Array[] = [];
  for (let bytes = 0; bytes < AHEAD; ) {
    const { value } = edges.next();
    if (!value) break;
    ahead.push(value);
    bytes += value.length;
  }
  await placed;
  yield* blocksOf(linesBeforeEdges(graph));
  yield* ahead;
  yield* edges;
}

/** Lines joined and encoded. */
function* blocksOf(lines: Iterable<string>): Generator<Uint8Array, void> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < BLOCK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
