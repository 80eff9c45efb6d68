import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { UserError } from '../errors.js';
import { type Census, createCensus, toGazetteer } from '../extract/entities/census.js';
import { createRecognizer } from '../extract/entities/index.js';
import { readArticles, type SkippedItem } from '../ingest/index.js';
import { loadSchema } from '../schema/index.js';
import { encodingOption, fieldOption, type InputOptions, ingestOptions, schemaOption } from './options.js';
import { reportSkipped } from './skipped.js';
import { createStyle, renderTable } from './table.js';

interface Options extends InputOptions {
  readonly type?: string;
  readonly min: string;
  readonly unknown?: boolean;
  readonly json?: boolean;
  readonly gazetteer?: string;
  readonly quiet?: boolean;
}

/** `rawabit entities`: who and what the articles name, those first that the gazetteer does not know. */
export function entitiesCommand(): Command {
  return new Command('entities')
    .description(
      'list the countries, leaders, bases and organizations that articles name, unknown ones first',
    )
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(new Option('-t, --type <type>', 'only this type: country, leader, base or organization'))
    .addOption(new Option('--min <n>', 'only what is mentioned this often at least').default('1'))
    .option('-u, --unknown', 'only what the gazetteer does not know')
    .option('--json', 'one line of JSON an entity instead of a table')
    .option(
      '-g, --gazetteer <dir>',
      'write the unknown ones as gazetteer files, to edit and give back with --schema',
    )
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .option('-q, --quiet', 'say nothing of what was left out')
    .addHelpText(
      'after',
      `
Examples:
  rawabit entities articles/                       unknown names first, with counts
  rawabit entities articles/ -u --min 3 -g mine    write those as mine/gazetteer/*.json; edit them, then
  rawabit build articles/ --schema mine            build with them`,
    )
    .action(async (paths: string[], options: Options) => {
      const least = Number(options.min);
      if (!Number.isInteger(least) || least < 1)
        throw new UserError(`--min ${options.min}: give a whole number of at least 1`, { usage: true });
      const schema = loadSchema(options.schema === undefined ? {} : { directory: options.schema });
      const recognize = createRecognizer(schema);
      const census = createCensus();
      const skipped: SkippedItem[] = [];
      for await (const item of readArticles(paths, ingestOptions(options))) {
        if (item.kind === 'skipped') skipped.push(item);
        else census.add(recognize(item.article));
      }
      if (!options.quiet) reportSkipped(skipped);
      if (census.articles === 0) throw new UserError(`no article found in ${paths.join(', ')}`);
      const all = census.rows();
      const rows = all.filter(
        ({ entity, mentions }) =>
          mentions >= least &&
          (options.type === undefined || entity.type === options.type) &&
          !(options.unknown && entity.known),
      );
      if (options.gazetteer !== undefined) {
        const known = new Set(all.filter(({ entity }) => entity.known).map(({ entity }) => entity.id));
        writeGazetteer(options.gazetteer, rows, known);
      } else if (options.json) for (const row of rows) process.stdout.write(`${JSON.stringify(line(row))}\n`);
      else process.stdout.write(table(rows));
    });
}

function line({ entity, mentions, articles, names, offices }: Census) {
  const { id, type, label, known, country } = entity;
  return {
    id,
    type,
    label,
    known,
    ...(country !== undefined && { country }),
    mentions,
    articles,
    names: [...names.keys()],
    ...(offices.size > 0 && { offices: [...offices.values()].map(({ term }) => term) }),
  };
}

function table(rows: readonly Census[]): string {
  return renderTable(
    rows,
    [
      { title: '', value: ({ entity }) => (entity.known ? '' : 'new') },
      { title: 'type', value: ({ entity }) => entity.type },
      { title: 'articles', value: ({ articles }) => articles, align: 'right' },
      { title: 'mentions', value: ({ mentions }) => mentions, align: 'right' },
      { title: 'id', value: ({ entity }) => entity.id },
      { title: 'name', value: ({ entity }) => entity.label.ar },
      {
        title: 'also',
        value: ({ names, entity }) =>
          [...names.keys()]
            .filter(name => name !== entity.label.ar)
            .slice(0, 3)
            .join('، '),
      },
    ],
    createStyle(),
  );
}

/** Writes the unknown entities as gazetteer files. Files that are there already are not overwritten. */
function writeGazetteer(directory: string, rows: readonly Census[], known: ReadonlySet<string>): void {
  const folder = join(directory, 'gazetteer');
  mkdirSync(folder, { recursive: true });
  for (const [name, entries] of Object.entries(toGazetteer(rows, known))) {
    if (entries.length === 0) continue;
    const file = join(folder, `${name}.json`);
    const text = `[\n${entries.map(entry => JSON.stringify(entry)).join(',\n')}\n]\n`;
    try {
      writeFileSync(file, text, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new UserError(`${file} exists already: give another folder, or move it away first`);
    }
    process.stderr.write(`wrote ${entries.length} ${name} to ${file}\n`);
  }
}
