import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/export/csv.js';
import { cypher } from '../../src/export/cypher.js';
import { dot } from '../../src/export/dot.js';
import { graphml } from '../../src/export/graphml.js';
import { collect, collectOne } from '../support/collect.js';
import { hostileGraph } from '../support/hostile-graph.js';
import { sampleGraph } from '../support/sample-graph.js';

type Row = Record<string, string>;
const table = (text: string): Row[] => parse(text, { columns: true });

describe('CSV', () => {
  const graph = sampleGraph();
  const [nodes = [], edges = []] = collect(csv, graph).map(table);

  test('has a row for each node and edge, with the headers of neo4j-admin', () => {
    expect(nodes.map(row => row['id:ID'])).toEqual(graph.nodes().sort());
    expect(edges.map(row => row.key)).toEqual(graph.edges().sort());
    expect(nodes[0]).toMatchObject({
      ':LABEL': 'Entity;Base',
      'latitude:double': '38.536',
      'known:boolean': 'true',
    });
    expect(edges.find(row => row.key === 'leader:vladimir-putin visits country:KZ not')).toMatchObject({
      ':START_ID': 'leader:vladimir-putin',
      ':END_ID': 'country:KZ',
      ':TYPE': 'VISITS',
      polarity: 'negated',
      'weight:long': '1',
      'attributions:string[]': 'مصدر مطلع',
    });
  });

  test('parts the items of a list by semicolons', () => {
    expect(nodes.find(row => row['id:ID'] === 'org:nato')?.['aliases:string[]']).toBe('الناتو;حلف الناتو');
  });

  test('does not let a spreadsheet run a cell, and keeps negative numbers', () => {
    for (const label of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u0000=1', '＝1']) {
      graph.setNodeAttribute('org:nato', 'label', label);
      const row = table(collect(csv, graph)[0] ?? '').find(one => one['id:ID'] === 'org:nato');
      expect(row?.label).toMatch(/^'[=+\-@＝]/);
    }
    expect(nodes.find(row => row['id:ID'] === 'country:US')?.['longitude:double']).toBe('-97');
  });

  test('keeps names apart that differ by an apostrophe only', () => {
    const [label, other] = ['=x', "'=x"].map(text => {
      graph.setNodeAttribute('org:nato', 'label', text);
      return table(collect(csv, graph)[0] ?? '').find(one => one['id:ID'] === 'org:nato')?.label;
    });
    expect(label).not.toBe(other);
  });

  test('stays a table, with ends that are nodes, whatever the names', () => {
    fc.assert(
      fc.property(hostileGraph, hostile => {
        const [nodes = [], edges = []] = collect(csv, hostile).map(table);
        expect([nodes.length, edges.length]).toEqual([hostile.order, hostile.size]);
        const ids = new Set(nodes.map(row => row['id:ID']));
        for (const edge of edges) expect(ids.has(edge[':START_ID']) && ids.has(edge[':END_ID'])).toBe(true);
        for (const cell of [...nodes, ...edges].flatMap(row => Object.values(row))) {
          expect(/^\s*[=@]/.test(cell)).toBe(false);
          expect(cell).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

describe('GraphML', () => {
  test('has typed keys, and edge ids that are unique in the graph', () => {
    const text = collectOne(graphml, sampleGraph());
    expect(text).toContain('<key id="node.mentions" for="node" attr.name="mentions" attr.type="int"/>');
    const ids = [...text.matchAll(/<(?:edge|node) id="([^"]*)"/g)].map(match => match[1]);
    expect(new Set(ids).size).toBe(sampleGraph().order + sampleGraph().size);
  });

  test('is well formed whatever the names', () => {
    fc.assert(
      fc.property(hostileGraph, hostile => {
        expect(XMLValidator.validate(collectOne(graphml, hostile))).toBe(true);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});

describe('DOT', () => {
  const text = collectOne(dot, sampleGraph());

  test('has a line for each node and edge', () => {
    expect(text.match(/^ {2}"[^\n]* \[label=[^\n]*class=[^\n]*\];$/gm)).toHaveLength(
      sampleGraph().order + sampleGraph().size,
    );
  });

  test('draws symmetric edges without arrowheads, planned ones dashed, negated ones with a bar', () => {
    expect(text).toMatch(/"country:KZ" -> "country:RU" \[.*id="country:KZ borders country:RU".*dir=none/);
    expect(text).toMatch(/id="country:RU deploys_to country:TJ", style=dashed/);
    expect(text).toMatch(/id="country:AM joins org:nato not".*arrowhead=tee/);
  });
});

describe('Cypher', () => {
  const text = collectOne(cypher, sampleGraph());

  test('only merges, so that it can run again', () => {
    const verbs = text.split('\n').map(line => /^[A-Z]+/.exec(line)?.[0]);
    expect(new Set(verbs.filter(verb => verb !== undefined))).toEqual(
      new Set(['CREATE', 'UNWIND', 'MERGE', 'MATCH']),
    );
    expect(text.match(/^CREATE .*/gm)).toEqual([expect.stringContaining('IF NOT EXISTS')]);
  });

  test('types nodes and edges', () => {
    expect(text).toContain('MERGE (n:Entity {id: row.id}) SET n:`Country`, n += row;');
    expect(text).toContain('MERGE (a)-[r:`HOLDS_OFFICE` {key: row.p.key}]->(b) SET r += row.p;');
  });

  test('closes every string and back-quote whatever the names', () => {
    fc.assert(
      fc.property(hostileGraph, hostile => {
        const bare = collectOne(cypher, hostile).replace(/'(?:[^'\\\n]|\\['\\nrt])*'|`(?:[^`\n]|``)*`/g, '_');
        expect(bare).not.toMatch(/['`\\]/);
        const statements = bare.split(/;\n/).slice(1, -1);
        for (const one of statements) expect(one).toMatch(/^UNWIND \[\n[\s\S]*\n\] AS row\n/);
        expect(bare).toMatch(/^[\sA-Za-z0-9_:,.{}[\]()\->+=;]*$/);
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
