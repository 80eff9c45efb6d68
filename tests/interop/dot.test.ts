import { expect } from 'vitest';
import { dot } from '../../src/export/dot.js';
import { fileOf, honestGraphs, hostileGraphs, removeFilesAfterwards } from './graphs.js';
import { run, testWith } from './readers.js';

removeFilesAfterwards();

interface Drawing {
  readonly objects: readonly { readonly name: string; readonly label: string; readonly pos?: string }[];
  readonly edges?: readonly { readonly id: string; readonly tail: number; readonly head: number }[];
}

/** What Graphviz parses, without computing a layout. */
const parse = (path: string) => JSON.parse(run('neato', ['-n2', '-Tdot_json', path])) as Drawing;

testWith('dot')(
  'Graphviz reads every node and edge of DOT',
  async () => {
    for (const graph of await honestGraphs()) {
      const { objects, edges = [] } = parse(fileOf(dot, graph));
      expect(objects.map(node => node.name).sort()).toEqual(graph.nodes().sort());
      expect(edges.map(edge => edge.id).sort()).toEqual(graph.edges().sort());
      for (const { name, label } of objects) {
        const { label: ar, labelEn } = graph.getNodeAttributes(name);
        expect(label).toBe(`${ar}\\n${labelEn}`);
      }
      for (const { id, tail, head } of edges) {
        expect([objects[tail]?.name, objects[head]?.name]).toEqual(graph.extremities(id));
      }
    }
  },
  60_000,
);

testWith('dot')(
  'Graphviz reads hostile names',
  () => {
    for (const graph of hostileGraphs(20)) {
      const { objects, edges = [] } = parse(fileOf(dot, graph));
      expect([objects.length, edges.length]).toEqual([graph.order, graph.size]);
    }
  },
  60_000,
);
