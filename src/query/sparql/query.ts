/** SPARQL 1.1 queries: prefixes preset, answers as objects or as text of a standard format. */
import { UserError } from '../../errors.js';
import { PREFIXES } from '../../export/rdf/vocabulary.js';
import type { SparqlStore } from './store.js';

/** The prefixes that a query need not declare. */
export const SPARQL_PREFIXES: Readonly<Record<string, string>> = PREFIXES;

/** A term as SPARQL's JSON results hold it. */
export interface SparqlTerm {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

export type SparqlResult =
  /** Of SELECT: a row for each answer; unbound variables are absent. */
  | {
      readonly kind: 'bindings';
      readonly variables: readonly string[];
      readonly rows: readonly Readonly<Record<string, SparqlTerm>>[];
    }
  /** Of ASK. */
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Of CONSTRUCT and DESCRIBE: N-Triples. */
  | { readonly kind: 'graph'; readonly triples: string };

/** Formats of SELECT and ASK answers, then those of CONSTRUCT and DESCRIBE. */
export const RESULT_FORMATS = ['json', 'csv', 'tsv', 'xml'] as const;
export const GRAPH_FORMATS = ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ResultFormat | GraphFormat, string>> = {
  json: 'application/sparql-results+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xml: 'application/sparql-results+xml',
  turtle: 'text/turtle',
  ntriples: 'application/n-triples',
  jsonld: 'application/ld+json',
  rdfxml: 'application/rdf+xml',
};

export type QueryForm = 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE';

/** What a query asks for; undefined where it is no query. */
export function queryForm(query: string): QueryForm | undefined {
  const bare = query
    .replace(/<[^<>"{}|^`\\\s]*>|#[^\n\r]*/g, ' ')
    .replace(/\b(PREFIX\s+[^\s:]*:|BASE)/gi, ' ');
  return /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(bare)?.[1]?.toUpperCase() as QueryForm | undefined;
}

/** Whether a query answers with triples rather than rows. */
export function answersWithGraph(query: string): boolean {
  const form = queryForm(query);
  return form === 'CONSTRUCT' || form === 'DESCRIBE';
}

/** Answers a query. Throws a {@link UserError} (usage) with the place of what is wrong in it. */
export async function querySparql(store: SparqlStore, query: string): Promise<SparqlResult> {
  if (answersWithGraph(query)) return { kind: 'graph', triples: await sparqlText(store, query, 'ntriples') };
  const answer = JSON.parse(await sparqlText(store, query, 'json')) as {
    readonly head: { readonly vars?: readonly string[] };
    readonly boolean?: boolean;
    readonly results?: { readonly bindings: readonly Readonly<Record<string, SparqlTerm>>[] };
  };
  if (answer.boolean !== undefined) return { kind: 'boolean', value: answer.boolean };
  return { kind: 'bindings', variables: answer.head.vars ?? [], rows: answer.results?.bindings ?? [] };
}

/** Answers a query as text of a format, which must be one for its form. */
export async function sparqlText(
  store: SparqlStore,
  query: string,
  format: ResultFormat | GraphFormat,
): Promise<string> {
  const fitting: readonly string[] = answersWithGraph(query) ? GRAPH_FORMATS : RESULT_FORMATS;
  if (!fitting.includes(format)) {
    throw new UserError(`This query answers as ${fitting.join(', ')}, not as ${format}.`, { usage: true });
  }
  try {
    // On one line before the query, so that the line numbers of its errors stay true.
    return await store.answer(PROLOGUE + query, MEDIA_TYPES[format]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(readable(error), { usage: true, cause: error });
  }
}

const PROLOGUE = Object.entries(SPARQL_PREFIXES)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
  .join('');

/** Oxigraph's message without the character classes of its grammar, and with the column of the user's query. */
function readable(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = /error at (\d+):(\d+): ([\s\S]*)/.exec(message);
  if (place === null) return `SPARQL: ${message}`;
  const line = Number(place[1]);
  const column = Number(place[2]) - (line === 1 ? PROLOGUE.length : 0);
  const rest = place[3] ?? '';
  if (rest.includes('Prefix not found')) return `SPARQL, line ${line}, column ${column}: unknown prefix.`;
  const expected = new Set(rest.match(/"[^"]+"|\b[A-Z]{2,}\b/g) ?? []);
  const hint =
    expected.size > 0 && expected.size <= 12 ? `expected ${[...expected].join(', ')}` : 'this is not SPARQL';
  return `SPARQL, line ${line}, column ${column}: ${hint}.`;
}
