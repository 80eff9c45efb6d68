import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { gexf } from '../../src/export/gexf.js';
import { collectOne } from '../support/collect.js';
import { hostileGraph } from '../support/hostile-graph.js';
import { sampleGraph } from '../support/sample-graph.js';

interface Element {
  readonly attvalues?: { readonly attvalue: readonly { readonly for: string; readonly value: string }[] };
  readonly spells?: { readonly spell: readonly { readonly start: string; readonly end: string }[] };
  readonly [name: string]: unknown;
}

/** The document as plain objects, with its own reader so that it does not judge itself. */
function document(text: string): {
  nodes: Map<string, Element>;
  edges: Map<string, Element>;
  graph: Element;
} {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: name => ['node', 'edge', 'spell', 'attvalue', 'attribute', 'attributes'].includes(name),
  });
  const { graph } = (parser.parse(text) as { gexf: { graph: Element } }).gexf;
  const byId = (elements: unknown) =>
    new Map((elements as Element[]).map(element => [String(element.id), element]));
  const { nodes, edges } = graph as unknown as { nodes: { node: unknown }; edges: { edge: unknown } };
  return { graph, nodes: byId(nodes.node), edges: byId(edges.edge) };
}

const value = (element: Element | undefined, name: string) =>
  element?.attvalues?.attvalue.find(one => one.for === name)?.value;

describe('GEXF', () => {
  const graph = sampleGraph();
  const { nodes, edges, graph: root } = document(collectOne(gexf, graph));

  test('holds every node and every edge', () => {
    expect([...nodes.keys()]).toEqual(graph.nodes().sort());
    expect([...edges.keys()]).toEqual(graph.edges().sort());
  });

  test('is dynamic, counts time in days, and has directed edges only', () => {
    expect(root).toMatchObject({ mode: 'dynamic', timeformat: 'date', defaultedgetype: 'directed' });
    expect(new Set([...edges.values()].map(edge => edge.type))).toEqual(new Set(['directed']));
  });

  test('keeps parallel edges apart by kind', () => {
    const kinds = [...edges.values()].map(edge => JSON.stringify([edge.source, edge.target, edge.kind]));
    expect(new Set(kinds).size).toBe(graph.size);
    expect(edges.get('leader:vladimir-putin visits country:KZ')?.kind).toBe('visits');
    expect(edges.get('leader:vladimir-putin visits country:KZ not')?.kind).toBe('visits not');
  });

  test('gives an event a spell for each of its dates', () => {
    expect(edges.get('country:US criticizes country:RU')?.spells?.spell).toEqual([
      { start: '2024-05-20', end: '2024-05-20' },
      { start: '2024-11-30', end: '2024-11-30' },
    ]);
    expect(edges.get('country:RU deploys_to country:TJ')?.spells?.spell).toEqual([
      { start: '2024-08-01', end: '2024-10-31' },
    ]);
  });

  test('merges spells of an event that overlap', () => {
    expect(edges.get('leader:vladimir-putin visits country:KZ')?.spells?.spell).toEqual([
      { start: '2024-03-01', end: '2024-03-31' },
    ]);
  });

  test('lets a state last from its first to its last date', () => {
    expect(edges.get('leader:vladimir-putin holds_office country:RU')?.spells?.spell).toEqual([
      { start: '2024-03-12', end: '2024-05-20' },
    ]);
  });

  test('lets an edge without a date be there always', () => {
    expect(edges.get('country:KZ borders country:RU')?.spells).toBeUndefined();
  });

  test('lets a node be there while any of its edges is', () => {
    expect(nodes.get('org:nato')?.spells?.spell).toEqual([{ start: '2024-09-02', end: '2025-12-31' }]);
  });

  test('writes labels in both languages, colours as r/g/b, sizes and positions', () => {
    const russia = nodes.get('country:RU');
    expect(russia?.label).toBe('روسيا');
    expect(value(russia, 'labelEn')).toBe('Russia');
    expect(russia?.['viz:color']).toEqual({ r: '47', g: '111', b: '181' });
    const { x, y } = graph.getNodeAttributes('country:RU');
    expect(russia?.['viz:position']).toEqual({ x: String(x), y: String(y), z: '0' });
  });

  test('writes lists as Gephi reads them, and with bars in 1.2', () => {
    expect(value(nodes.get('org:nato'), 'aliases')).toBe('["الناتو", "حلف الناتو"]');
    const old = document(collectOne(gexf, graph, { gexfVersion: '1.2' }));
    expect(value(old.nodes.get('org:nato'), 'aliases')).toBe('الناتو|حلف الناتو');
  });

  test('says in its label that an edge is negated', () => {
    expect(edges.get('country:AM joins org:nato not')?.label).toBe('ينضم إلى (منفي)');
  });

  test('is dated by its newest article', () => {
    expect(collectOne(gexf, graph)).toContain('<meta lastmodifieddate="2024-11-30">');
  });
});

describe.each(['1.3', '1.2'] as const)('graphology-gexf reads version %s', gexfVersion => {
  test('with every node and edge and its attributes', () => {
    const graph = sampleGraph();
    const copy = parse(MultiDirectedGraph, collectOne(gexf, graph, { gexfVersion }));
    expect(copy.order).toBe(graph.order);
    expect(copy.size).toBe(graph.size);
    graph.forEachEdge((key, edge, source, target) => {
      expect(copy.extremities(key)).toEqual([source, target]);
      const { type, weight, confidence, symmetric, polarity, firstDate, tone, labelEn } = edge;
      expect(copy.getEdgeAttributes(key)).toMatchObject({
        relation: type,
        weight,
        confidence,
        symmetric,
        polarity,
        labelEn,
      });
      expect(copy.getEdgeAttribute(key, 'firstDate')).toBe(firstDate);
      expect(copy.getEdgeAttribute(key, 'tone')).toBe(tone);
    });
    graph.forEachNode((key, { label, labelEn, type, mentions, x, size, iso }) => {
      const read = copy.getNodeAttributes(key);
      expect(read).toMatchObject({ label, labelEn, type, mentions, x, size });
      expect(read.iso).toBe(iso);
    });
  });

  test('and graphs with hostile names are well formed', () => {
    fc.assert(
      fc.property(hostileGraph, graph => {
        const text = collectOne(gexf, graph, { gexfVersion });
        expect(XMLValidator.validate(text)).toBe(true);
        expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        const copy = parse(MultiGraph, text);
        expect([copy.order, copy.size]).toEqual([graph.order, graph.size]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});
