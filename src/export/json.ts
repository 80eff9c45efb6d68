import { serializeGraph } from '../graph/serialize.js';
import type { Exporter } from './exporter.js';

/** `graph.json`, the canonical file: graphology's own serialization. */
export const json: Exporter = {
  name: 'json',
  describe: 'graphology JSON, the canonical file from which all others are made',
  loses: [],
  files: graph => [{ suffix: '.json', chunks: serializeGraph(graph) }],
};
