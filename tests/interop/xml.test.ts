import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { gexf } from '../../src/export/gexf.js';
import { graphml } from '../../src/export/graphml.js';
import type { RelationGraph } from '../../src/model.js';
import { fileOf, honestGraphs, hostileGraphs, removeFilesAfterwards } from './graphs.js';
import { type ReadGraph, readInPython, run, testWith } from './readers.js';

removeFilesAfterwards();
const honest = await honestGraphs();
const SCHEMA = fileURLToPath(new URL('../fixtures/gexf-1.3/gexf.rng', import.meta.url));
const TIMEOUT = 60_000;

testWith('xmllint')(
  'GEXF 1.3 is valid by the official RELAX NG schema',
  () => {
    const files = [...honest, ...hostileGraphs(40)].map(graph => fileOf(gexf, graph));
    run('xmllint', ['--noout', '--relaxng', SCHEMA, ...files]);
  },
  TIMEOUT,
);

testWith('xmllint')(
  'GEXF 1.2 and GraphML are well formed',
  () => {
    const graphs = [...honest, ...hostileGraphs(40)];
    const files = graphs.flatMap(graph => [
      fileOf(gexf, graph, { gexfVersion: '1.2' }),
      fileOf(graphml, graph),
    ]);
    run('xmllint', ['--noout', ...files]);
  },
  TIMEOUT,
);

/** Every node and edge is there, at the right ends, with these attributes of the model. */
function expectSame(
  read: ReadGraph,
  graph: RelationGraph,
  keyOf: (edge: ReadGraph['edges'][number]) => unknown,
): void {
  expect(read.directed || graph.size === 0).toBe(true);
  expect(Object.keys(read.nodes).sort()).toEqual(graph.nodes().sort());
  graph.forEachNode((id, { label, labelEn, type, mentions, firstDate }) => {
    const node = read.nodes[id] ?? {};
    expect(node).toMatchObject({ label, labelEn, type, mentions });
    if (firstDate !== undefined) expect(node.firstDate).toBe(firstDate);
  });
  expect(read.edges.map(keyOf).sort()).toEqual(graph.edges().sort());
  for (const edge of read.edges) {
    const key = String(keyOf(edge));
    expect([edge[0], edge[1]]).toEqual(graph.extremities(key));
    const { type, polarity, modality, weight, confidence, symmetric, statements } =
      graph.getEdgeAttributes(key);
    expect(edge[3]).toMatchObject({ relation: type, polarity, modality, weight, confidence, symmetric });
    expect(edge[3].evidence).toContain(statements[0]?.evidence[0]?.text);
  }
}

testWith('networkx')(
  'networkx reads GEXF 1.2 with parallel edges, attributes and spells',
  () => {
    for (const graph of honest) {
      const read = readInPython('networkx-gexf', fileOf(gexf, graph, { gexfVersion: '1.2' }));
      expectSame(read, graph, edge => edge[3].id);
    }
    const sample = readInPython(
      'networkx-gexf',
      fileOf(gexf, honest[0] as RelationGraph, { gexfVersion: '1.2' }),
    );
    expect(sample.nodes['org:nato']).toMatchObject({
      aliases: 'الناتو|حلف الناتو',
      spells: [['2024-09-02', '2025-12-31']],
      viz: { color: { r: 123, g: 82, b: 168 } },
    });
  },
  TIMEOUT,
);

testWith('networkx')(
  'networkx reads GraphML',
  () => {
    for (const graph of honest) {
      expectSame(readInPython('networkx-graphml', fileOf(graphml, graph)), graph, edge => edge[3].key);
    }
  },
  TIMEOUT,
);

testWith('igraph')(
  'igraph reads GraphML',
  () => {
    for (const graph of honest) {
      expectSame(readInPython('igraph-graphml', fileOf(graphml, graph)), graph, edge => edge[3].key);
    }
  },
  TIMEOUT,
);

testWith('igraph')(
  'igraph reads hostile names',
  () => {
    for (const graph of hostileGraphs(5)) {
      const read = readInPython('igraph-graphml', fileOf(graphml, graph));
      expect([Object.keys(read.nodes).length, read.edges.length]).toEqual([graph.order, graph.size]);
    }
  },
  TIMEOUT,
);

testWith('networkx')(
  'networkx reads hostile names in both',
  () => {
    for (const graph of hostileGraphs(5)) {
      const files = [fileOf(gexf, graph, { gexfVersion: '1.2' }), fileOf(graphml, graph)] as const;
      const inGexf = readInPython('networkx-gexf', files[0]);
      const inGraphml = readInPython('networkx-graphml', files[1]);
      for (const read of [inGexf, inGraphml]) {
        expect([Object.keys(read.nodes).length, read.edges.length]).toEqual([graph.order, graph.size]);
      }
    }
  },
  TIMEOUT,
);
