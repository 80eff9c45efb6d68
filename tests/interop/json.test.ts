import { expect } from 'vitest';
import { d3, nodeLink } from '../../src/export/node-link.js';
import { fileOf, honestGraphs, removeFilesAfterwards } from './graphs.js';
import { readInPython, testWith } from './readers.js';

removeFilesAfterwards();

testWith('networkx')(
  'networkx reads node-link JSON with all attributes, under either name of the edges',
  async () => {
    for (const graph of await honestGraphs()) {
      for (const exporter of [nodeLink, d3]) {
        const read = readInPython('networkx-node-link', fileOf(exporter, graph));
        expect(read.directed).toBe(true);
        expect(Object.keys(read.nodes).sort()).toEqual(graph.nodes().sort());
        expect(read.edges.map(([, , key]) => key).sort()).toEqual(graph.edges().sort());
        for (const [id, attributes] of Object.entries(read.nodes)) {
          expect(attributes).toEqual(graph.getNodeAttributes(id));
        }
        for (const [source, target, key, attributes] of read.edges) {
          expect([source, target]).toEqual(graph.extremities(key));
          expect(attributes).toEqual(graph.getEdgeAttributes(key));
        }
      }
    }
  },
  60_000,
);
