/** Knowledge graph -> files, one file a format. */
import { basename, join } from 'node:path';
import { UserError } from '../errors.js';
import type { RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import { csv } from './csv.js';
import { cypher } from './cypher.js';
import { cytoscape } from './cytoscape.js';
import { dot } from './dot.js';
import type { Exporter, ExportOptions } from './exporter.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { html } from './html.js';
import { json } from './json.js';
import { d3, nodeLink } from './node-link.js';
import { nquads, turtle } from './rdf/index.js';
import { writeAtomically } from './write.js';

export type { Chunks, Exporter, ExportFile, ExportOptions } from './exporter.js';
export { type QuadOptions, quads } from './rdf/quads.js';
export { writeAtomically } from './write.js';

const page: Exporter = {
  name: 'html',
  describe: 'the interactive page, one file that opens from disk without a network',
  loses: ['statements and sentences beyond the limits of the page (it says which)'],
  files: (graph, schema, { title, placed }) => [
    {
      suffix: '.html',
      chunks: html(graph, schema, {
        ...(title !== undefined && { title }),
        ...(placed !== undefined && { placed }),
      }),
      waits: true,
    },
  ],
};

/** All exporters, in the order in which they are listed to the user. */
export const EXPORTERS: readonly Exporter[] = [
  json,
  gexf,
  page,
  graphml,
  nodeLink,
  d3,
  cytoscape,
  csv,
  cypher,
  dot,
  turtle,
  nquads,
];

/** The exporter of that name. Throws a usage {@link UserError} that lists the names where there is none. */
export function exporterNamed(name: string): Exporter {
  const exporter = EXPORTERS.find(one => one.name === name.toLowerCase());
  if (exporter) return exporter;
  const known = EXPORTERS.map(one => one.name).join(', ');
  throw new UserError(`Unknown format "${name}". Formats: ${known}.`, { usage: true });
}

/** The exporters of a comma-separated list, each once. */
export function exportersNamed(list: string): readonly Exporter[] {
  return [...new Set(list.split(',').map(name => exporterNamed(name.trim())))];
}

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly exporter: Exporter;
}

/** Writes the graph in each of the formats to `folder/name.suffix`. Each file is put in place when it is whole. */
export async function exportGraph(
  graph: RelationGraph,
  schema: Schema,
  exporters: readonly Exporter[],
  { folder, name = 'graph', ...options }: ExportOptions & { readonly folder: string; readonly name?: string },
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const exporter of exporters) {
    for (const { suffix, chunks } of exporter.files(graph, schema, options)) {
      const path = join(folder, `${basename(name)}${suffix}`);
      written.push({ path, bytes: await writeAtomically(path, chunks), exporter });
    }
  }
  return written;
}
