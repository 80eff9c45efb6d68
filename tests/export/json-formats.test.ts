import createCytoscape from 'cytoscape';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { cytoscape } from '../../src/export/cytoscape.js';
import { d3, keyed, nodeLink } from '../../src/export/node-link.js';
import { serializeGraph } from '../../src/graph/serialize.js';
import type { RelationGraph } from '../../src/model.js';
import { collectOne } from '../support/collect.js';
import { hostileGraph } from '../support/hostile-graph.js';
import { sampleGraph } from '../support/sample-graph.js';

type Item = Record<string, unknown>;

describe('node-link JSON', () => {
  const graph = sampleGraph();

  test('holds all attributes of the graph, its nodes and its edges', () => {
    const data = JSON.parse(collectOne(nodeLink, graph)) as { graph: Item; nodes: Item[]; edges: Item[] };
    expect(data).toMatchObject({ directed: true, multigraph: true, graph: graph.getAttributes() });
    expect(data.nodes).toHaveLength(graph.order);
    for (const { id, ...attributes } of data.nodes) expect(attributes).toEqual(graph.getNodeAttributes(id));
    expect(data.edges).toHaveLength(graph.size);
    for (const { key, source, target, ...attributes } of data.edges) {
      expect(attributes).toEqual(graph.getEdgeAttributes(key));
      expect([source, target]).toEqual(graph.extremities(key));
    }
  });

  test('calls the edges links for D3', () => {
    const { edges, ...rest } = JSON.parse(collectOne(nodeLink, graph)) as Item;
    expect(JSON.parse(collectOne(d3, graph))).toEqual({ ...rest, links: edges });
  });
});

test('Cytoscape.js loads every node, edge and attribute', () => {
  const graph = sampleGraph();
  const loaded = createCytoscape({ headless: true, ...JSON.parse(collectOne(cytoscape, graph)) });
  expect([loaded.nodes().length, loaded.edges().length]).toEqual([graph.order, graph.size]);
  const { id: _, ...russia } = loaded.getElementById('country:RU').data() as Item;
  expect(russia).toEqual(graph.getNodeAttributes('country:RU'));
  const { x, y } = graph.getNodeAttributes('country:RU');
  expect(loaded.getElementById('country:RU').position()).toEqual({ x, y: -y + 0 });
  for (const edge of loaded.edges().toArray()) {
    const { id, source, target, ...attributes } = edge.data() as Item;
    expect(attributes).toEqual(graph.getEdgeAttributes(id));
    expect([source, target]).toEqual(graph.extremities(id));
  }
});

test('all JSON holds hostile names unchanged', () => {
  fc.assert(
    fc.property(hostileGraph, graph => {
      const copy: RelationGraph = new MultiDirectedGraph();
      copy.import(JSON.parse([...serializeGraph(graph)].join('')));
      graph.forEachNode((id, attributes) => expect(copy.getNodeAttributes(id)).toEqual(attributes));
      graph.forEachEdge((key, attributes) => expect(copy.getEdgeAttributes(key)).toEqual(attributes));
      expect(Object.entries(copy.getAttributes().articles)).toEqual(
        Object.entries(graph.getAttributes().articles).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      const { nodes, edges } = JSON.parse(collectOne(nodeLink, graph)) as { nodes: Item[]; edges: Item[] };
      const loaded = JSON.parse(collectOne(cytoscape, graph)) as {
        elements: { nodes: { data: Item }[]; edges: { data: Item }[] };
      };
      const nodeItems = graph.nodes().map(id => asJson({ ...graph.getNodeAttributes(id), id }));
      expect(byName(nodes, 'id')).toEqual(byName(nodeItems, 'id'));
      expect(
        byName(
          loaded.elements.nodes.map(one => one.data),
          'id',
        ),
      ).toEqual(byName(nodeItems, 'id'));
      const edgeItems = graph.edges().map(key => {
        const [source, target] = graph.extremities(key);
        return asJson({ ...graph.getEdgeAttributes(key), source, target, key });
      });
      expect(byName(edges, 'key')).toEqual(byName(edgeItems, 'key'));
      const named = loaded.elements.edges.map(({ data: { id, ...data } }) => ({ ...data, key: id }));
      expect(byName(named, 'key')).toEqual(byName(edgeItems, 'key'));
    }),
    { numRuns: 200, seed: 6 },
  );
});

test('keys win over attributes of the same name', () => {
  const graph = sampleGraph();
  graph.mergeNodeAttributes('country:RU', { id: 'other' } as object);
  const { nodes } = JSON.parse(collectOne(nodeLink, graph)) as { nodes: Item[] };
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes().sort());
  expect(keyed({ id: 'a' }, {})).toBe('{"id":"a"}');
});

const asJson = (item: Item): Item => JSON.parse(JSON.stringify(item)) as Item;

function byName(items: readonly Item[], name: string): Item[] {
  return [...items].sort((a, b) => (String(a[name]) < String(b[name]) ? -1 : 1));
}
