import type { Exporter, ExportOptions } from '../../src/export/exporter.js';
import type { RelationGraph } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';

const schema = loadSchema();

/** All that an exporter writes, one text a file. */
export function collect(exporter: Exporter, graph: RelationGraph, options: ExportOptions = {}): string[] {
  return exporter
    .files(graph, schema, options)
    .map(({ chunks }) => [...(chunks as Iterable<string>)].join(''));
}

/** What an exporter of one file writes. */
export function collectOne(exporter: Exporter, graph: RelationGraph, options: ExportOptions = {}): string {
  const [text = ''] = collect(exporter, graph, options);
  return text;
}
