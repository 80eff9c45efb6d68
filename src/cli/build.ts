import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { UserError } from '../errors.js';
import { exporterNamed } from '../export/index.js';
import { writeAtomically } from '../export/write.js';
import { buildGraph } from '../graph/index.js';
import type { Extraction } from '../model.js';
import { extractAll } from '../pipeline/extract.js';
import { loadSchema } from '../schema/index.js';
import { encodingOption, fieldOption, type InputOptions, ingestOptions, schemaOption } from './options.js';
import { createProgress } from './progress.js';
import { reportSkipped } from './skipped.js';
import { summarize, summaryText } from './summary.js';

interface Options extends InputOptions {
  readonly output: string;
  readonly formats: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** `rawabit build`: the main job, articles in, knowledge graph out. */
export function buildCommand(): Command {
  return new Command('build')
    .description('read articles and write their knowledge graph: graph.json, graph.gexf, graph.html')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .option('-o, --output <dir>', 'where to write', 'output')
    .option(
      '--formats <names>',
      'formats of the graph, with commas; see rawabit export --help',
      'json,gexf,html',
    )
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .option('-q, --quiet', 'print no summary and no progress')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Examples:
  rawabit build articles/ -o output
  rawabit build 'news/**/*.txt' more.jsonl --formats json,graphml
  rawabit build articles/ --schema my-schema --json | jq .edges`,
    )
    .action(build);
}

async function build(paths: string[], options: Options): Promise<void> {
  const schema = loadSchema(options.schema === undefined ? {} : { directory: options.schema });
  const exporters = options.formats.split(',').map(name => exporterNamed(name.trim()));
  const progress = createProgress(options.quiet === true || options.json === true);
  const { extractions, skipped, copies } = await extractAll(paths, schema, {
    ingest: ingestOptions(options),
    onProgress: count => progress.update(`read ${count} articles`),
  });
  if (!options.quiet) reportSkipped(skipped);
  if (extractions.length === 0) {
    progress.end();
    throw new UserError(`no article found in ${paths.join(', ')}`);
  }
  progress.update(`building the graph of ${extractions.length} articles`);
  const graph = buildGraph(extractions, schema);
  const directory = resolve(options.output);
  await mkdir(directory, { recursive: true });
  const files: string[] = [];
  const write = async (name: string, chunks: Parameters<typeof writeAtomically>[1]) => {
    progress.update(`writing ${name}`);
    await writeAtomically(join(directory, name), chunks);
    files.push(join(options.output, name));
  };
  for (const exporter of exporters) {
    for (const { suffix, chunks } of exporter.files(graph, schema, {})) await write(`graph${suffix}`, chunks);
  }
  await write('extractions.ndjson', lines(extractions));
  progress.end();
  const summary = summarize(graph, { articles: extractions.length, copies, skipped, files });
  if (options.json) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else if (!options.quiet) process.stdout.write(summaryText(summary, schema));
}

function* lines(extractions: readonly Extraction[]): Iterable<string> {
  for (const extraction of extractions) yield `${JSON.stringify(extraction)}\n`;
}
