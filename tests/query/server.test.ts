import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageVersion } from '../../src/cli/serve.js';
import { openApi } from '../../src/query/http/openapi.js';
import { createGraphServer } from '../../src/query/http/server.js';
import { KnowledgeGraph } from '../../src/query/index.js';
import { QUESTIONS } from '../../src/query/questions/index.js';
import { sampleGraph } from '../support/sample-graph.js';

const page = ['<!doctype html>', '<title>روابط</title>'];
const graph = new KnowledgeGraph(sampleGraph(), { sparqlTimeout: 10_000 });
const server = createGraphServer(graph, { page: () => page, version: '0.0.0' });
let base = '';

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Whatever JSON holds: the tests look into it. */
type Answer = ReturnType<typeof JSON.parse>;
const get = async (path: string): Promise<Answer> => (await fetch(base + path)).json();
const problem = async (path: string, init?: RequestInit) => {
  const response = await fetch(base + path, init);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return { ...((await response.json()) as Answer), code: response.status };
};
const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

describe('the JSON API', () => {
  test('finds facts by names in either script, each with evidence and article', async () => {
    const { items, total } = await get(
      `/api/relations${query({ subject: 'بوتين', type: 'visits', evidence: '1' })}`,
    );
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      id: 'leader:vladimir-putin visits country:KZ',
      evidence: [{ text: expect.stringContaining('بوتين'), article: { title: expect.any(String) } }],
    });
    expect(items[0].evidence).toHaveLength(1);
  });

  test('repeated parameters are alternatives', async () => {
    const { items } = await get('/api/relations?type=criticizes&type=sanctions&limit=50');
    expect(new Set(items.map((item: Answer) => item.type))).toEqual(new Set(['criticizes', 'sanctions']));
  });

  test('pages join into the whole, without repetition or loss', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await get(`/api/relations${query({ limit: '7', ...(cursor ? { cursor } : {}) })}`);
      seen.push(...answer.items.map((item: Answer) => item.id));
      cursor = answer.next;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(graph.graph.edges().sort());
  });

  test('a cursor of another question is refused', async () => {
    const { next } = await get('/api/relations?limit=3');
    expect(
      await problem(`/api/relations${query({ limit: '3', type: 'visits', cursor: next })}`),
    ).toMatchObject({
      code: 400,
    });
  });

  test('cards, evidence, paths, timelines, searches, counts', async () => {
    expect((await get(`/api/entity${query({ name: 'NATO' })}`)).entity.id).toBe('org:nato');
    const evidence = await get(`/api/evidence${query({ relation: 'country:US criticizes country:RU' })}`);
    expect(evidence.items).toHaveLength(2);
    const paths = await get(`/api/paths${query({ from: 'Putin', to: 'CSTO' })}`);
    expect(paths.items[0].steps[0][0].evidence.length).toBeGreaterThan(0);
    const timeline = await get(`/api/timeline${query({ about: 'بوتين', with: 'KZ' })}`);
    expect(timeline.items.map((item: Answer) => item.date)).toEqual(['2024-03', '2024-03-12', '2024-09-02']);
    const search = await get(`/api/entities${query({ name: 'Tajikstan' })}`);
    expect([search.exact, search.items[0].id]).toEqual([false, 'country:TJ']);
    expect((await get('/api/stats')).entities).toBe(13);
  });

  test('what cannot be asked is told as a problem', async () => {
    const unknown = await problem(`/api/entity${query({ name: 'Tajikstan' })}`);
    expect([unknown.code, unknown.suggestions[0].entity.id]).toEqual([404, 'country:TJ']);
    expect(await problem('/api/relations?limit=0')).toMatchObject({ code: 400 });
    expect(await problem('/api/relations?sunject=x')).toMatchObject({
      code: 400,
      detail: expect.stringContaining('sunject'),
    });
    expect(await problem('/api/relations?since=soon')).toMatchObject({ code: 400 });
    expect(await problem('/api/nothing')).toMatchObject({ code: 404 });
    expect(await problem('/api/stats', { method: 'POST' })).toMatchObject({ code: 405 });
    expect(await problem('/api/stats', { method: 'DELETE' })).toMatchObject({ code: 405 });
  });

  test('is described by OpenAPI: every question, and the published file is the served one', async () => {
    const served = await get('/openapi.json');
    for (const { path } of QUESTIONS) expect(served.paths[path].get.operationId).toBeTypeOf('string');
    const names = served.paths['/api/relations'].get.parameters.map((one: Answer) => one.name);
    expect(names).toEqual(expect.arrayContaining(['subject', 'type', 'object', 'since', 'limit', 'cursor']));
    // `npx vitest run tests/query -u` writes the file anew.
    const document = `${JSON.stringify(openApi(packageVersion()), null, 2)}\n`;
    await expect(document).toMatchFileSnapshot('../../docs/openapi/openapi.json');
  });
});

