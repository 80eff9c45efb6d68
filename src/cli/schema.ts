import { Command } from 'commander';
import { loadSchema } from '../schema/index.js';
import { schemaOption } from './options.js';
import { table } from './table.js';

/** `rawabit schema`: the node and relation types. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('show the types of nodes and relations that a graph can hold')
    .addOption(schemaOption())
    .option('--json', 'print JSON instead of tables')
    .addHelpText(
      'after',
      `
Examples:
  rawabit schema
  rawabit schema --json | jq -r '.relationTypes[].type'
  rawabit schema --schema my-schema`,
    )
    .action((options: { schema?: string; json?: boolean }) => {
      const { nodeTypes, relationTypes, gazetteer } = loadSchema(
        options.schema === undefined ? {} : { directory: options.schema },
      );
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ nodeTypes, relationTypes }, null, 2)}\n`);
        return;
      }
      const counts: Record<string, number> = {
        country: gazetteer.countries.length,
        leader: gazetteer.leaders.length,
        base: gazetteer.bases.length,
        organization: gazetteer.organizations.length,
      };
      const nodes = nodeTypes.map(({ type, label, subtypes }) => [
        type,
        label.ar,
        String(counts[type] ?? 0),
        subtypes.map(({ id }) => id).join(', '),
      ]);
      const relations = relationTypes.map(({ type, label, from, to, symmetric, group, score }) => [
        type,
        label.ar,
        `${from.join(', ')} ${symmetric ? '↔' : '→'} ${to.join(', ')}`,
        group,
        score === undefined ? '' : String(score),
      ]);
      process.stdout.write(
        `${table(['node type', 'Arabic', 'known', 'subtypes'], nodes)}\n\n${table(
          ['relation', 'Arabic', 'from and to', 'group', 'tone'],
          relations,
        )}\n`,
      );
    });
}
