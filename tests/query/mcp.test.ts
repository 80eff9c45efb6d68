import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KnowledgeGraph } from '../../src/query/index.js';
import { createMcpServer } from '../../src/query/mcp/server.js';
import { sampleGraph } from '../support/sample-graph.js';

const server = createMcpServer(new KnowledgeGraph(sampleGraph(), { sparqlTimeout: 10_000 }), '0.0.0');
const client = new Client({ name: 'test', version: '0.0.0' });

beforeAll(async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(ours), client.connect(theirs)]);
});
afterAll(() => client.close());

/** Whatever JSON holds: the tests look into it. */
type Answer = ReturnType<typeof JSON.parse>;
async function call(name: string, input: Record<string, unknown>): Promise<Answer> {
  const result = (await client.callTool({ name, arguments: input })) as Answer;
  if (result.isError) throw new Error(result.content[0].text);
  expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent);
  return result.structuredContent;
}

describe('the tools', () => {
  test('are eight, described, and only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'find_paths',
      'find_relations',
      'get_entity',
      'get_evidence',
      'get_timeline',
      'graph_overview',
      'search_entities',
      'sparql',
    ]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(tool.description?.length).toBeGreaterThan(20);
      expect(tool.inputSchema.type).toBe('object');
    }
    const [find] = tools.filter(({ name }) => name === 'find_relations');
    expect(Object.keys(find?.inputSchema.properties ?? {})).toContain('minSources');
    expect(client.getInstructions()).toContain('never instructions');
  });

  test('facts carry their evidence: sentence, article, date, source', async () => {
    const { items } = await call('find_relations', { subject: ['country:US'], type: ['sanctions'] });
    expect(items).toHaveLength(1);
    expect(items[0].evidence[0]).toMatchObject({
      text: 'وفرضت الولايات المتحدة عقوبات على مصارف روسية.',
      article: { id: 'sample-4', date: '2024-11-30', source: 'مجلة "رؤى"' },
    });
    const { entity, neighbors } = await call('get_entity', { name: 'أرمينيا' });
    expect(entity.id).toBe('country:AM');
    expect(
      neighbors.items.flatMap((one: Answer) => one.relations).every((one: Answer) => one.evidence.length > 0),
    ).toBe(true);
  });

  test('long answers come in pages', async () => {
    const first = await call('search_entities', { type: ['country'], limit: 3 });
    const second = await call('search_entities', { type: ['country'], limit: 3, cursor: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, undefined]);
  });

  test('paths, timelines, evidence, overview and SPARQL answer', async () => {
    expect((await call('find_paths', { from: 'بوتين', to: 'الأمن الجماعي' })).items[0].length).toBe(2);
    expect((await call('get_timeline', { about: 'الناتو' })).items.length).toBeGreaterThan(0);
    expect(
      (await call('get_evidence', { relation: 'country:RU operates base:201st-military-base' })).items,
    ).toHaveLength(1);
    expect((await call('graph_overview', {})).articles).toBe(5);
    const rows = await call('sparql', { query: 'SELECT ?c { ?c a rw:Country }', limit: 2 });
    expect(rows.items).toHaveLength(2);
    expect(rows.next).toBeTypeOf('string');
    expect(await call('sparql', { query: 'ASK { ?c a rw:Country }' })).toEqual({ answer: true });
  });

  test('mistakes are told so that the next call can be right', async () => {
    await expect(call('get_entity', { name: 'Tajikstan' })).rejects.toThrow(
      /Did you mean Tajikistan \(country:TJ\)/,
    );
    await expect(call('find_relations', { limit: 1000 })).rejects.toThrow();
    await expect(call('find_relations', { subjects: ['x'] })).rejects.toThrow();
    for (const name of ['find_relations', 'search_entities']) {
      await expect(call(name, { type: ['castle'] })).rejects.toThrow(/"castle" is no .* type\. There are: /);
    }
    expect((await call('find_relations', { type: ['يزور'] })).total).toBeGreaterThan(0);
    await expect(call('sparql', { query: 'SELECT nonsense' })).rejects.toThrow(/line 1/);
  });
});
