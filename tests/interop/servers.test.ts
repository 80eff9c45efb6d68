/** `rawabit serve` and `rawabit mcp`, as users start them, asked by curl and by a client of the protocol's SDK. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json } from '../../src/export/json.js';
import type { RelationGraph } from '../../src/model.js';
import { fileOf, honestGraphs, removeFilesAfterwards } from './graphs.js';
import { run, testWith } from './readers.js';

removeFilesAfterwards();
const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const OPENAPI = new URL('../fixtures/openapi-3.1/schema.json', import.meta.url);
const [, graph] = (await honestGraphs()) as [RelationGraph, RelationGraph];
const file = fileOf(json, graph);

/** Whatever JSON holds: the tests look into it. */
type Answer = ReturnType<typeof JSON.parse>;

// Without a build there is nothing to start.
const described = describe.skipIf(!existsSync(PROGRAM) && process.env.RAWABIT_INTEROP !== '1');

described('rawabit serve, asked by curl', () => {
  let server: ChildProcess;
  let base = '';

  beforeAll(async () => {
    server = spawn(process.execPath, [PROGRAM, 'serve', file, '--port', '0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    base = await new Promise<string>((resolve, reject) => {
      server.once('exit', code => reject(new Error(`ended with ${code}`)));
      server.stderr?.on('data', text => {
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? [];
        if (address !== undefined) resolve(address);
      });
    });
  });
  afterAll(() => server.kill());

  const curl = (path: string, ...args: string[]) => run('curl', ['-sS', '-m', '20', ...args, base + path]);

  testWith('curl')('finds facts by names in either script', () => {
    const ask = (name: string): Answer =>
      JSON.parse(curl('/api/relations', '-G', '--data-urlencode', `subject=${name}`, '-d', 'evidence=1'));
    const found = ask('بوتين');
    expect(found.items.length).toBeGreaterThan(0);
    for (const { evidence } of found.items) expect(evidence[0].article.title).toBeTypeOf('string');
    expect(ask('Vladimir Putin')).toEqual(found);
  });

  testWith('curl')('says what to do about letters that were not encoded', () => {
    const { status, detail } = JSON.parse(curl('/api/relations?subject=بوتين')) as Answer;
    expect([status, detail]).toEqual([400, expect.stringContaining('--data-urlencode')]);
  });

  testWith('curl')('answers the SPARQL protocol by GET, by form and by body', () => {
    const query = 'SELECT (COUNT(*) AS ?n) { ?f a rw:Fact }';
    const asCsv = ['-H', 'Accept: text/csv'];
    const sparql = ['-H', 'Content-Type: application/sparql-query', '--data-binary', query];
    for (const args of [
      ['-G', '--data-urlencode', `query=${query}`],
      ['--data-urlencode', `query=${query}`],
      sparql,
    ]) {
      expect(curl('/sparql', ...asCsv, ...args).trim()).toBe(`n\r\n${graph.size}`);
    }
  });

  testWith('curl')('has headers that let no other site in, and only this machine is heard', () => {
    const head = curl('/', '-I').toLowerCase();
    for (const line of ['x-content-type-options: nosniff', 'x-frame-options: deny', 'no-referrer']) {
      expect(head).toContain(line);
    }
    expect(head).not.toContain('access-control-allow');
    expect(curl('/api/stats', '-H', 'Host: evil.example')).toContain('421');
    expect(curl('/sparql', '-X', 'DELETE', '-i')).toMatch(/ 405 [\s\S]*Allow: GET, HEAD, POST/);
  });

  testWith('curl')('describes itself by OpenAPI that is valid by the official schema', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(OPENAPI, 'utf8')) as object);
    const document = JSON.parse(curl('/openapi.json')) as Answer;
    expect([validate(document), validate.errors]).toEqual([true, null]);
    for (const { schema } of Object.values<Answer>(document.paths).flatMap(
      path => path.get?.parameters ?? [],
    )) {
      expect(ajv.validateSchema(schema)).toBe(true);
    }
  });
});

described('rawabit mcp, asked by the SDK’s client', () => {
  const client = new Client({ name: 'interop', version: '0.0.0' });
  beforeAll(() =>
    client.connect(new StdioClientTransport({ command: process.execPath, args: [PROGRAM, 'mcp', file] })),
  );
  afterAll(() => client.close());

  async function call(name: string, input: Record<string, unknown>): Promise<Answer> {
    const { structuredContent, isError } = (await client.callTool({ name, arguments: input })) as Answer;
    expect(isError ?? false).toBe(false);
    return structuredContent;
  }

  test('each of its tools answers, with evidence', async () => {
    const relation = 'leader:vladimir-putin holds_office country:RU';
    const questions: Record<string, Record<string, unknown>> = {
      graph_overview: {},
      search_entities: { name: 'الكرملين' },
      get_entity: { name: 'NATO', evidence: 1 },
      find_relations: { subject: ['بوتين'], evidence: 1 },
      get_evidence: { relation },
      find_paths: { from: 'بوتين', to: 'NATO', evidence: 1 },
      get_timeline: { about: 'Armenia' },
      sparql: { query: 'SELECT ?c { ?c a rw:Country } ORDER BY ?c', limit: 3 },
    };
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(questions).sort());
    for (const { name } of tools) {
      const answer = await call(name, questions[name] ?? {});
      if (name === 'graph_overview') expect(answer.entities).toBe(graph.order);
      else if (name === 'get_entity') expect(answer.entity.id).toBe('org:nato');
      else expect(answer.items.length).toBeGreaterThan(0);
      if (['get_entity', 'find_relations', 'get_evidence', 'find_paths', 'get_timeline'].includes(name)) {
        expect(JSON.stringify(answer)).toMatch(/"text":"[^"]+/);
        expect(JSON.stringify(answer)).toMatch(/"article":\{[^}]*"title"/);
      }
    }
  });

  test('pages join into the whole, and stay small', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call('find_relations', { limit: 100, evidence: 0, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(100);
      ids.push(...page.items.map(({ id }: Answer) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(ids.sort()).toEqual(graph.edges().sort());
    const standard = await call('find_relations', {});
    expect(JSON.stringify(standard).length).toBeLessThan(60_000);
  });
});
