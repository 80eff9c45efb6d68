import { describe, expect, test } from 'vitest';
import { diffGraph, diffGraphs, diffPage } from '../../src/query/index.js';
import { loadSchema } from '../../src/schema/index.js';
import { sampleGraph } from '../support/sample-graph.js';

const VISITS = 'leader:vladimir-putin visits country:KZ';

describe('diffGraphs', () => {
  test('finds nothing between equal graphs', () => {
    expect(diffGraphs(sampleGraph(), sampleGraph()).same).toBe(true);
  });

  test('tells what appeared and what vanished; the other way round, the opposite', () => {
    const [before, after] = [sampleGraph(), sampleGraph()];
    before.dropNode('org:nato');
    const diff = diffGraphs(before, after);
    expect(diff.entities.appeared.map(({ id }) => id)).toEqual(['org:nato']);
    expect(diff.relations.appeared.map(({ id }) => id)).toContain('country:AM joins org:nato not');
    const back = diffGraphs(after, before);
    expect(back.entities.vanished).toEqual(diff.entities.appeared);
    expect(back.relations.vanished.map(({ id }) => id)).toEqual(diff.relations.appeared.map(({ id }) => id));
  });

  test('a fact that was affirmed and is now denied changed its polarity', () => {
    const [before, after] = [sampleGraph(), sampleGraph()];
    before.dropEdge(`${VISITS} not`);
    after.dropEdge(VISITS);
    const { relations } = diffGraphs(before, after);
    expect([relations.appeared, relations.vanished]).toEqual([[], []]);
    expect(relations.changed).toMatchObject([
      { relation: { id: `${VISITS} not` }, polarity: { old: ['affirmed'], new: ['negated'] } },
    ]);
  });

  test('a denial beside what stays affirmed, and its end, are changes of polarity too', () => {
    const [before, after] = [sampleGraph(), sampleGraph()];
    before.dropEdge(`${VISITS} not`);
    expect(diffGraphs(before, after).relations.changed).toMatchObject([
      { relation: { id: `${VISITS} not` }, polarity: { old: ['affirmed'], new: ['affirmed', 'negated'] } },
    ]);
    expect(diffGraphs(after, before).relations.changed).toMatchObject([
      { relation: { id: VISITS }, polarity: { old: ['affirmed', 'negated'], new: ['affirmed'] } },
    ]);
  });

  test('tells old and new weight, sources, modality', () => {
    const after = sampleGraph();
    after.mergeEdgeAttributes(VISITS, { weight: 9, sources: 4, modality: 'alleged' });
    expect(diffGraphs(sampleGraph(), after).relations.changed).toMatchObject([
      {
        relation: { id: VISITS },
        weight: { old: 2, new: 9 },
        sources: { old: 2, new: 4 },
        modality: { old: 'actual', new: 'alleged' },
      },
    ]);
  });
});

describe('diffGraph', () => {
  test('holds both graphs, coloured and signed by what changed', () => {
    const [before, after] = [sampleGraph(), sampleGraph()];
    before.dropNode('org:nato');
    after.dropNode('leader:salim-al-darwish');
    after.setEdgeAttribute(VISITS, 'weight', 9);
    const union = diffGraph(before, after, diffGraphs(before, after));
    const color = (id: string) => union.getNodeAttribute(id, 'color');
    expect([color('org:nato'), color('leader:salim-al-darwish'), color('country:RU')]).toEqual([
      '#009e73',
      '#d55e00',
      '#b0b0b0',
    ]);
    expect(union.getEdgeAttribute(VISITS, 'labelEn')).toBe('± visits');
    expect(union.getEdgeAttribute('country:AM joins org:nato not', 'labelEn')).toBe('+ joins');
    expect(after.hasNode('leader:salim-al-darwish')).toBe(false);
  });
});

test('diffPage tells what changed by types, which the page paints and filters', () => {
  const [before, after] = [sampleGraph(), sampleGraph()];
  before.dropNode('org:nato');
  after.setEdgeAttribute(VISITS, 'weight', 9);
  const union = diffGraph(before, after, diffGraphs(before, after));
  const { graph, schema } = diffPage(union, loadSchema());
  expect(graph.getNodeAttributes('org:nato')).toMatchObject({ type: 'appeared', subtype: 'organization' });
  expect(graph.getNodeAttribute('country:RU', 'type')).toBe('same');
  expect(graph.getEdgeAttribute(VISITS, 'type')).toBe('± visits');
  expect(union.getEdgeAttribute(VISITS, 'type')).toBe('visits');
  const types = new Set(schema.nodeTypes.map(({ type }) => type));
  graph.forEachNode((_, { type }) => expect(types).toContain(type));
  const relations = new Map(schema.relationTypes.map(({ type, label }) => [type, label.en]));
  expect(relations.get('± visits')).toBe('± visits');
  graph.forEachEdge((_, { type }) => expect(relations.has(type)).toBe(true));
});
