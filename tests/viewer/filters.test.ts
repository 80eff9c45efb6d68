import { describe, expect, it } from 'vitest';
import { payload } from '../../src/export/html-payload.js';
import { dayRange, isoDay } from '../../src/viewer/data/days.js';
import { decode } from '../../src/viewer/data/decode.js';
import { type Filters, NO_FILTERS, visible } from '../../src/viewer/data/filters.js';
import { neighbourhood, shortestPath } from '../../src/viewer/data/path.js';
import { axisTicks } from '../../src/viewer/data/ticks.js';
import { timeline, timeWindow } from '../../src/viewer/data/timeline.js';
import { buildGraph } from './support/builder.js';
import { schema } from './support/schema.js';
import { smallGraph } from './support/small-graph.js';

const limits = { nodes: 1000, edges: 1000, statements: 40 };
const data = decode(payload(smallGraph(), schema, { title: 't', limits }));
const none: ReadonlySet<number> = new Set();
const see = (filters: Partial<Filters> = {}, hidden = none, pinned = none) =>
  visible(data, { filters: { ...NO_FILTERS, ...filters }, hidden, pinned });
const number = (id: string) => data.nodeById.get(id)?.index ?? -1;

describe('filters', () => {
  it('show at first whatever has a tie', () => {
    const seen = see();
    const tied = data.nodes.filter(node => data.edgesAt[node.index]?.length !== 0);
    expect(seen.nodeCount).toBe(tied.length);
    expect(seen.edgeCount).toBe(data.edges.length);
    expect(seen.statementCount).toBe(data.columns.count);
  });
  it('take away a relation and say how many ties it would bring back', () => {
    const seen = see({ offRelations: new Set(['attacks']) });
    const attacks = data.edges.filter(edge => data.relationTypes[edge.type]?.type === 'attacks').length;
    expect(seen.edgeCount).toBe(data.edges.length - attacks);
    expect(seen.counts.get('relation:attacks')).toBe(attacks);
  });
  it('bring nodes without ties when asked, and count them before', () => {
    expect(see().counts.get('lonely')).toBe(1);
    expect(see({ lonely: true }).nodeCount).toBe(data.nodes.length);
    expect(see({ lonely: true, offPolarity: new Set(['negated']) }).nodeCount).toBeLessThan(
      data.nodes.length,
    );
  });
  it('combine: time and modality', () => {
    const time = [dayRange('2024-02-01')[0], dayRange('2024-02-29')[0]] as const;
    const both = see({ time, offModality: new Set(['planned']) });
    expect(both.statementCount).toBeGreaterThan(0);
    expect(both.statementCount).toBeLessThan(see({ time }).statementCount);
  });
  it('keep an interval that overlaps the chosen time', () => {
    const seen = see({ time: [dayRange('2024-06-05')[0], dayRange('2024-06-06')[0]] });
    const exercise = data.edges.find(edge => data.relationTypes[edge.type]?.type === 'holds_exercise_with');
    expect(seen.edges[exercise?.index ?? -1]).toBe(1);
  });
  it('hide a subtype alone', () => {
    const seen = see({ offTypes: new Set(['base/air-base']) });
    expect(seen.nodes[number('base:hmeimim')]).toBe(0);
    expect(seen.nodes[number('base:tartus')]).toBe(1);
  });
  it('keep what is pinned and hide what is hidden', () => {
    const seen = see(
      { offTypes: new Set(['leader']) },
      new Set([number('country:RU')]),
      new Set([number('leader:erdogan')]),
    );
    expect(seen.nodes[number('leader:erdogan')]).toBe(1);
    expect(seen.nodes[number('leader:joe-biden')]).toBe(0);
    expect(seen.nodes[number('country:RU')]).toBe(0);
  });
});

describe('paths', () => {
  it('take the fewest steps', () => {
    const path = shortestPath(data, see(), number('leader:joe-biden'), number('base:hmeimim'));
    expect(path?.length).toBe(3);
  });
  it('do not use what is filtered out', () => {
    const seen = see({ offRelations: new Set(['operates', 'located_in']) });
    expect(shortestPath(data, seen, number('leader:joe-biden'), number('base:hmeimim'))).toBeUndefined();
  });
  it('know the neighbourhood', () => {
    const near = neighbourhood(data, see(), number('org:gcc'), 1);
    expect(near.has(number('country:SA'))).toBe(true);
    expect(near.has(number('country:EG'))).toBe(false);
    expect(neighbourhood(data, see(), number('org:gcc'), 2).has(number('country:EG'))).toBe(true);
  });
});

describe('the timeline', () => {
  it('begins with the news and counts what lies before', () => {
    const span = timeWindow(data);
    expect(span?.[0]).toBe(dayRange('2024-01-08')[0]);
    if (!span) return;
    const { bins, earlier } = timeline(data, see(), span);
    const drawn = bins.reduce((sum, bin) => sum + bin.hostile + bin.neutral + bin.cooperative, 0);
    expect(earlier).toBe(3);
    expect(drawn + earlier).toBe(data.columns.count);
  });
  it('is not stretched by one plan for a far year', () => {
    const articles = Object.fromEntries(
      Array.from({ length: 120 }, (_, i) => [`A${i}`, { title: 't', date: `2024-03-${10 + (i % 9)}` }]),
    );
    const statements = Object.keys(articles).map((article, i) => ({
      subject: 'a',
      type: 'visits',
      object: 'b',
      article,
      text: `زيارة ${i}`,
      ...(i === 0 ? { time: '2090-01-01' } : {}),
    }));
    const node = { label: 'ن', labelEn: 'N', type: 'country' };
    const graph = buildGraph({ a: node, b: node }, articles, statements);
    const many = decode(payload(graph, schema, { title: 't', limits: { ...limits, statements: 200 } }));
    const span = timeWindow(many);
    expect(span?.map(isoDay)).toEqual(['2024-03-10', '2024-03-18']);
    if (!span) return;
    const seen = visible(many, { filters: NO_FILTERS, hidden: none, pinned: none });
    expect(timeline(many, seen, span).later).toBe(1);
  });
});

describe('the ticks of the timeline', () => {
  const ticks = (from: string, to: string, most = 7) =>
    axisTicks([dayRange(from)[0], dayRange(to)[0]], most).map(isoDay);
  it.each([
    [
      '2019-03-18',
      '2025-08-20',
      ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01'],
    ],
    [
      '2023-11-20',
      '2024-06-02',
      ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'],
    ],
    ['2024-05-01', '2024-05-05', ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05']],
    ['2024-05-01', '2024-05-01', ['2024-05-01']],
  ])('from %s to %s stand at round dates', (from, to, expected) => expect(ticks(from, to)).toEqual(expected));
  it('are fewer where there is less room', () =>
    expect(ticks('2019-03-18', '2025-08-20', 4)).toEqual(['2020-01-01', '2022-01-01', '2024-01-01']));
});
