import { Command, Option } from 'commander';
import { exporterNamed } from '../export/index.js';
import { writeAtomically } from '../export/write.js';
import type { RelationGraph } from '../model.js';
import {
  diffGraph,
  diffGraphs,
  diffPage,
  type GraphDiff,
  openGraph,
  type Relation,
  type RelationChange,
} from '../query/index.js';
import { loadSchema } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { createStyle, isolate, plain, type Style } from './table.js';

interface Options {
  readonly format: 'text' | 'json';
  readonly gexf?: string;
  readonly html?: string;
  readonly exitCode?: boolean;
}

/** `rawabit diff`: what changed between two graphs. With `--exit-code`, 1 where something did. */
export function diffCommand(): Command {
  const command = new Command('diff')
    .description('tell what appeared, vanished and changed between two graphs')
    .argument('<old>', 'a graph.json')
    .argument('<new>', 'a later graph.json')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--gexf <file>', 'also write both graphs as one, coloured by what changed, for Gephi')
    .option('--html <file>', 'the same as a page; its legend and filters tell what changed')
    .option('--exit-code', 'end with 1 where something changed')
    .addHelpText(
      'after',
      `
Examples:
  rawabit diff monday/graph.json tuesday/graph.json
  rawabit diff monday/graph.json tuesday/graph.json --format json | jq '.relations.appeared[].id'
  rawabit diff monday/graph.json tuesday/graph.json --gexf changes.gexf --html changes.html

Colours: green appeared, red vanished, orange changed, grey stayed.`,
    );
  return command.action(async (oldFile: string, newFile: string, options: Options) => {
    const write = command.configureOutput().writeOut ?? (text => void process.stdout.write(text));
    const [before, after] = [await openGraph(oldFile), await openGraph(newFile)];
    const diff = diffGraphs(before.graph, after.graph);
    write(options.format === 'json' ? `${JSON.stringify(diff, null, 2)}\n` : diffText(diff, createStyle()));
    const union = diffGraph(before.graph, after.graph, diff);
    const schema = loadSchema();
    if (options.gexf !== undefined) await writeAs('gexf', options.gexf, union, schema);
    if (options.html !== undefined) {
      const page = diffPage(union, schema);
      await writeAs('html', options.html, page.graph, page.schema);
    }
    process.exitCode = options.exitCode === true && !diff.same ? 1 : 0;
  });
}

async function writeAs(format: string, path: string, graph: RelationGraph, schema: Schema): Promise<void> {
  const [file] = exporterNamed(format).files(graph, schema, { title: 'Changes' });
  if (file !== undefined) await writeAtomically(path, file.chunks);
}

/** A line for each change: `+` appeared, `-` vanished, `~` changed. */
export function diffText(diff: GraphDiff, style: Style): string {
  const { entities, relations } = diff;
  const entity = (id: string, label: { readonly ar: string }) =>
    `${isolate(label.ar)} ${style.dim(plain(id))}`;
  // Mentions that are merely counted again are worth a number, not a line each.
  const changed = entities.changed.filter(({ label, type }) => label !== undefined || type !== undefined);
  const counted = entities.changed.length - changed.length;
  const lines = [
    ...entities.appeared.map(({ id, label }) => style.green(`+ ${entity(id, label)}`)),
    ...entities.vanished.map(({ id, label }) => style.red(`- ${entity(id, label)}`)),
    ...changed.map(({ entity: { id, label } }) => style.yellow(`~ ${entity(id, label)}`)),
    ...relations.appeared.map(relation => style.green(`+ ${fact(relation)}`)),
    ...relations.vanished.map(relation => style.red(`- ${fact(relation)}`)),
    ...relations.changed.map(change => style.yellow(`~ ${fact(change.relation)}: ${changeText(change)}`)),
  ];
  const counts = (part: { readonly [kind in 'appeared' | 'vanished' | 'changed']: readonly unknown[] }) =>
    `${part.appeared.length} appeared, ${part.vanished.length} vanished, ${part.changed.length} changed`;
  const mentioned = counted === 0 ? '' : ` (${counted} more mentioned more or less often)`;
  lines.push(`Entities: ${counts({ ...entities, changed })}${mentioned}`, `Relations: ${counts(relations)}`);
  return `${lines.join('\n')}\n`;
}

function fact({ subject, type, object, polarity }: Relation): string {
  const verb = plain(polarity === 'negated' ? `not ${type}` : type);
  return `${isolate(subject.label.ar)} ${verb} ${isolate(object.label.ar)}`;
}

function changeText({ relation: _, ...changes }: RelationChange): string {
  return Object.entries(changes)
    .map(([name, change]) => `${name} ${change.old ?? 'none'} → ${change.new ?? 'none'}`)
    .join(', ');
}
