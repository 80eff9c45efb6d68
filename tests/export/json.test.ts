import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { exporterNamed } from '../../src/export/index.js';
import { readGraph } from '../../src/graph/read.js';
import { canonicalJson, serializeGraph } from '../../src/graph/serialize.js';
import type { RelationGraph } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';
import { sampleGraph } from '../support/sample-graph.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawabit-json-'));
});
afterAll(() => rm(folder, { recursive: true }));

const serialize = (graph: RelationGraph): string => [...serializeGraph(graph)].join('');

/** Node and edge order apart, everything a graph holds. */
function contents(graph: RelationGraph): unknown {
  const { nodes, edges, attributes, options } = graph.export();
  const byKey = (a: { key?: string }, b: { key?: string }) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
  return { attributes, options, nodes: nodes.sort(byKey), edges: edges.sort(byKey) };
}

async function read(text: string, name = 'graph.json'): Promise<RelationGraph> {
  const path = join(folder, name);
  await writeFile(path, text);
  return readGraph(path);
}

async function refusal(text: string): Promise<string> {
  const error = await read(text, 'wrong.json').then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe('graph.json', () => {
  test('is one JSON document that graphology imports with nothing lost', () => {
    const graph = sampleGraph();
    const copy: RelationGraph = new MultiDirectedGraph();
    copy.import(JSON.parse(serialize(graph)));
    expect(contents(copy)).toEqual(contents(graph));
  });

  test('gives every node, edge and article a line of its own', () => {
    const graph = sampleGraph();
    const lines = serialize(graph).trimEnd().split('\n');
    const { articles } = graph.getAttributes();
    expect(lines).toHaveLength(5 + Object.keys(articles).length + graph.order + graph.size);
    expect(lines.filter(line => line.startsWith('{"key":'))).toHaveLength(graph.order + graph.size);
  });

  test('is the same bytes whatever the order in which the graph was made', () => {
    const graph = sampleGraph();
    const { nodes, edges, attributes } = graph.export();
    const turned: RelationGraph = new MultiDirectedGraph();
    const turn = <T extends object>(object: T): T =>
      Object.fromEntries(Object.entries(object).reverse()) as T;
    turned.replaceAttributes(turn({ ...attributes, articles: turn(attributes.articles) }));
    for (const { key, attributes } of nodes.reverse())
      turned.addNode(key, turn(attributes ?? graph.getNodeAttributes(key)));
    for (const { key, source, target, attributes } of edges.reverse()) {
      turned.addDirectedEdgeWithKey(key, source, target, turn(attributes ?? graph.getEdgeAttributes(key)));
    }
    expect(serialize(turned)).toBe(serialize(graph));
  });

  test('writes known attributes in a fixed order and others after them by name', () => {
    expect(
      canonicalJson({ zeta: 1, alpha: undefined, label: 'ب', beta: [{ en: 'b', ar: 'ب' }], type: 'base' }),
    ).toBe('{"type":"base","label":"ب","beta":[{"ar":"ب","en":"b"}],"zeta":1}');
  });
});

describe('readGraph', () => {
  test('gives back what was written', async () => {
    const graph = sampleGraph();
    expect(contents(await read(serialize(graph)))).toEqual(contents(graph));
  });

  test('gives back an empty graph', async () => {
    const graph: RelationGraph = new MultiDirectedGraph();
    graph.replaceAttributes({ format: 'rawabit-graph', version: 1, articles: {} });
    expect(contents(await read(serialize(graph)))).toEqual(contents(graph));
  });

  test('reads the same JSON in other layouts', async () => {
    const graph = sampleGraph();
    const data: unknown = JSON.parse(serialize(graph));
    for (const text of [
      JSON.stringify(data),
      JSON.stringify(data, null, 2),
      `\uFEFF${JSON.stringify(data)}`,
    ]) {
      expect(contents(await read(text))).toEqual(contents(graph));
    }
  });

  test('keeps line separators, lone surrogates and an article called __proto__', async () => {
    const graph = sampleGraph();
    const articles = Object.fromEntries([['__proto__', { title: 'سطر\u2028سطر\r\nسطر \ud800' }]]);
    graph.setAttribute('articles', articles);
    const { articles: back } = (await read(serialize(graph))).getAttributes();
    expect(Object.entries(back)).toEqual(Object.entries(articles));
  });

  test('reads a line that is longer than a chunk of the file', async () => {
    const graph = sampleGraph();
    graph.setNodeAttribute('country:RU', 'label', 'طويل'.repeat(200_000));
    expect(contents(await read(serialize(graph)))).toEqual(contents(graph));
  });

  describe('names the file and the line', () => {
    const lines = serialize(sampleGraph()).split('\n');
    const withLine = (number: number, text: string) => lines.with(number - 1, text).join('\n');

    test('of a broken line', async () => {
      expect(await refusal(withLine(12, '{"key": oops},'))).toMatch(/wrong\.json:12: not valid JSON/);
    });
    test('of a line that is no node', async () => {
      expect(await refusal(withLine(12, '{"name":"روسيا"},'))).toMatch(/wrong\.json:12: expected a node/);
    });
    test('of an edge to a node that is not there', async () => {
      const last = lines.length - 2;
      const message = await refusal(
        withLine(last, '{"key":"a","source":"country:RU","target":"b","attributes":{}}'),
      );
      expect(message).toMatch(/wrong\.json:\d+: the edge a names b, which is no node/);
    });
    test('of a repeated node', async () => {
      expect(await refusal(withLine(10, lines[8] ?? ''))).toMatch(
        /wrong\.json:10: the node \S+ is there twice/,
      );
    });
    test('where a file was cut off', async () => {
      expect(await refusal(lines.slice(0, 20).join('\n'))).toMatch(/ends too early/);
    });
  });

  test('says so when the file is no graph of Rawabit, is newer, or no JSON', async () => {
    expect(await refusal('{"nodes":[],"edges":[]}')).toMatch(/not a graph of Rawabit/);
    expect(await refusal('[1]')).toMatch(/not a graph of Rawabit/);
    expect(await refusal('null')).toMatch(/not a graph of Rawabit/);
    expect(await refusal('مرحبا')).toMatch(/not valid JSON/);
    expect(await refusal('')).toMatch(/not valid JSON/);
    expect(await refusal(serialize(sampleGraph()).replace('"version":1', '"version":2'))).toMatch(
      /version 2/,
    );
  });

  test('says so when there is no file, or a folder', async () => {
    await expect(readGraph(join(folder, 'none.json'))).rejects.toThrow(/no such file/);
    await expect(readGraph(folder)).rejects.toThrow(/is a folder/);
  });
});

test('nodes may get their positions while the file is made', async () => {
  const graph = sampleGraph();
  const places = new Map(graph.mapNodes((key, { x, y }) => [key, { x, y }]));
  const expected = serialize(graph);
  graph.forEachNode(key => graph.mergeNodeAttributes(key, { x: 0, y: 0 }));
  let place: () => void = () => undefined;
  const placed = new Promise<void>(resolve => {
    place = () => {
      for (const [key, own] of places) graph.mergeNodeAttributes(key, own);
      resolve();
    };
  });
  const [file] = exporterNamed('json').files(graph, loadSchema(), { placed });
  if (!file) throw new Error('no file');
  expect(file.waits).toBe(true);
  const parts: Uint8Array[] = [];
  const read = (async () => {
    for await (const chunk of file.chunks) parts.push(Buffer.from(chunk));
  })();
  await new Promise(setImmediate);
  expect(parts).toEqual([]);
  place();
  await read;
  expect(Buffer.concat(parts).toString()).toBe(expected);
});
