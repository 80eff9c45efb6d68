/** Turtle and N-Quads, written by N3.js. */
import { type Quad, Writer } from 'n3';
import type { Exporter } from '../exporter.js';
import { quads } from './quads.js';
import { PREFIXES } from './vocabulary.js';

const LOSES: readonly string[] = [
  'positions, sizes and colours of the drawing',
  'places of subject, predicate and object inside a sentence',
  'control characters',
  'which date, source and address of an article with copies belong together',
];

export const turtle: Exporter = {
  name: 'turtle',
  describe: 'RDF in Turtle (with --rdf12, triple terms of RDF 1.2)',
  loses: LOSES,
  files: (graph, schema, { rdf12 = false }) => [
    { suffix: '.ttl', chunks: writeRdf(quads(graph, schema, { rdf12 }), 'text/turtle') },
  ],
};

export const nquads: Exporter = {
  name: 'nquads',
  describe: 'RDF in N-Quads, the statements of each article in a named graph',
  loses: LOSES,
  files: (graph, schema, { rdf12 = false }) => [
    { suffix: '.nq', chunks: writeRdf(quads(graph, schema, { graphs: true, rdf12 }), 'application/n-quads') },
  ],
};

/** Serializes quads as they come; nothing is kept but the piece at hand. */
export function* writeRdf(
  source: Iterable<Quad>,
  format: 'text/turtle' | 'application/n-quads',
): Iterable<string> {
  let pieces: string[] = [];
  const take = {
    write(piece: string, _encoding: string, done?: () => void) {
      pieces.push(piece);
      done?.();
    },
    end(done?: () => void) {
      done?.();
    },
  };
  const writer = new Writer(take, format === 'text/turtle' ? { format, prefixes: PREFIXES } : { format });
  for (const quad of source) {
    writer.addQuad(quad);
    if (pieces.length >= 1000) {
      yield pieces.join('');
      pieces = [];
    }
  }
  writer.end();
  yield pieces.join('');
}
