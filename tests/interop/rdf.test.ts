import { Parser, Store } from 'n3';
import { expect } from 'vitest';
import { nquads, turtle } from '../../src/export/rdf/index.js';
import { quads } from '../../src/export/rdf/quads.js';
import { loadSchema } from '../../src/schema/index.js';
import { fileOf, honestGraphs, hostileGraphs, removeFilesAfterwards } from './graphs.js';
import { readFacts, run, testWith } from './readers.js';

removeFilesAfterwards();
const schema = loadSchema();

/** The statements that rapper reads, as it writes them again. */
function read(path: string, format: 'turtle' | 'nquads'): Store {
  const output = run('rapper', ['-q', '-i', format, '-o', format === 'turtle' ? 'ntriples' : 'nquads', path]);
  return new Store(new Parser({ format: 'application/n-quads' }).parse(output));
}

testWith('rapper')(
  'raptor reads every triple of Turtle and every quad of N-Quads',
  async () => {
    for (const graph of await honestGraphs()) {
      const triples = new Store([...quads(graph, schema)]);
      const inTurtle = read(fileOf(turtle, graph), 'turtle');
      expect(inTurtle.size).toBe(triples.size);
      expect(triples.every(triple => inTurtle.has(triple))).toBe(true);
      const all = new Store([...quads(graph, schema, { graphs: true })]);
      const inQuads = read(fileOf(nquads, graph), 'nquads');
      expect(inQuads.size).toBe(all.size);
      expect(all.every(quad => inQuads.has(quad))).toBe(true);
    }
  },
  60_000,
);

testWith('rapper')(
  'raptor reads hostile names',
  () => {
    for (const graph of hostileGraphs(10)) {
      expect(read(fileOf(turtle, graph), 'turtle').size).toBe(new Store([...quads(graph, schema)]).size);
      read(fileOf(nquads, graph), 'nquads');
    }
  },
  60_000,
);

testWith('rdflib')(
  'rdflib finds every fact and its sentences in both',
  async () => {
    for (const graph of await honestGraphs()) {
      const inTurtle = readFacts('rdflib-turtle', fileOf(turtle, graph));
      expect(inTurtle.triples).toBe(new Store([...quads(graph, schema)]).size);
      expect(Object.keys(inTurtle.facts)).toHaveLength(graph.size);
      const sentences = new Set(Object.values(inTurtle.facts).flat());
      graph.forEachEdge((_, { statements }) => {
        for (const { text } of statements.flatMap(({ evidence }) => evidence))
          expect(sentences).toContain(text);
      });
      const inQuads = readFacts('rdflib-nquads', fileOf(nquads, graph));
      expect(Object.keys(inQuads.facts).sort()).toEqual(Object.keys(inTurtle.facts).sort());
    }
  },
  60_000,
);
