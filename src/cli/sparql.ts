import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { UserError } from '../errors.js';
import { openGraph, SPARQL_PREFIXES, type SparqlResult, type SparqlTerm } from '../query/index.js';
import { createStyle, renderTable } from './table.js';

interface Options {
  readonly file?: string;
  readonly format: 'table' | 'json' | 'csv' | 'tsv';
}

/** `rawabit sparql`: SPARQL 1.1 queries. Exit code 0: found; 1: no row, or ASK answered with no; 2: wrong query. */
export function sparqlCommand(): Command {
  const command = new Command('sparql')
    .description('ask a graph in SPARQL 1.1')
    .argument('<graph>', 'a graph.json')
    .argument('[query]', 'the query; - reads standard input')
    .option('-f, --file <file>', 'read the query from a file; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how to print rows; triples are always printed as Turtle')
        .choices(['table', 'json', 'csv', 'tsv'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `
Examples:
  rawabit sparql output/graph.json 'SELECT ?who WHERE { ?x rw:visits ?y . ?x rdfs:label ?who }'
  rawabit sparql output/graph.json -f query.rq --format csv > answer.csv
  rawabit sparql output/graph.json 'ASK { wd:Q159 rw:borders wd:Q232 }'

Preset prefixes: ${Object.keys(SPARQL_PREFIXES).join(', ')}. The vocabulary and ten examples: docs/queries.md.`,
    );
  return command.action(async (file: string, argument: string | undefined, options: Options) => {
    const write = command.configureOutput().writeOut ?? (output => void process.stdout.write(output));
    const query = await readQuery(argument, options.file);
    const graph = await openGraph(file);
    const result = await graph.sparql(query);
    if (result.kind === 'graph') write(await graph.sparqlText(query, 'turtle'));
    else if (options.format === 'table') write(tableOf(result));
    else write(endLine(await graph.sparqlText(query, options.format)));
    const isEmpty = result.kind !== 'boolean' && !isFound(result);
    if (isEmpty && options.format === 'table') command.configureOutput().writeErr?.('Nothing was found.\n');
    process.exitCode = isFound(result) ? 0 : 1;
  });
}

async function readQuery(argument: string | undefined, file: string | undefined): Promise<string> {
  if ((argument === undefined) === (file === undefined)) {
    throw new UserError('give the query either as an argument or with --file.', { usage: true });
  }
  if ((file ?? argument) === '-') return text(process.stdin);
  if (file === undefined) return argument ?? '';
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UserError(`${file}: the query cannot be read.`, { usage: true, cause });
  }
}

function isFound(result: SparqlResult): boolean {
  if (result.kind === 'boolean') return result.value;
  return result.kind === 'bindings' ? result.rows.length > 0 : result.triples !== '';
}

function tableOf(result: Exclude<SparqlResult, { kind: 'graph' }>): string {
  if (result.kind === 'boolean') return result.value ? 'yes\n' : 'no\n';
  if (result.rows.length === 0) return '';
  const columns = result.variables.map(variable => ({
    title: variable,
    value: (row: Readonly<Record<string, SparqlTerm>>) => shortTerm(row[variable]),
  }));
  return renderTable(result.rows, columns, createStyle());
}

/** `country:RU` for an IRI of a preset prefix. */
function shortTerm(term: SparqlTerm | undefined): string {
  if (term === undefined) return '';
  if (term.type !== 'uri') return term.type === 'bnode' ? `_:${term.value}` : term.value;
  for (const [prefix, iri] of Object.entries(SPARQL_PREFIXES)) {
    if (term.value.startsWith(iri)) return `${prefix}:${term.value.slice(iri.length)}`;
  }
  return `<${term.value}>`;
}

function endLine(output: string): string {
  return output.endsWith('\n') ? output : `${output}\n`;
}
