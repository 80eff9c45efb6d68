import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type Command, CommanderError } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { diffCommand } from '../../src/cli/diff.js';
import { queryCommand } from '../../src/cli/query.js';
import { sparqlCommand } from '../../src/cli/sparql.js';
import { UserError } from '../../src/errors.js';
import { serializeGraph } from '../../src/graph/serialize.js';
import type { RelationGraph } from '../../src/model.js';
import { sampleGraph } from '../support/sample-graph.js';

let folder = '';
let file = '';
const write = async (name: string, graph: RelationGraph) => {
  const path = join(folder, name);
  await writeFile(path, [...serializeGraph(graph)].join(''));
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawabit-query-'));
  file = await write('graph.json', sampleGraph());
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = undefined;
  vi.unstubAllEnvs();
});

/** Runs a command as the program does; the exit code is what the process would end with. */
async function run(command: Command, ...args: string[]): Promise<{ code: number; output: string }> {
  let output = '';
  process.exitCode = undefined;
  const writeOut = (text: string) => {
    output += text;
  };
  command.exitOverride().configureOutput({ writeOut, writeErr: () => {} });
  try {
    await command.parseAsync(args, { from: 'user' });
    return { code: Number(process.exitCode ?? 0), output };
  } catch (error) {
    if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, output };
    if (error instanceof UserError) return { code: error.usage ? 2 : 1, output: error.message };
    throw error;
  }
}
const query = (...args: string[]) => run(queryCommand(), file, ...args);
const sparql = (...args: string[]) => run(sparqlCommand(), file, ...args);

