/** The graph's triples in Oxigraph, which answers SPARQL in this process, in memory, without a network. */
import { Writer } from 'n3';
import type { Store } from 'oxigraph';
import { quads } from '../../export/rdf/quads.js';
import type { RelationGraph } from '../../model.js';
import type { Schema } from '../../schema/types.js';

export type SparqlStore = Store;
/** The part of a schema that the RDF form of a graph speaks of. */
export type RdfSchema = Pick<Schema, 'nodeTypes' | 'relationTypes'>;

/** Loads a graph into a store. Oxigraph's 4 MB of WebAssembly are read only now. */
export async function createStore(graph: RelationGraph, schema: RdfSchema): Promise<SparqlStore> {
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();
  // The mapping writes well-formed IRIs and tags itself; checking a million of them again takes seconds.
  store.load(lines(graph, schema), {
    format: 'application/n-triples',
    lenient: true,
    no_transaction: true,
  });
  return store;
}

const QUADS_A_PIECE = 2000;

function* lines(graph: RelationGraph, schema: RdfSchema): Iterable<string> {
  const writer = new Writer({ format: 'N-Triples' });
  let piece: string[] = [];
  for (const { subject, predicate, object } of quads(graph, schema)) {
    piece.push(writer.quadToString(subject, predicate, object));
    if (piece.length < QUADS_A_PIECE) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}
