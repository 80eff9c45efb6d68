import { basename, dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { EXPORTERS, exportersNamed, exportGraph } from '../export/index.js';
import { readGraph } from '../graph/read.js';
import { loadSchema } from '../schema/index.js';
import { schemaOption } from './options.js';

interface Options {
  readonly format: string;
  readonly output?: string;
  readonly gexfVersion: '1.2' | '1.3';
  readonly rdf12?: boolean;
  readonly title?: string;
  readonly schema?: string;
  readonly quiet?: boolean;
}

/** `rawabit export`: a graph that was built, in the formats of other tools. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write a graph for Gephi, networkx, igraph, Neo4j, Graphviz, spreadsheets, RDF stores …')
    .argument('<graph>', 'graph.json, as rawabit build wrote it')
    .requiredOption('-f, --format <names>', 'one or more formats, with commas')
    .option('-o, --output <dir>', 'where to write (default: beside the graph)')
    .addOption(
      new Option('--gexf-version <version>', '1.2 for networkx before 3.6 and other older readers')
        .choices(['1.2', '1.3'])
        .default('1.3'),
    )
    .option('--rdf12', 'say with triple terms of RDF 1.2 which triple a fact is about')
    .option('--title <text>', 'the title of the page')
    .addOption(schemaOption())
    .option('-q, --quiet', 'do not say what is written and what a format cannot hold')
    .addHelpText('after', () => `\nFormats:\n${formatList()}\n\nExamples:\n${EXAMPLES}`)
    .action(write);
}

const EXAMPLES = `  rawabit export output/graph.json --format gexf
  rawabit export output/graph.json --format gexf --gexf-version 1.2 -o for-networkx
  rawabit export output/graph.json --format csv,cypher,turtle -o exports`;

function formatList(): string {
  return EXPORTERS.map(({ name, describe }) => `  ${name.padEnd(10)}  ${describe}`).join('\n');
}

async function write(path: string, options: Options): Promise<void> {
  const exporters = exportersNamed(options.format);
  const schema = loadSchema(options.schema === undefined ? {} : { directory: options.schema });
  const graph = await readGraph(path);
  const files = await exportGraph(graph, schema, exporters, {
    folder: resolve(options.output ?? dirname(path)),
    name: basename(path).replace(/\.json$/i, ''),
    gexfVersion: options.gexfVersion,
    rdf12: options.rdf12 ?? false,
    ...(options.title !== undefined && { title: options.title }),
  });
  if (options.quiet) return;
  for (const { path: file, bytes } of files) process.stderr.write(`${file} (${size(bytes)})\n`);
  for (const { name, loses } of exporters) {
    if (loses.length > 0) process.stderr.write(`${name} cannot hold: ${loses.join('; ')}.\n`);
  }
}

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
