/** The graph's triples in Oxigraph, which answers SPARQL in this process, in memory, without a network. */
import type { Term } from 'n3';
import { quads } from '../../export/rdf/quads.js';
import type { RelationGraph } from '../../model.js';
import type { Schema } from '../../schema/types.js';

/** What answers queries: in this thread, or in one of its own. */
export interface SparqlStore {
  /** Throws what Oxigraph throws. */
  readonly answer: (query: string, mediaType: string) => string | Promise<string>;
}

/** The part of a schema that the RDF form of a graph speaks of. */
export type RdfSchema = Pick<Schema, 'nodeTypes' | 'relationTypes'>;

/** Loads a graph into a store. Oxigraph's 4 MB of WebAssembly are read only now. */
export async function createStore(graph: RelationGraph, schema: RdfSchema): Promise<SparqlStore> {
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();
  // Lenient: the mapping makes well-formed IRIs and tags itself, and checking each of a million takes seconds.
  store.load(triples(graph, schema), { format: 'application/n-triples', lenient: true });
  return { answer: (query, mediaType) => String(store.query(query, { results_format: mediaType })) };
}

/** The graph in N-Triples, in pieces of 2,000, which load faster than larger or smaller ones. */
export function* triples(graph: RelationGraph, schema: RdfSchema): Iterable<string> {
  let piece: string[] = [];
  for (const { subject, predicate, object } of quads(graph, schema)) {
    piece.push(`<${subject.value}> <${predicate.value}> ${term(object)} .\n`);
    if (piece.length < 2000) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** A term in N-Triples. N3's writer does this too, but four times slower, for it must expect any RDF at all. */
function term(value: Term): string {
  if (value.termType !== 'Literal') return `<${value.value}>`;
  const text = `"${value.value.replace(/["\\\n\r]/g, sign => ESCAPES[sign] ?? sign)}"`;
  return value.language === '' ? `${text}^^<${value.datatype.value}>` : `${text}@${value.language}`;
}
