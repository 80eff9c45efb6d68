import { Command } from 'commander';
import { UserError } from '../errors.js';
import { createExtractor } from '../extract/extractor.js';
import { readArticles, type SkippedItem } from '../ingest/index.js';
import { loadSchema } from '../schema/index.js';
import { encodingOption, fieldOption, type InputOptions, ingestOptions, schemaOption } from './options.js';
import { reportSkipped } from './skipped.js';

interface Options extends InputOptions {
  readonly quiet?: boolean;
}

/** `rawabit extract`: a line of JSON for each article, as it is read. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('print what each article says, as one line of JSON an article (NDJSON)')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .option('-q, --quiet', 'say nothing of what was left out')
    .addHelpText(
      'after',
      `
Examples:
  rawabit extract articles/ > extractions.ndjson
  rawabit extract news.jsonl | jq '.relations[] | [.subject, .type, .object]'
  cat article.txt | rawabit extract -`,
    )
    .action(async (paths: string[], options: Options) => {
      const extract = createExtractor(
        loadSchema(options.schema === undefined ? {} : { directory: options.schema }),
      );
      const skipped: SkippedItem[] = [];
      let articles = 0;
      for await (const item of readArticles(paths, ingestOptions(options))) {
        if (item.kind === 'skipped') {
          skipped.push(item);
          continue;
        }
        articles++;
        const line = `${JSON.stringify(extract(item.article))}\n`;
        if (!process.stdout.write(line)) await new Promise(resolve => process.stdout.once('drain', resolve));
      }
      if (!options.quiet) reportSkipped(skipped);
      if (articles === 0) throw new UserError(`no article found in ${paths.join(', ')}`);
    });
}
