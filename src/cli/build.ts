import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { exportersNamed } from '../export/index.js';
import { buildInto } from '../pipeline/build.js';
import { createSkippedLog } from '../pipeline/skipped.js';
import { loadSchema } from '../schema/index.js';
import {
  encodingOption,
  fieldOption,
  type InputOptions,
  ingestOptions,
  limitOption,
  schemaOption,
  strictOption,
  workersOption,
} from './options.js';
import { createProgress } from './progress.js';
import { reportSkipped } from './skipped.js';
import { summarize, summaryText } from './summary.js';

interface Options extends InputOptions {
  readonly output: string;
  readonly formats: string;
  readonly fromExtractions?: boolean;
  readonly fresh?: boolean;
  readonly workers?: number;
  readonly strict?: boolean;
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
    .option('--from-extractions', 'the paths hold what rawabit extract or earlier builds wrote')
    .option('--fresh', 'extract everything again, even what an earlier build kept in the folder')
    .addOption(workersOption())
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .addOption(limitOption())
    .addOption(strictOption())
    .option('-q, --quiet', 'print no summary and no progress')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
The graph is that of the articles that the paths name. What is new or changed since the last build into the
same folder is extracted, what is gone leaves the graph, and the rest is taken from the last build.

Examples:
  rawabit build articles/ -o output
  rawabit build 'news/**/*.txt' more.jsonl --formats json,graphml
  rawabit build articles/ --schema my-schema --json | jq .edges
  rawabit build --from-extractions part-1.ndjson part-2.ndjson.gz other-output/ -o output`,
    )
    .action(build);
}

async function build(paths: string[], options: Options): Promise<void> {
  const schema = loadSchema(options.schema === undefined ? {} : { directory: options.schema });
  const progress = createProgress(options.quiet === true || options.json === true);
  const skipped = createSkippedLog({ strict: options.strict === true });
  try {
    const result = await buildInto(resolve(options.output), paths, schema, {
      exporters: exportersNamed(options.formats),
      ingest: ingestOptions(options),
      fromExtractions: options.fromExtractions === true,
      fresh: options.fresh === true,
      ...(options.workers !== undefined && { workers: options.workers }),
      skipped,
      onProgress: progress.update,
    });
    progress.end();
    if (!options.quiet) reportSkipped(skipped.first, skipped.total);
    const files = result.files.map(name => join(options.output, name));
    const summary = summarize(result, skipped, files);
    if (options.json) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    else if (!options.quiet) process.stdout.write(summaryText(summary, schema));
  } catch (error) {
    progress.end();
    if (!options.quiet) reportSkipped(skipped.first, skipped.total);
    throw error;
  }
}
