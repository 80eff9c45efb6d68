import { Command } from 'commander';
import { UserError } from '../errors.js';
import { extractLines } from '../pipeline/extract.js';
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
import { reportSkipped } from './skipped.js';

interface Options extends InputOptions {
  readonly workers?: number;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

/** `rawabit extract`: a line of JSON for each article, as it is read. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('print what each article says, as one line of JSON an article (NDJSON)')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(workersOption())
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .addOption(limitOption())
    .addOption(strictOption())
    .option('-q, --quiet', 'say nothing of what was left out')
    .addHelpText(
      'after',
      `
Articles are extracted one by one, copies too; "rawabit build --from-extractions" merges the lines, in any
order and from any number of machines, into one graph.

Examples:
  rawabit extract articles/ > extractions.ndjson
  rawabit extract news.jsonl | jq '.relations[] | [.subject, .type, .object]'
  cat article.txt | rawabit extract -`,
    )
    .action(extract);
}

async function extract(paths: string[], options: Options): Promise<void> {
  const schema = loadSchema(options.schema === undefined ? {} : { directory: options.schema });
  const log = createSkippedLog({ strict: options.strict === true });
  let articles = 0;
  const lines = extractLines(paths, schema, {
    ingest: ingestOptions(options),
    ...(options.workers !== undefined && { workers: options.workers }),
  });
  for await (const item of lines) {
    if (item.kind === 'skipped') {
      log.add(item);
      continue;
    }
    articles++;
    process.stdout.write(item.line);
    if (!process.stdout.write('\n')) await new Promise(resolve => process.stdout.once('drain', resolve));
  }
  if (!options.quiet) reportSkipped(log.first, log.total);
  if (articles === 0) throw new UserError(`no article found in ${paths.join(', ')}`);
}