describe('rawabit query', () => {
  test('prints a table whose columns stay apart: each Arabic cell in its isolate', async () => {
    const { code, output } = await query('--from', 'بوتين', '--relation', 'visits');
    expect(code).toBe(0);
    const [header, ...rows] = output.trimEnd().split('\n');
    expect(header).toMatch(/^Subject +Relation +Object +Sources +Confidence +Date$/);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^\u2068[^\u2069]+\u2069 +.*\u2068[^\u2069]+\u2069 +\d/);
    expect(rows[1]).toContain('not visits (planned)');
  });

  test('as JSON: one document, evidence when asked', async () => {
    const { output } = await query('--relation', 'sanctions', '--format', 'json', '--evidence');
    expect(JSON.parse(output)).toMatchObject([
      {
        subject: { id: 'country:US', label: { ar: 'الولايات المتحدة', en: 'United States' } },
        type: 'sanctions',
        evidence: [{ article: { id: 'sample-4' } }],
      },
    ]);
    expect(
      JSON.parse((await query('--relation', 'sanctions', '--format', 'json')).output)[0],
    ).not.toHaveProperty('evidence');
  });

  test('as JSON lines and as CSV', async () => {
    const lines = (await query('--between', 'روسيا', 'US', '--format', 'ndjson')).output
      .trimEnd()
      .split('\n');
    expect(lines.map(line => JSON.parse(line).type).sort()).toEqual([
      'criticizes',
      'criticizes',
      'sanctions',
    ]);
    const csv = (await query('--relation', 'visits', '--format', 'csv')).output.split('\r\n');
    expect(csv[0]).toMatch(/^subject_id,subject,subject_en,relation,object_id/);
    expect(csv[1]).toContain('leader:vladimir-putin,فلاديمير بوتين,Vladimir Putin,visits,country:KZ');
  });

  test('cards, lists, neighbours, paths, timelines, counts', async () => {
    expect((await query('--entity', 'الناتو')).output).toMatch(/NATO[\s\S]*joins/);
    const bases = JSON.parse((await query('--entities', '--type', 'base', '--format', 'json')).output);
    expect(bases.map(({ id }: { id: string }) => id)).toContain('base:201st-military-base');
    expect((await query('--neighbors', 'KZ')).output).toContain('Russia');
    expect((await query('--path', 'بوتين', 'الأمن الجماعي', '--top', '1')).output).toMatch(
      /Vladimir Putin → .+ → Collective/,
    );
    expect(
      (await query('--timeline', 'بوتين', 'كازاخستان', '--format', 'csv')).output.split('\r\n')[1],
    ).toMatch(/^2024-03,stated/);
    expect(JSON.parse((await query('--stats', '--format', 'json')).output)[0].entities).toBe(13);
  });

  test('--top keeps the best backed', async () => {
    const found = JSON.parse((await query('--top', '3', '--format', 'json')).output);
    expect(found.map(({ sources }: { sources: number }) => sources)).toEqual([3, 2, 2]);
  });

  test('ends with 1 where nothing is found, and says what resembles an unknown name', async () => {
    expect(await query('--relation', 'attacks')).toEqual({ code: 1, output: '' });
    expect(await query('--relation', 'attacks', '--format', 'json')).toEqual({ code: 1, output: '[]\n' });
    expect(await query('--from', 'Tajikstan')).toEqual({
      code: 1,
      output: expect.stringContaining('Did you mean Tajikistan (country:TJ)'),
    });
  });

  test.each([
    ['an unknown format', ['--format', 'yaml']],
    ['an unknown option', ['--form', 'x']],
    ['a number that is none', ['--min-sources', 'many']],
    ['a date that is none', ['--since', 'soon']],
    ['one name for two', ['--between', 'روسيا']],
    ['a mistyped relation', ['--relation', 'visit']],
    ['two questions at once', ['--stats', '--entities']],
  ])('ends with 2 for %s', async (_, args) => {
    expect((await query(...args)).code).toBe(2);
  });

  test('takes types by their names in either script', async () => {
    const { output } = await query('--relation', 'visits', '--format', 'csv');
    for (const name of ['Visits', 'يزور']) {
      expect((await query('--relation', name, '--format', 'csv')).output).toBe(output);
    }
    expect((await query('--relation', 'holds office', '--format', 'ndjson')).output).toContain(
      'holds_office',
    );
    expect(await query('--entities', '--type', 'castle')).toMatchObject({
      code: 2,
      output: '"castle" is no node type. There are: base, country, leader, organization.',
    });
  });

  test('an option that would do nothing, or the graph in the wrong place, is wrong usage', async () => {
    const wrong = [
      [['--type', 'base'], '--type goes with --entities.'],
      [['--max-length', '2'], '--max-length goes with --path.'],
      [['--entities', '--from', 'Russia'], '--from says nothing to --entities.'],
      [['--stats', '--min-sources', '2'], '--min-sources says nothing to --stats.'],
    ] as const;
    for (const [args, output] of wrong) expect(await query(...args)).toEqual({ code: 2, output });
    const { code, output } = await run(queryCommand(), '--from', 'Russia', file);
    expect([code, output]).toEqual([2, expect.stringContaining('it stands first')]);
  });

  test('a path is shown in both scripts, each Arabic name in its isolate', async () => {
    const { output } = await query('--path', 'بوتين', 'الأمن الجماعي');
    const [, english = '', arabic = ''] = output.split('\n');
    expect(english).toMatch(/Vladimir Putin → .+ → /);
    expect(arabic.trim()).toMatch(/^\u2068[^→]+\u2069( → \u2068[^→]+\u2069)+$/);
  });

  test('--top shortens a card too', async () => {
    const card = async (...args: string[]) =>
      JSON.parse((await query('--entity', 'Russia', '--format', 'json', ...args)).output)[0].relations.length;
    expect(await card()).toBeGreaterThan(2);
    expect(await card('--top', '2')).toBe(2);
  });

  test('colours only where asked, and never with NO_COLOR', async () => {
    vi.stubEnv('NO_COLOR', '1');
    vi.stubEnv('FORCE_COLOR', '');
    expect((await query('--stats')).output).not.toContain('\u001b');
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('FORCE_COLOR', '1');
    expect((await query('--stats')).output).toContain('\u001b[1m');
  });

  test('a name that would command the terminal or a spreadsheet is disarmed', async () => {
    const hostile = sampleGraph();
    hostile.mergeNodeAttributes('country:KZ', {
      label: '\u001b[31m=1+1\u202e\n',
      labelEn: '=HYPERLINK("x")',
    });
    const path = await write('hostile.json', hostile);
    const table = await run(queryCommand(), path, '--entity', 'country:KZ');
    for (const control of ['\u001b', '\u202e']) expect(table.output).not.toContain(control);
    const csv = await run(queryCommand(), path, '--entities', '--type', 'country', '--format', 'csv');
    expect(csv.output).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('help shows examples', async () => {
    const { code, output } = await run(queryCommand(), '--help');
    expect(code).toBe(0);
    expect(output).toContain('--from بوتين --relation visits');
  });
});

describe('rawabit sparql', () => {
  test('prints rows as a table with short names, or in a standard format', async () => {
    const rows = 'SELECT ?c ?l { ?c a rw:Country ; rdfs:label ?l FILTER(LANG(?l)="ar") } ORDER BY ?l LIMIT 1';
    expect((await sparql(rows)).output).toMatch(/^c +l\nwd:Q399 +\u2068أرمينيا\u2069\n$/);
    expect((await sparql(rows, '--format', 'csv')).output).toBe(
      'c,l\r\nhttp://www.wikidata.org/entity/Q399,أرمينيا\r\n',
    );
    expect(JSON.parse((await sparql(rows, '--format', 'json')).output).results.bindings).toHaveLength(1);
    expect((await sparql('CONSTRUCT WHERE { ?a rw:visits ?b }')).output).toContain('Q232');
  });

  test('reads the query from a file', async () => {
    const path = join(folder, 'ask.rq');
    await writeFile(path, '# a comment\nASK { wd:Q7747 rw:visits ?c }');
    expect(await sparql('-f', path)).toEqual({ code: 0, output: 'yes\n' });
  });

  test('ends with 1 for no answer, 2 for a wrong query', async () => {
    expect(await sparql('ASK { wd:Q399 rw:joins wd:Q7184 }')).toEqual({ code: 1, output: 'no\n' });
    expect((await sparql('SELECT * { ?x rw:attacks ?y }')).code).toBe(1);
    expect((await sparql('SELECT * {')).code).toBe(2);
    expect((await sparql()).code).toBe(2);
    expect((await sparql('ASK {}', '-f', 'x.rq')).code).toBe(2);
  });
});

describe('rawabit diff', () => {
  test('of a graph with itself finds nothing', async () => {
    const { code, output } = await run(diffCommand(), file, file, '--exit-code');
    expect([code, output]).toEqual([
      0,
      'Entities: 0 appeared, 0 vanished, 0 changed\nRelations: 0 appeared, 0 vanished, 0 changed\n',
    ]);
  });

  test('prints a line a change, and writes the coloured union', async () => {
    const later = sampleGraph();
    later.dropNode('leader:salim-al-darwish');
    later.setEdgeAttribute('country:US criticizes country:RU', 'weight', 5);
    const path = await write('later.json', later);
    const gexf = join(folder, 'changes.gexf');
    const { code, output } = await run(diffCommand(), file, path, '--exit-code', '--gexf', gexf);
    expect(code).toBe(1);
    expect(output).toMatch(/^- .*سليم الدرويش/m);
    expect(output).toMatch(/^~ .*criticizes.*: weight 2 → 5$/m);
    const xml = await readFile(gexf, 'utf8');
    expect(xml).toContain('سليم الدرويش');
    expect(xml).toContain('<viz:color r="213" g="94" b="0"/>');
    // The tie that changed is orange, and says so in an attribute.
    expect(xml).toMatch(
      /<edge id="country:US criticizes country:RU".*for="change" value="changed".*<viz:color r="230" g="159" b="0"\/>/,
    );
    const json = JSON.parse((await run(diffCommand(), file, path, '--format', 'json')).output);
    expect(json.entities.vanished).toMatchObject([{ id: 'leader:salim-al-darwish' }]);
  });
});

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

describe.skipIf(!existsSync(program))('the built program', () => {
  const start = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>(resolve => {
      execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      });
    });

  test('answers on standard output, complains on standard error, and tells by its exit code', async () => {
    const found = await start('query', file, '--relation', 'visits', '--format', 'json');
    expect([found.code, found.stderr, JSON.parse(found.stdout).length]).toEqual([0, '', 2]);
    const nothing = await start('query', file, '--relation', 'attacks');
    expect(nothing).toEqual({ code: 1, stdout: '', stderr: 'Nothing was found.\n' });
    const wrong = await start('query', file, '--since', 'soon');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('no date');
  });

  test('a reader that stops early is no error', async () => {
    const line = `${process.execPath} ${program} query ${file} --format ndjson --evidence | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const output = await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-c', line], (error, stdout, stderr) =>
        error ? reject(error) : resolve(stdout + stderr),
      );
    });
    expect(output).toBe('0\n');
  });

  test('serves over loopback until it is interrupted', async () => {
    const child = spawn(process.execPath, [program, 'serve', file, '--port', '0']);
    const address = await new Promise<string>((resolve, reject) => {
      child.once('error', reject).once('exit', code => reject(new Error(`ended with ${code}`)));
      child.stderr.on('data', text => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text));
        if (found) resolve(found[0]);
      });
    });
    const { entities } = (await (await fetch(`${address}/api/stats`)).json()) as { entities: number };
    expect(entities).toBe(13);
    expect(await (await fetch(`${address}/`)).text()).toContain('<html');
    const taken = await start('serve', file, '--port', new URL(address).port);
    expect([taken.code, taken.stderr]).toEqual([1, expect.stringMatching(/^rawabit: port \d+ is taken/)]);
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('speaks the Model Context Protocol over standard input and output', async () => {
    const client = new Client({ name: 'test', version: '0.0.0' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', file] }),
    );
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(8);
    const result = await client.callTool({
      name: 'find_relations',
      arguments: { subject: ['بوتين'], type: ['visits'] },
    });
    expect(JSON.stringify(result.structuredContent)).toContain('country:KZ');
    await client.close();
  });
});
