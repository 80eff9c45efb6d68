/** The graph of the example articles in the readers that npm has. */
import { readFileSync } from 'node:fs';
import createCytoscape from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import * as oxigraph from 'oxigraph';
import { expect, test } from 'vitest';
import { cytoscape } from '../../src/export/cytoscape.js';
import { gexf } from '../../src/export/gexf.js';
import { json } from '../../src/export/json.js';
import { nquads, turtle } from '../../src/export/rdf/index.js';
import type { RelationGraph } from '../../src/model.js';
import { fileOf, honestGraphs, removeFilesAfterwards } from './graphs.js';

removeFilesAfterwards();
const honest = await honestGraphs();
const textOf = (path: string) => readFileSync(path, 'utf8');

test('graphology imports graph.json with nothing lost', () => {
  for (const graph of honest) {
    const copy: RelationGraph = new MultiDirectedGraph();
    copy.import(JSON.parse(textOf(fileOf(json, graph))));
    expect(copy.getAttributes()).toEqual(graph.getAttributes());
    expectSame(graph, copy.nodes(), copy.edges(), {
      node: id => copy.getNodeAttributes(id),
      edge: key => copy.getEdgeAttributes(key),
      ends: key => copy.extremities(key),
    });
  }
});

test('Cytoscape.js loads every node, edge and attribute', () => {
  for (const graph of honest) {
    const loaded = createCytoscape({ headless: true, ...JSON.parse(textOf(fileOf(cytoscape, graph))) });
    const data = (id: string): Record<string, unknown> => loaded.getElementById(id).data();
    expectSame(
      graph,
      loaded.nodes().map(one => one.id()),
      loaded.edges().map(one => one.id()),
      {
        node: id => ({ ...data(id), id: undefined }),
        edge: key => ({ ...data(key), id: undefined, source: undefined, target: undefined }),
        ends: key => [data(key).source, data(key).target],
      },
    );
  }
});

test.each([
  '1.3',
  '1.2',
] as const)('graphology-gexf reads version %s with parallel edges, labels and weights', gexfVersion => {
  for (const graph of honest) {
    const copy = parse(MultiDirectedGraph, textOf(fileOf(gexf, graph, { gexfVersion })));
    expect(copy.nodes().sort()).toEqual(graph.nodes().sort());
    expect(copy.edges().sort()).toEqual(graph.edges().sort());
    graph.forEachNode((id, { label, labelEn, type, x, y, size, firstDate }) => {
      expect(copy.getNodeAttributes(id)).toMatchObject({ label, labelEn, type, x, y, size });
      expect(copy.getNodeAttribute(id, 'firstDate')).toBe(firstDate);
    });
    graph.forEachEdge((key, { type, weight, polarity, modality, symmetric }) => {
      expect(copy.extremities(key)).toEqual(graph.extremities(key));
      expect(copy.getEdgeAttributes(key)).toMatchObject({
        relation: type,
        weight,
        polarity,
        modality,
        symmetric,
      });
    });
  }
});

test('Oxigraph loads the same triples from Turtle and N-Quads, and answers in SPARQL', () => {
  for (const graph of honest) {
    const [triples, quads] = [new oxigraph.Store(), new oxigraph.Store()];
    triples.load(textOf(fileOf(turtle, graph)), { format: 'text/turtle' });
    quads.load(textOf(fileOf(nquads, graph)), { format: 'application/n-quads' });
    expect(triples.size).toBeGreaterThan(10 * graph.size);
    const count = (store: oxigraph.Store) => {
      const query = 'SELECT (COUNT(DISTINCT ?f) AS ?n) { ?f a <urn:rawabit:vocab:Fact> }';
      const [row] = store.query(query, { use_default_graph_as_union: true }) as Map<string, oxigraph.Term>[];
      return Number(row?.get('n')?.value);
    };
    expect([count(triples), count(quads)]).toEqual([graph.size, graph.size]);
  }
});

/** The same keys, attributes and ends as the graph; attributes that are undefined are absent. */
function expectSame(
  graph: RelationGraph,
  nodes: readonly string[],
  edges: readonly string[],
  read: {
    readonly node: (id: string) => object;
    readonly edge: (key: string) => object;
    readonly ends: (key: string) => unknown;
  },
): void {
  expect([...nodes].sort()).toEqual(graph.nodes().sort());
  expect([...edges].sort()).toEqual(graph.edges().sort());
  graph.forEachNode((id, attributes) => expect(read.node(id)).toEqual(attributes));
  graph.forEachEdge((key, attributes, source, target) => {
    expect(read.edge(key)).toEqual(attributes);
    expect(read.ends(key)).toEqual([source, target]);
  });
}