describe('SPARQL protocol', () => {
  const ask = 'SELECT ?l { wd:Q159 rdfs:label ?l FILTER(LANG(?l) = "ar") }';
  const answer = async (init: RequestInit, path = '/sparql') => {
    const response = await fetch(base + path, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };

  test('by GET, by form, and as the body', async () => {
    const byGet = await answer({}, `/sparql${query({ query: ask })}`);
    const byForm = await answer({ method: 'POST', body: new URLSearchParams({ query: ask }) });
    const asBody = await answer({
      method: 'POST',
      body: ask,
      headers: { 'content-type': 'application/sparql-query' },
    });
    for (const { status, type, text } of [byGet, byForm, asBody]) {
      expect(status).toBe(200);
      expect(type).toMatch(/^application\/sparql-results\+json/);
      expect(text).toContain('روسيا');
    }
  });

  test.each([
    ['text/csv', 'text/csv'],
    ['text/html, text/tab-separated-values;q=0.9, */*;q=0.1', 'text/tab-separated-values'],
    ['application/json', 'application/sparql-results+json'],
    ['application/sparql-results+xml', 'application/sparql-results+xml'],
  ])('Accept: %s is answered as %s', async (accept, type) => {
    const found = await answer({ headers: { accept } }, `/sparql${query({ query: ask })}`);
    expect(found.type).toBe(`${type}; charset=utf-8`);
  });

  test('triples come as Turtle', async () => {
    const found = await answer({}, `/sparql${query({ query: 'CONSTRUCT WHERE { ?s rw:visits ?o }' })}`);
    expect(found).toMatchObject({ status: 200, type: 'text/turtle; charset=utf-8' });
  });

  test('refuses updates, wrong queries, other graphs, other types, and what is too large', async () => {
    const post = (type: string, body: string) =>
      answer({ method: 'POST', body, headers: { 'content-type': type } });
    expect((await post('application/sparql-update', 'CLEAR ALL')).status).toBe(405);
    expect(
      (await answer({ method: 'POST', body: new URLSearchParams({ update: 'CLEAR ALL' }) })).status,
    ).toBe(405);
    expect((await post('application/sparql-query', 'CLEAR ALL')).status).toBe(400);
    expect((await post('text/plain', ask)).status).toBe(415);
    expect((await answer({}, '/sparql')).status).toBe(400);
    expect(
      (await answer({}, `/sparql${query({ query: ask, 'default-graph-uri': 'http://x/' })}`)).status,
    ).toBe(400);
    expect(
      (await answer({ headers: { accept: 'image/png' } }, `/sparql${query({ query: ask })}`)).status,
    ).toBe(406);
    expect((await post('application/sparql-query', `#${'x'.repeat(700_000)}\n${ask}`)).status).toBe(413);
    expect((await get('/api/stats')).entities).toBe(13);
  });
});

describe('the server', () => {
  test('gives the page and the whole graph', async () => {
    const found = await fetch(`${base}/`);
    expect(found.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await found.text()).toBe(page.join(''));
    expect((await get('/graph.json')).nodes).toHaveLength(13);
    const head = await fetch(`${base}/graph.json`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('answers only to names of this machine, and lets no other site read it', async () => {
    const withHost = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = server.address() as AddressInfo;
        httpRequest({ port, host: '127.0.0.1', path: '/api/stats', headers: { host } }, response => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await withHost('localhost:80')).toBe(200);
    expect(await withHost('[::1]:7411')).toBe(200);
    expect(await withHost('evil.example')).toBe(421);
    expect(await withHost('localhost.evil.example')).toBe(421);
    const { headers } = await fetch(`${base}/api/stats`, { headers: { origin: 'https://evil.example' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
